import { describe, expect, it } from "vitest";
import { analyze } from "../../analyze.js";

/** Specs as people publish them: nothing of them is wrong, so nothing is said of how their parts go together. */
const RIGHT: Readonly<Record<string, string>> = {
  "AWS, with extras, packages and sinks": `kind: Cluster
metadata:
  name: demo
  ownerReferences: []
  space: default
spec:
  features:
    controlPlane: null
    ingress:
      chart: {version: 1.20.0}
      ingressControllers:
        - nginx: {acme: {apiUrl: null, email: null, enabled: false}, enabled: true, hostPortHttp: 80}
    logging:
      sinks:
        - selfHosted: {clientNodes: 1, dataNodes: 1, enabled: false, masterNodes: 1}
        - centralLogging: {clientNodes: 1, dataNodes: 2, enabled: true, masterNodes: 1, size: 128Gi}
  kublrAgentTgzUrl: https://repo.example.com/kublr-1.20.9-18-linux.tar.gz
  locations:
    - aws:
        accountId: '123456789012'
        availabilityZones: [us-east-1a, us-east-1b]
        awsApiAccessSecretRef: aws
        enableTerminationProtection: false
        region: us-east-1
        resourcesCloudFormationExtras: {MasterRole: {Properties: {kublrAgentConfig: {Ref: x}}}}
        vpcCidrBlock: 172.16.0.0/16
        cidrBlocks: {masterPrivate: [], masterPublic: ['', 172.16.4.0/23], nodePublic: [172.16.16.0/20]}
      name: aws1
  master:
    kublrAgentConfig: {kublr: {psp: {default_clusterrole: psp-privileged}}}
    kublrVariant: aws-ubuntu-20.04
    locations:
      - aws:
          availabilityZones: [us-east-1a]
          groupType: asg-mip
          instanceType: t3.medium
          masterVolume: {encrypted: false, iops: null, kmsKeyId: null, size: 40, snapshotId: null, type: gp2}
        locationRef: aws1
    minNodes: 1
  network: {apiServerSecurePort: 443, dnsDomain: aws-cluster.local, provider: cni-canal}
  nodes:
    - autoscaling: false
      kublrVariant: aws-ubuntu-20.04
      locations:
        - aws: {availabilityZones: [us-east-1a, us-east-1b], instanceType: t3.medium, pinToZone: pin}
          locationRef: aws1
      minNodes: 2
      name: default
      stateful: true
  packages:
    workers: {chart: {name: x, repoUrl: https://charts.example.com}, helmVersion: v3.4.0, values: {groups: [{minNodes: 1}]}}
`,
  "Azure, a group without a name, zones of null": `kind: Cluster
metadata: {name: azure-demo}
spec:
  kublrAgentTgzUrl: https://repo.example.com/kublr-1.8.0-linux.tar.gz
  locations:
    - name: azure1
      azure: {region: eastus, azureApiAccessSecretRef: azure, virtualNetworkSubnetCidrBlock: 172.20.0.0/16, armTemplateExtras: {}}
  network: {clusterCIDR: 100.64.0.0/10, podCIDR: 100.96.0.0/11, serviceCIDR: 100.64.0.0/13, dnsIP: 100.64.0.10, masterIP: 100.64.0.1}
  master:
    minNodes: 3
    locations:
      - locationRef: azure1
        azure: {instanceType: Standard_D2s_v3, masterLBSeparate: false, sshKeySecretRef: ssh, zones: [null], pinToZone: default}
  nodes:
    - minNodes: 2
      locations:
        - locationRef: azure1
          azure: {instanceType: Standard_D2s_v3, zones: [null], isAvailabilitySet: true, osDisk: {type: image}}
  secretStore: {azureAS: {locationRef: azure1, useExisting: true}}
`,
  "two providers, groups in one and in both": `kind: Cluster
metadata: {name: hybrid}
spec:
  locations:
    - {name: aws1, aws: {region: us-east-1, awsApiAccessSecretRef: aws, vpcId: vpc-1}}
    - {name: azure1, azure: {region: eastus, azureApiAccessSecretRef: azure}}
  master: {name: master, minNodes: 1, maxNodes: 1, initialNodes: 1, autoscaling: false, stateful: true, locations: [{locationRef: aws1, aws: {instanceType: t3}}]}
  nodes:
    - {name: a, minNodes: 0, maxNodes: 5, autoscaling: true, locations: [{locationRef: aws1, aws: {subnetIds: [a, b]}}]}
    - {name: b, minNodes: 1, locations: [{locationRef: azure1, azure: {instanceType: x}}]}
    - {name: c, minNodes: 1, locations: [{locationRef: aws1}, {locationRef: azure1}], kublrAgentConfig: {labels: {a: b}}}
  secretStore: {awsS3: {locationRef: aws1, s3BucketName: b}}
`,
  JSON: JSON.stringify({
    kind: "Cluster",
    metadata: { name: "json" },
    spec: {
      locations: [{ name: "aws1", aws: { region: "us-east-1", awsApiAccessSecretRef: "aws", vpcId: null } }],
      master: { minNodes: 3, locations: [{ locationRef: "aws1", aws: { sshKey: "k" }, azure: null }] },
      nodes: [{ name: "default", minNodes: 1, maxNodes: null, locations: [{ locationRef: "aws1" }] }],
    },
  }),
  "with its Secrets": `kind: Secret
metadata: {name: aws}
spec: {awsApiAccessKey: {accessKeyId: a, secretAccessKey: b}}
---
kind: Cluster
metadata: {name: x}
spec:
  locations: [{name: aws1, aws: {region: r, awsApiAccessSecretRef: aws}}]
  master: {minNodes: 1, locations: [{locationRef: aws1}]}
---
kind: Secret
metadata: {name: ssh}
spec: {sshKey: {sshPublicKey: k}}
`,
  "with anchors": `kind: Cluster
metadata: {name: x}
spec:
  locations: [&l {name: &n aws1, aws: &s {region: r, awsApiAccessSecretRef: aws}}, {<<: *l, name: aws2}]
  master: &m {minNodes: 1, locations: &ls [{locationRef: *n}]}
  nodes: [{<<: *m, name: a}, {<<: *m, name: b, locations: [{locationRef: aws2, aws: {}}]}, {name: c, minNodes: 2, locations: *ls}]
`,
};

