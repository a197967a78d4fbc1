import { editSpec } from "@lookinglass/cluster-spec";
import { expect, it } from "vitest";
import type { Diagnostic, Settings, TextPosition } from "../../analysis.js";
import { analyze } from "../../analyze.js";
import { atEveryPlace } from "../../places.js";
import { marked } from "../../testing/marked-spec.js";

const AWS = `kind: Cluster
metadata:
  name: shop
spec:
  kublrAgentRef: 1.31.4-2
  locations:
    - name: aws1
      aws:
        region: us-east-1
        awsApiAccessSecretRef: aws-shop
        vpcCidrBlock: 172.16.0.0/16
  network:
    provider: cni-calico
    apiServerSecurePort: 6443
    clusterCIDR: 100.64.0.0/10
    podCIDR: 100.96.0.0/11
    serviceCIDR: 100.64.0.0/13
  master:
    minNodes: 3
    kublrVariant: aws-ubuntu-20.04
    locations:
      - locationRef: aws1
        aws:
          instanceType: t3.large
          availabilityZones: [us-east-1a, us-east-1b]
          rootVolume:
            size: 40
  nodes:
    - name: web
      minNodes: 2
      maxNodes: 6
      autoscaling: true
      stateful: false
      kublrVariant: aws-ubuntu-20.04
      kublrAgentConfig:
        labels:
          tier: front
      locations:
        - locationRef: aws1
          aws:
            instanceType: m5.large
    - name: data
      minNodes: 3
      kublrVariant: aws-ubuntu-20.04
      locations:
        - locationRef: aws1
          aws:
            instanceType: m5.large
  features:
    ingress:
      ingressControllers:
        - nginx:
            enabled: true
    monitoring:
      enabled: true
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          enabled: true
`;

const AZURE = `kind: Secret
metadata:
  name: azure-shop
spec:
  azureApiAccessKey:
    subscriptionId: a
    tenantId: b
    aadClientId: c
    aadClientSecret: d
---
kind: Cluster
metadata:
  name: shop
spec:
  kublrAgentRef: 1.34.1
  locations:
    - name: azr1
      azure:
        region: eastus
        azureApiAccessSecretRef: azure-shop
  master:
    minNodes: 1
    locations:
      - locationRef: azr1
        azure:
          instanceType: Standard_D4s_v5
          osDisk:
            diskSizeGb: 128
  nodes:
    - minNodes: 2
      locations:
        - locationRef: azr1
          azure:
            instanceType: Standard_D8s_v5
`;

interface Mistake {
  readonly base: string;
  /** What of the base is written otherwise: once, the first time it stands there; «marks» where it is told. */
  readonly change: readonly (readonly [from: string, to: string])[];
  readonly code: string;
  /** Title of the fix; null where there is no one right answer. */
  readonly fix: RegExp | null;
}

const aws = (code: string, fix: RegExp | null, ...change: Mistake["change"]): Mistake => ({
  base: AWS,
  change,
  code,
  fix,
});
const azure = (code: string, fix: RegExp | null, ...change: Mistake["change"]): Mistake => ({
  base: AZURE,
  change,
  code,
  fix,
});

