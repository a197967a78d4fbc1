import { describe, expect, test } from "vitest";
import { parseSpec } from "../parse/parse-spec.js";
import { checkTypes } from "./check-types.js";
import { unknownKeys } from "./unknown-keys.js";

const cluster = (spec: string) => parseSpec(`kind: Cluster\nspec: ${spec}\n`);

describe("misspelt keys", () => {
  test.each([
    ["kublrVarient", "kublrVariant", "{nodes: [{kublrVarient: x}]}"],
    ["monitorng", "monitoring", "{features: {monitorng: {}}}"],
    ["locatoinRef", "locationRef", "{master: {locations: [{locatoinRef: a}]}}"],
    ["instanceTyp", "instanceType", "{master: {locations: [{aws: {instanceTyp: a}}]}}"],
    ["avaliabilityZones", "availabilityZones", "{locations: [{aws: {avaliabilityZones: [a]}}]}"],
    ["minnodes", "minNodes", "{nodes: [{minnodes: 3}]}"],
    ["KublrAgentConfig", "kublrAgentConfig", "{master: {KublrAgentConfig: {}}}"],
    ["regoin", "region", "{locations: [{azure: {regoin: eastus}}]}"],
    ["repoURL", "repoUrl", "{packages: {a: {chart: {repoURL: x}}}}"],
    ["vpc_id", "vpcId", "{locations: [{aws: {vpc_id: x}}]}"],
    ["subnetId", "subnetIds", "{nodes: [{locations: [{aws: {subnetId: [x]}}]}]}"],
    ["apiServerSecurPort", "apiServerSecurePort", "{network: {apiServerSecurPort: 443}}"],
    ["nginxx", "nginx", "{features: {ingress: {ingressControllers: [{nginxx: {}}]}}}"],
  ])("%s", (key, known, spec) => {
    expect(unknownKeys(cluster(spec))).toMatchObject([{ key, known }]);
  });

  test.each([
    "{locations: [{aws: {cidrBlocks: {nodePrivate: [], nodePublic: [], otherPrivate: []}}}]}",
    "{nodes: [{locations: [{azure: {zone: '1'}}]}]}",
    "{nodes: [{locations: [{aws: {subnetId: x, instanceTypes: [a], availabilityZone: b}}]}]}",
    "{nodes: [{locations: [{azure: {availabilitySet: name}}]}]}",
    "{locations: [{aws: {vpcCidrBlocks: [a], regions: [b]}}]}",
    "{network: {dnsIPs: [a], clusterIP: b, podIP: c}}",
    "{master: {kublrAgentConfig: {kublr: {kube_scheduler_flag: {}, kube_proxy_flag: {}, kubelet_flag: {}}}}}",
    "{nodes: [{labels: {a: b}, taints: []}]}",
    "{packages: {chart: {values: {enabeld: 1}}, valuess: {chart: {}}}}",
    "{locations: [{aws: {resourcesCloudFormationExtras: {regoin: 1}}, vSphere: {regoin: 1}}]}",
  ])("but not what may be a key of Kublr's: %s", (spec) => {
    expect(unknownKeys(cluster(spec))).toEqual([]);
  });
});

describe("types known from public specs", () => {
  test.each([
    ['{nodes: [{stateful: "no"}]}', "stateful", "true or false"],
    ['{network: {apiServerSecurePort: "6443"}}', "apiServerSecurePort", "a whole number"],
    ["{locations: [{aws: {availabilityZones: us-east-1a}}]}", "availabilityZones", "a list"],
    ["{locations: [{aws: {accountId: 123456789012}}]}", "accountId", "text"],
    ["{nodes: [{locations: [{azure: {zones: [1]}}]}]}", 0, "text"],
    ["{nodes: [{locations: [{azure: {osDisk: {imageSku: 18.04}}}]}]}", "imageSku", "text"],
    ["{packages: {a: {chart: {version: 1.10}}}}", "version", "text"],
    ["{features: {ingress: {ingressControllers: {nginx: {}}}}}", "ingressControllers", "a list"],
    ["{features: {logging: {sinks: [{selfHosted: true}]}}}", "selfHosted", "a map"],
    ["{master: {kublrAgentConfig: {labels: {gpu: true}}}}", "gpu", "text"],
    ["{secretStore: {awsS3: bucket}}", "awsS3", "a map"],
  ])("%s", (spec, key, expected) => {
    const faults = checkTypes(cluster(spec)).map(({ path, ...fault }) => ({ key: path.at(-1), ...fault }));
    expect(faults).toMatchObject([{ key, expected, firm: false }]);
  });

  test("what Kublr's pages document", () => {
    expect(checkTypes(cluster('{nodes: [a], master: {minNodes: "3"}}'))).toMatchObject([
      { path: ["spec", "nodes", 0], firm: true },
      { path: ["spec", "master", "minNodes"], firm: true },
    ]);
  });
});