const FRAGMENTS: Readonly<Record<string, string>> = {
  "an agent config": "spec:\n  kublrAgentConfig: {cluster: {addon: {spegel: {enabled: false}}}}\n",
  "a master": "spec: {master: {minNodes: 3, kublrAgentConfig: {a: b}}}\n",
  "groups without names": "spec: {nodes: [{minNodes: 1, autoscaling: true}, {minNodes: 2}]}\n",
  "a location of a group": "spec: {nodes: [{locations: [{locationRef: aws1, aws: {instanceType: t3}}]}]}\n",
  locations: "spec: {locations: [{name: aws1, aws: {region: x}}, {azure: {}}, {name: b}]}\n",
  "a network": "spec: {network: {dnsIP: 100.64.0.10}}\n",
  features: "spec: {features: {ingress: {}}}\n",
};

describe("specs in which nothing is wrong", () => {
  const told = (text: string) =>
    analyze(text)
      .diagnostics.filter(({ code, severity }) => code.startsWith("spec/") && severity !== "info")
      .map(({ code, message }) => `${code}: ${message}`)
      .filter((one) => !one.startsWith("spec/secret-document:"));

  it.each(Object.entries(RIGHT))("%s", (_, text) => expect(told(text)).toEqual([]));
  it.each(Object.entries(FRAGMENTS))("a fragment: %s", (_, text) => expect(told(text)).toEqual([]));
});