const MISTAKES: Readonly<Record<string, Mistake>> = {
  "a misspelt locationRef": aws("spec/location-ref", /aws1/, [
    "- locationRef: aws1\n        aws:\n          instanceType: t3",
    "- locationRef: «asw1»\n        aws:\n          instanceType: t3",
  ]),
  "a locationRef of another cluster": aws("spec/location-ref", /aws1/, [
    "- locationRef: aws1",
    "- locationRef: «frankfurt»",
  ]),
  "a locationRef left out": azure("spec/location-ref", /azr1/, [
    "- locationRef: azr1\n        azure:\n          instanceType: Standard_D4s_v5\n          osDisk:\n            diskSizeGb: 128",
    "- «azure:\n          instanceType: Standard_D4s_v5\n          osDisk:\n            diskSizeGb: 128»",
  ]),
  "a group without locations": azure("spec/no-locations", /azr1/, [
    "    - minNodes: 2\n      locations:\n        - locationRef: azr1\n          azure:\n            instanceType: Standard_D8s_v5\n",
    "    - «minNodes: 2»\n",
  ]),
  "an empty list of locations": aws("spec/no-locations", /aws1/, [
    "      locations:\n        - locationRef: aws1\n          aws:\n            instanceType: m5.large\n    - name: data",
    "      «locations»: []\n    - name: data",
  ]),
  "a master without locations": azure(
    "spec/no-locations",
    /azr1/,
    [
      "    locations:\n      - locationRef: azr1\n        azure:\n          instanceType: Standard_D4s_v5\n          osDisk:\n            diskSizeGb: 128\n",
      "",
    ],
    ["  master:", "  «master»:"],
  ),
  "another provider's section": azure("spec/provider-mismatch", null, [
    "        azure:\n          instanceType: Standard_D4s_v5",
    "        «aws»:\n          instanceType: Standard_D4s_v5",
  ]),
  "two groups of one name": aws("spec/duplicate-name", null, ["- name: data", "- name: «web»"]),
  "two locations of one name": aws("spec/duplicate-name", null, [
    "  network:",
    "    - name: «aws1»\n      aws:\n        region: eu-west-1\n        awsApiAccessSecretRef: aws-shop\n  network:",
  ]),
  "a location without a name": aws("spec/location-name", /aws1/, [
    "    - name: aws1\n      aws:\n        region",
    "    - «aws:»\n        region",
  ]),
  "an API secret left out": aws(
    "spec/secret-ref",
    null,
    ["        awsApiAccessSecretRef: aws-shop\n", ""],
    ["      aws:\n        region", "      «aws»:\n        region"],
  ),
  "an API secret's key misspelt": aws("spec/unknown-key", /awsApiAccessSecretRef/, [
    "awsApiAccessSecretRef",
    "«awsApiAccesSecretRef»",
  ]),
  "a Secret that the file does not hold": azure("spec/secret-ref", /azure-shop/, [
    "azureApiAccessSecretRef: azure-shop",
    "azureApiAccessSecretRef: «azure-shp»",
  ]),
  "a Secret of another kind": azure(
    "spec/secret-ref",
    null,
    [
      "  azureApiAccessKey:\n    subscriptionId: a\n    tenantId: b\n    aadClientId: c\n    aadClientSecret: d\n",
      "  awsApiAccessKey:\n    accessKeyId: a\n    secretAccessKey: b\n",
    ],
    ["azureApiAccessSecretRef: azure-shop", "azureApiAccessSecretRef: «azure-shop»"],
  ),
  "an AWS secret in an Azure location": azure("spec/secret-ref", /azureApiAccessSecretRef/, [
    "azureApiAccessSecretRef",
    "«awsApiAccessSecretRef»",
  ]),
  "minNodes above maxNodes": aws("spec/node-count", /Swap/, [
    "minNodes: 2\n      maxNodes: 6",
    "minNodes: «9»\n      maxNodes: 6",
  ]),
  "a negative minNodes": aws("spec/node-count", null, [
    "    - name: data\n      minNodes: 3",
    "    - name: data\n      minNodes: «-3»",
  ]),
  "a negative maxNodes": aws("spec/node-count", null, [
    "maxNodes: 6\n      autoscaling: true",
    "maxNodes: «-6»\n      autoscaling: false",
  ]),
  "autoscaling without maxNodes": aws("spec/autoscaling", null, [
    "      maxNodes: 6\n      autoscaling: true",
    "      autoscaling: «true»",
  ]),
  "initialNodes above maxNodes": aws("spec/node-count", /Begin with 6/, [
    "      maxNodes: 6\n",
    "      maxNodes: 6\n      initialNodes: «7»\n",
  ]),
  "no name in the metadata": aws("spec/cluster-name", null, [
    "metadata:\n  name: shop\n",
    "«metadata»:\n  labels: {a: b}\n",
  ]),
  "no metadata": aws("spec/cluster-name", null, [
    "kind: Cluster\nmetadata:\n  name: shop\n",
    "kind: «Cluster»\n",
  ]),
  "a CIDR that is none": aws("spec/cidr", null, ["100.96.0.0/11", "«100.96.0.0/33»"]),
  "a CIDR without its length": aws("spec/cidr", null, [
    "clusterCIDR: 100.64.0.0/10",
    "clusterCIDR: «100.64.0.0»",
  ]),
  "a location's CIDR with an impossible number": aws("spec/cidr", null, [
    "172.16.0.0/16",
    "«172.16.0.256/16»",
  ]),
  "a CIDR in words": aws("spec/cidr", null, ["serviceCIDR: 100.64.0.0/13", "serviceCIDR: «auto»"]),
  "workers for nodes": aws("spec/worker-groups", /nodes/, ["  nodes:\n", "  «workers»:\n"]),
  "an agent config in a location": aws(
    "spec/section-misplaced",
    /kublrAgentConfig|[Mm]ove/,
    ["        region: us-east-1\n", "        region: us-east-1\n"],
    ["    - name: aws1\n", "    - name: aws1\n      «kublrAgentConfig»: {labels: {a: b}}\n"],
  ),
  "an agent config in a location's provider section": aws("spec/section-misplaced", /./, [
    "        region: us-east-1\n",
    "        region: us-east-1\n        «kublrAgentConfig»: {labels: {a: b}}\n",
  ]),
  "an agent config in the master's provider section": aws("spec/section-misplaced", /./, [
    "          instanceType: t3.large\n",
    "          instanceType: t3.large\n          «kublrAgentConfig»: {labels: {a: b}}\n",
  ]),
  "an agent config in a group's location": aws("spec/section-misplaced", /./, [
    "    - name: data\n      minNodes: 3\n      kublrVariant: aws-ubuntu-20.04\n      locations:\n        - locationRef: aws1\n",
    "    - name: data\n      minNodes: 3\n      kublrVariant: aws-ubuntu-20.04\n      locations:\n        - locationRef: aws1\n          «kublrAgentConfig»: {labels: {a: b}}\n",
  ]),
  "an agent config in a feature": aws("spec/section-misplaced", /./, [
    "    monitoring:\n      enabled: true\n",
    "    monitoring:\n      enabled: true\n      «kublrAgentConfig»: {labels: {a: b}}\n",
  ]),
  "an agent's version and an archive that contradict each other": aws("agent/versions-differ", /./, [
    "  kublrAgentRef: 1.31.4-2\n",
    "  kublrAgentRef: 1.31.4-2\n  kublrAgentTgzUrl: «https://repo.example.com/kublr/1.29.7/kublr-1.29.7-linux.tar.gz»\n",
  ]),
  "the latest agent": aws("agent/version-unknown", null, ["1.31.4-2", "«latest»"]),
  "an agent's version in a group": aws("agent/misplaced", /./, [
    "    - name: data\n",
    "    - name: data\n      «kublrAgentRef»: 1.31.4-2\n",
  ]),
  "an agent's version in the master": azure(
    "agent/misplaced",
    /./,
    ["  kublrAgentRef: 1.34.1\n", ""],
    ["  master:\n    minNodes: 1\n", "  master:\n    minNodes: 1\n    «kublrAgentRef»: 1.34.1\n"],
  ),
  "text for true or false": aws("spec/type", /false/, ["stateful: false", 'stateful: «"no"»']),
  "text for a number": aws("spec/type", /6443/, [
    "apiServerSecurePort: 6443",
    'apiServerSecurePort: «"6443"»',
  ]),
  "text for a count": aws("spec/type", /3/, [
    "    minNodes: 3\n    kublrVariant",
    '    minNodes: «"3"»\n    kublrVariant',
  ]),
  "a size with its unit": aws("spec/type", null, ["size: 40", "size: «40GB»"]),
  "one zone for a list": aws("spec/type", /us-east-1a/, ["[us-east-1a, us-east-1b]", "«us-east-1a»"]),
  "a map for a list of groups": azure("spec/type", null, [
    "    - minNodes: 2\n      locations:\n        - locationRef: azr1\n          azure:\n            instanceType: Standard_D8s_v5\n",
    "    «web: {minNodes: 2}»\n",
  ]),
  "a feature's switch as text": aws("spec/type", /true/, [
    "            enabled: true",
    '            enabled: «"true"»',
  ]),
  "true as a label": aws("spec/type", /./, ["tier: front", "tier: «true»"]),
  "a misspelt kublrVariant": aws("spec/unknown-key", /kublrVariant/, ["kublrVariant", "«kublrVarient»"]),
  "a misspelt feature": aws("spec/unknown-key", /monitoring/, ["monitoring", "«monitorng»"]),
  "a misspelt instanceType": aws("spec/unknown-key", /instanceType/, ["instanceType", "«instaceType»"]),
  "a misspelt disk": azure("spec/unknown-key", /osDisk/, ["osDisk", "«osDisc»"]),
  "locationref in small letters": aws("spec/unknown-key", /locationRef/, ["locationRef", "«locationref»"]),
  "a misspelt agent version": aws("spec/unknown-key", /kublrAgentRef/, ["kublrAgentRef", "«kublrAgentref»"]),
  "CRI-O as a runtime": aws("spegel/runtime-assumed", /./, [
    "  kublrAgentConfig:\n    cluster:\n",
    "  kublrAgentConfig:\n    kublr:\n      container_runtime: «cri-o»\n    cluster:\n",
  ]),
  "CRI-O's socket": aws("spegel/runtime-assumed", /./, [
    "  kublrAgentConfig:\n    cluster:\n",
    "  kublrAgentConfig:\n    kublr:\n      cri_socket: «unix:///var/run/crio/crio.sock»\n    cluster:\n",
  ]),
  "Docker as a runtime of a group": aws("spegel/runtime-assumed", /./, [
    "        labels:\n          tier: front\n",
    "        labels:\n          tier: front\n        runtime: «docker»\n",
  ]),
};

