import { any, count, flag, freeMap, type KeyRows, list, map, text } from "../key-row.js";
import { otherProviders } from "./location-keys.js";

const VARIANTS = [
  "ubuntu-18-04",
  "aws-amazon-linux-2",
  "aws-ubuntu-16.04",
  "aws-ubuntu-18.04",
  "aws-ubuntu-20.04",
];

/** A disk of AWS: its keys stand below masterVolume and rootVolume. */
function volume(path: string, specs: number): KeyRows {
  return {
    [`${path}.encrypted`]: flag("Encrypt the disk.", specs),
    [`${path}.iops`]: any("Input and output operations a second of the disk.", specs),
    [`${path}.kmsKeyId`]: any("Key that encrypts the disk.", 1),
    [`${path}.size`]: count("Size of the disk, in GB.", path.endsWith("rootVolume") ? 20 : 1),
    [`${path}.snapshotId`]: any("Snapshot that the disk is made from.", 1),
    [`${path}.type`]: text("Type of the disk.", specs, { choices: ["gp2"] }),
  };
}

/** Keys of `spec.master` and of every item of `spec.nodes`. */
export const groupKeys: KeyRows = {
  name: text("Name of the group. A worker group without one is called `default`, the masters `master`.", 32, {
    firm: true,
  }),
  kublrVariant: text("Image and setup of the nodes: the provider and its operating system.", 25, {
    choices: VARIANTS,
  }),
  minNodes: count(
    "Fewest nodes of the group. Of the masters it decides how many sample addresses are shown.",
    40,
    {
      firm: true,
    },
  ),
  maxNodes: count("Most nodes of the group. Default, seen in agent 1.8: `minNodes`.", 5, { firm: true }),
  initialNodes: count("Nodes that the group starts with. Default, seen in agent 1.8: `minNodes`.", 1, {
    firm: true,
  }),
  autoscaling: flag(
    "Let Kublr change the number of nodes between `minNodes` and `maxNodes`. Default, seen in agent 1.8: false.",
    34,
    { firm: true },
  ),
  stateful: flag("The nodes keep their disks. Masters are stateful (seen in agent 1.8).", 14),
  kublrAgentConfig: map(
    "Agent config of this group's nodes alone, laid over the cluster's: maps merge deeply, lists and scalars replace. " +
      "That order is an assumption of the preview.",
    37,
    { section: "agent", firm: true },
  ),
  locations: list("Where the group's nodes run.", 40, { firm: true }),
  "locations[]": map("A location of the group, with its provider's settings.", 40, { firm: true }),
  "locations[].locationRef": text("Name of an entry of `spec.locations`.", 40, { firm: true }),

  "locations[].aws": map("Settings for Amazon Web Services.", 29, { firm: true }),
  "locations[].aws.instanceType": text("Type of the machines, such as `t3.large`.", 29),
  "locations[].aws.availabilityZones": list("Availability zones that the group uses.", 23),
  "locations[].aws.availabilityZones[]": text("An availability zone, such as `us-east-1a`.", 23),
  "locations[].aws.groupType": text(
    "How AWS keeps the group: `asg-mip` is an auto scaling group of mixed instances.",
    16,
    {
      choices: ["asg-mip"],
    },
  ),
  "locations[].aws.imageId": text("Machine image.", 1),
  "locations[].aws.overrideImageId": text("Machine image in place of the variant's.", 18),
  "locations[].aws.imageRootDeviceName": text("Device of the image's root disk.", 16, {
    choices: ["/dev/xvda", "/dev/sda1"],
  }),
  "locations[].aws.instanceMonitoring": flag("Detailed monitoring of the machines.", 19),
  "locations[].aws.launchTemplateDataCloudFormationExtras": freeMap(
    "CloudFormation, laid over the launch template that Kublr makes.",
    2,
  ),
  "locations[].aws.mixedInstancesPolicyCloudFormationExtras": freeMap(
    "CloudFormation, laid over the policy of mixed instances that Kublr makes.",
    16,
  ),
  "locations[].aws.masterVolume": map("Disk of etcd and the control plane.", 1),
  ...volume("locations[].aws.masterVolume", 1),
  "locations[].aws.rootVolume": map("Root disk.", 20),
  ...volume("locations[].aws.rootVolume", 2),
  "locations[].aws.pinToZone": text("Keep each machine in the zone that it was made in.", 1, {
    choices: ["pin"],
  }),
  "locations[].aws.sshKey": text("Name of the AWS key pair for ssh.", 11),
  "locations[].aws.subnetIds": list("Subnets that exist already.", 4),
  "locations[].aws.subnetIds[]": text("A subnet.", 4),

  "locations[].azure": map("Settings for Microsoft Azure.", 11, { firm: true }),
  "locations[].azure.instanceType": text("Type of the machines, such as `Standard_D4s_v5`.", 11),
  "locations[].azure.zones": list("Availability zones that the group uses.", 6),
  "locations[].azure.zones[]": text("An availability zone, as text.", 1),
  "locations[].azure.pinToZone": text("Keep each machine in the zone that it was made in.", 6, {
    choices: ["default", "pin"],
  }),
  "locations[].azure.groupType": text("How Azure keeps the group.", 5),
  "locations[].azure.isAvailabilitySet": flag("Put the machines into an availability set.", 2),
  "locations[].azure.masterDataDisk": map("Disk of etcd and the control plane.", 1),
  "locations[].azure.masterDataDisk.diskSizeGb": count("Size of the disk, in GB.", 1),
  "locations[].azure.masterDataDisk.lun": count("Number of the disk on the machine.", 1),
  "locations[].azure.masterLBAllocationPolicy": text("Which load balancers stand before the masters.", 1, {
    choices: ["privateAndPublic"],
  }),
  "locations[].azure.masterLBSeparate": flag("The masters have a load balancer of their own.", 1),
  "locations[].azure.osDisk": map("Root disk.", 10),
  "locations[].azure.osDisk.type": text("What the disk is made from.", 10, { choices: ["image"] }),
  "locations[].azure.osDisk.diskSizeGb": count("Size of the disk, in GB.", 8),
  "locations[].azure.osDisk.imagePublisher": text("Publisher of the machine image.", 10),
  "locations[].azure.osDisk.imageOffer": text("Offer of the machine image.", 10),
  "locations[].azure.osDisk.imageSku": text("SKU of the machine image.", 1),
  "locations[].azure.osDisk.imageVersion": text("Version of the machine image.", 9),
  "locations[].azure.sshKey": text("Public key for ssh.", 1),
  "locations[].azure.sshKeySecretRef": text(
    "Name of the Secret that holds the key for ssh: `spec.sshKey` with `sshPublicKey`.",
    9,
  ),
  "locations[].azure.armTemplateExtras": freeMap("ARM, laid over the template that Kublr makes.", 1),

  ...Object.fromEntries(Object.entries(otherProviders).map(([name, row]) => [`locations[].${name}`, row])),
};
