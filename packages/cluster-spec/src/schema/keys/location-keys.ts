import { flag, freeMap, type KeyRows, list, map, text } from "../key-row.js";

const unseen = (provider: string) =>
  freeMap(`Settings for ${provider}. No public spec shows their keys.`, "none", { firm: true });

/** Providers whose keys no public spec shows. */
export const otherProviders = {
  gcp: unseen("Google Cloud"),
  vSphere: unseen("VMware vSphere"),
  vcd: unseen("VMware Cloud Director"),
  baremetal: unseen("machines that exist already"),
};

/** Keys of `spec.locations`. */
export const locationKeys: KeyRows = {
  "spec.locations": list(
    "Where the cluster's nodes may run; groups refer to a location by its name.",
    "reference",
    {
      firm: true,
    },
  ),
  "spec.locations[]": map(
    "A place where nodes may run. An AWS location is one CloudFormation stack, an Azure location one resource group.",
    "reference",
    { firm: true },
  ),
  "spec.locations[].name": text("Name that `locationRef` of a group refers to.", 40, { firm: true }),

  "spec.locations[].aws": map("Settings for Amazon Web Services.", 29, { firm: true }),
  "spec.locations[].aws.region": text("AWS region.", 29),
  "spec.locations[].aws.awsApiAccessSecretRef": text(
    "Name of the Secret that holds the access key: `spec.awsApiAccessKey` with `accessKeyId` and `secretAccessKey`.",
    29,
  ),
  "spec.locations[].aws.accountId": text("Number of the AWS account, as text.", 1),
  "spec.locations[].aws.availabilityZones": list("Availability zones that groups may use.", 22),
  "spec.locations[].aws.availabilityZones[]": text("An availability zone, such as `us-east-1a`.", 22),
  "spec.locations[].aws.vpcCidrBlock": text("Addresses of the VPC.", 3),
  "spec.locations[].aws.vpcId": text("VPC that exists already.", 2),
  "spec.locations[].aws.cidrBlocks": map("Addresses of the VPC's subnets.", 1),
  "spec.locations[].aws.cidrBlocks.masterPrivate": list("Private subnets of masters, one a zone.", 1),
  "spec.locations[].aws.cidrBlocks.masterPrivate[]": text("Addresses of a subnet.", 1),
  "spec.locations[].aws.cidrBlocks.masterPublic": list("Public subnets of masters, one a zone.", 1),
  "spec.locations[].aws.cidrBlocks.masterPublic[]": text("Addresses of a subnet.", 1),
  "spec.locations[].aws.cidrBlocks.nodePrivate": list("Private subnets of workers, one a zone.", 1),
  "spec.locations[].aws.cidrBlocks.nodePrivate[]": text("Addresses of a subnet.", 1),
  "spec.locations[].aws.cidrBlocks.nodePublic": list("Public subnets of workers, one a zone.", 1),
  "spec.locations[].aws.cidrBlocks.nodePublic[]": text("Addresses of a subnet.", 1),
  "spec.locations[].aws.cidrBlocks.otherPublic": list(
    "Public subnets of other things, such as load balancers.",
    1,
  ),
  "spec.locations[].aws.cidrBlocks.otherPublic[]": text("Addresses of a subnet.", 1),
  "spec.locations[].aws.enableTerminationProtection": flag(
    "Protect the CloudFormation stack from deletion.",
    19,
  ),
  "spec.locations[].aws.iamInstanceProfileMasterPathName": text(
    "Path and name of the masters' instance profile.",
    1,
  ),
  "spec.locations[].aws.iamInstanceProfileNodePathName": text(
    "Path and name of the workers' instance profile.",
    1,
  ),
  "spec.locations[].aws.iamRoleMasterPathName": text("Path and name of the masters' IAM role.", 1),
  "spec.locations[].aws.iamRoleNodePathName": text("Path and name of the workers' IAM role.", 1),
  "spec.locations[].aws.resourcesCloudFormationExtras": freeMap(
    "CloudFormation, laid over the resources that Kublr makes.",
    16,
  ),

  "spec.locations[].azure": map("Settings for Microsoft Azure.", 11, { firm: true }),
  "spec.locations[].azure.region": text("Azure region.", 11),
  "spec.locations[].azure.azureApiAccessSecretRef": text(
    "Name of the Secret that holds the access key: `spec.azureApiAccessKey` with `subscriptionId`, `tenantId`, `aadClientId` and `aadClientSecret`.",
    11,
  ),
  "spec.locations[].azure.virtualNetworkSubnetCidrBlock": text(
    "Addresses of the virtual network's subnet.",
    2,
  ),
  "spec.locations[].azure.armTemplateExtras": freeMap("ARM, laid over the template that Kublr makes.", 1),

  ...Object.fromEntries(
    Object.entries(otherProviders).map(([name, row]) => [`spec.locations[].${name}`, row]),
  ),
};