const ASIDE = "spec/secret-document";

function findingsOf(text: string, settings: Settings = {}): readonly Diagnostic[] {
  return atEveryPlace(analyze(text, settings).diagnostics).filter(({ code }) => code !== ASIDE);
}

const textOf = (change: Mistake["change"], base: string) =>
  change.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, base);

it.each([
  ["AWS", AWS],
  ["Azure", AZURE],
])("nothing is said of the spec without mistakes: %s", (_, text) => {
  expect(findingsOf(text)).toEqual([]);
});

it.each(Object.entries(MISTAKES))("%s", (_, { base, change, code, fix }) => {
  const { text, marks } = marked(textOf(change, base));
  const found = findingsOf(text);
  expect(found.map((one) => ({ text: between(text, one), start: one.range.start }))).toEqual(marks);
  expect(found.map((one) => one.code)).toEqual([code]);
  const fixes = found.flatMap((one) => one.fixes);
  if (fix === null) {
    expect(fixes).toEqual([]);
    return;
  }
  const offered = fixes.find(({ title }) => fix.test(title));
  expect(offered).toBeDefined();
  const left = findingsOf(editSpec(text, offered?.edits ?? []).text, offered?.assume ?? {});
  // Of another runtime than containerd spegel/runtime has something to say.
  expect([...new Set(left.map((one) => one.code))]).toEqual(offered?.assume ? ["spegel/runtime"] : []);
});

function between(text: string, { range: { start, end } }: Diagnostic): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

function offsetOf(text: string, { line, column }: TextPosition): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
