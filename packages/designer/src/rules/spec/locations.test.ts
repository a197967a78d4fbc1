import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { AWS_LOCATION, AZURE_LOCATION, awsCluster, awsGroup, cluster } from "../../testing/specs.js";

const both = [AWS_LOCATION, AZURE_LOCATION];
const inJson = (ref: string) =>
  `{"kind": "Cluster", "metadata": {"name": "c"}, "spec": {"locations": [{"name": "aws1", "aws": {}}],\n "nodes": [{"name": "web", "locations": [{"locationRef": ${ref}}]}]}}\n`;

describeRule("spec/location-ref", {
  fires: {
    "of a group": awsCluster({ nodes: [awsGroup("web", "«aws2»")] }),
    "of the master": cluster(
      `  locations:\n${AWS_LOCATION}  master:\n    locations:\n      - locationRef: «aws»\n`,
    ),
    "each one of a group": awsCluster({
      nodes: [awsGroup("web", "«'aws2'»").trimEnd().concat("\n        - locationRef: «az9»\n")],
    }),
    "with another capital": awsCluster({ nodes: [awsGroup("web", "«AWS1»")] }),
    "with a blank in quotes": awsCluster({ nodes: [awsGroup("web", "«'aws1 '»")] }),
    "of the secret store": awsCluster({
      more: "  secretStore: {awsS3: {locationRef: «aws9», s3BucketName: b}}\n",
    }),
    "a number that is another name": cluster(
      "  locations: [{name: 01, aws: {}}]\n  nodes: [{locations: [{locationRef: «1»}]}]\n",
    ),
    "no location in the spec": cluster("  nodes: [{locations: [{locationRef: «aws1»}]}]\n"),
    "null in the list of locations": cluster(
      "  locations: [null, {name: a, aws: {}}, {name: b, aws: {}}]\n  nodes: [{locations: [{locationRef: «c»}]}]\n",
    ),
    "of the first of two Clusters": `${awsCluster({ nodes: [awsGroup("web", "«aws2»")] })}---\n${awsCluster({ nodes: [awsGroup("web", "aws2")] })}`,
    JSON: inJson('«"aws2"»'),
    "CRLF line breaks": awsCluster({ nodes: [awsGroup("web", "«aws2» # mine")] }).replaceAll("\n", "\r\n"),
    missing: awsCluster({ nodes: ["    - name: web\n      locations:\n        - «aws: {}»\n"] }),
    empty: awsCluster({
      nodes: [awsGroup("web", "«''»")].map((text) => text.replace("locationRef: «''»", "«locationRef»: ''")),
    }),
    null: awsCluster({ nodes: [awsGroup("web", "~").replace("locationRef", "«locationRef»")] }),
    "misspelt in a fragment":
      "spec:\n  locations: [{name: dublin}]\n  master: {locations: [{locationRef: «dubln»}]}\n",
  },
  silent: {
    "two locations of two providers": awsCluster({
      locations: both,
      nodes: [awsGroup("web"), awsGroup("b", "az1")],
    }),
    "several locations of a group": awsCluster({
      locations: both,
      nodes: [`${awsGroup("web")}        - locationRef: az1\n`],
    }),
    "quoted and not": awsCluster({ nodes: [awsGroup("web", '"aws1"')] }),
    "numbers as names": cluster(
      "  locations: [{name: 1, aws: {}}]\n  nodes: [{locations: [{locationRef: '1'}]}]\n",
    ),
    "numbers as they are written": cluster(
      "  locations: [{name: 007, aws: {}}]\n  nodes: [{locations: [{locationRef: '007'}, {locationRef: 007}]}]\n",
    ),
    "a name of another anchor": cluster(
      "  locations: [{name: &n aws1, aws: {}}]\n  nodes: [{locations: [{locationRef: *n}]}]\n",
    ),
    "a merged location": cluster(
      "  locations: [{name: aws1, aws: {}}]\n  master: &m {locations: [{locationRef: aws1}]}\n  nodes: [{<<: *m, name: w}]\n",
    ),
    "a whole example": example("11-vsphere-ha-group-overrides.yaml"),
    "a misspelt key, which is spec/unknown-key": awsCluster({
      nodes: [awsGroup("web").replace("locationRef", "locationref")],
    }),
    "a location without a name, which is spec/location-name": cluster(
      "  locations: [{aws: {}}]\n  nodes: [{locations: [{locationRef: aws1}]}]\n",
    ),
    "a list, which is spec/type": awsCluster({ nodes: [awsGroup("web", "[aws1]")] }),
    "a fragment": "spec:\n  locations: [{name: a}]\n  nodes: [{locations: [{locationRef: b}, {aws: {}}]}]\n",
    "another secret store": awsCluster({ more: "  secretStore: {vault: {url: x}}\n" }),
    "no kind of Cluster": "kind: Pod\nspec:\n  nodes: [{locations: [{locationRef: b}]}]\n",
  },
  unfixed: {
    "two that are alike near": awsCluster({
      locations: [AWS_LOCATION, AWS_LOCATION.replace("aws1", "aws2")],
      nodes: [awsGroup("web", "aws3")],
    }),
    "none that is near": awsCluster({ locations: both, nodes: [awsGroup("web", "dublin")] }),
    "a group that a merge key repeats": cluster(
      "  locations: [{name: aws1, aws: {}}]\n  nodes: [&g {locations: [{locationRef: aws2}]}, {<<: *g, name: b}]\n",
    ),
  },
  fixes: {
    misspelt: {
      title: /Refer to aws1/,
      before: awsCluster({ locations: both, nodes: [awsGroup("web", "'AWS-1' # ours")] }),
      after: awsCluster({ locations: both, nodes: [awsGroup("web", "'aws1' # ours")] }),
    },
    "the only location": {
      title: /Refer to aws1/,
      before: awsCluster({ nodes: [awsGroup("web", "dublin")] }),
      after: awsCluster({ nodes: [awsGroup("web", "aws1")] }),
    },
    missing: {
      title: /Refer to aws1/,
      before: awsCluster({
        nodes: ["    - name: web\n      locations:\n        - aws:\n            instanceType: t3 # mine\n"],
      }),
      after: awsCluster({
        nodes: [
          "    - name: web\n      locations:\n        - aws:\n            instanceType: t3 # mine\n          locationRef: aws1\n",
        ],
      }),
    },
    empty: {
      title: /Refer to aws1/,
      before: awsCluster({ nodes: [awsGroup("web", "~ # later")] }),
      after: awsCluster({ nodes: [awsGroup("web", "aws1 # later")] }),
    },
    JSON: { title: /aws1/, before: inJson('"aws2"'), after: inJson('"aws1"') },
    "CRLF line breaks": {
      title: /aws1/,
      before: awsCluster({ nodes: [awsGroup("web", "aws2 # mine")] }).replaceAll("\n", "\r\n"),
      after: awsCluster({ nodes: [awsGroup("web", "aws1 # mine")] }).replaceAll("\n", "\r\n"),
    },
  },
});

describe("spec/location-ref", () => {
  const messages = (text: string) => diagnosticsOf(text, "spec/location-ref").map(({ message }) => message);

  it("names what there is", () => {
    expect(messages(awsCluster({ locations: both, nodes: [awsGroup("web", "dublin")] }))).toEqual([
      "locationRef dublin names no location: spec.locations has aws1 and az1.",
    ]);
    expect(messages(awsCluster({ nodes: ["    - name: web\n      locations: [{}]\n"] }))).toEqual([
      "A location of group web has no locationRef: spec.locations has aws1.",
    ]);
  });

  it("is one for many groups", () => {
    const nodes = Array.from({ length: 40 }, (_, index) => awsGroup(`g${index}`, `x${index}`));
    const found = diagnosticsOf(awsCluster({ nodes }), "spec/location-ref");
    expect(found).toHaveLength(40);
    expect(found[0]?.severity).toBe("error");
  });
});
