import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { AWS_LOCATION, AZURE_LOCATION, awsCluster, awsGroup, cluster } from "../../testing/specs.js";

describeRule("spec/duplicate-name", {
  fires: {
    "two groups": awsCluster({ nodes: [awsGroup("web"), awsGroup("«web» # again")] }),
    "three groups": awsCluster({ nodes: [awsGroup("web"), awsGroup("«'web'»"), awsGroup('«"web"»')] }),
    "two locations": awsCluster({ locations: [AWS_LOCATION, AZURE_LOCATION.replace("az1", "«aws1»")] }),
    "locations in a fragment": "spec:\n  locations: [{name: a}, {name: «a»}]\n",
    "groups in a fragment": "spec:\n  nodes: [{name: a}, {name: b}, {name: «a»}]\n",
    "a number and its text": cluster("  nodes: [{name: 1}, {name: «'1'»}]\n"),
    "two without a name": awsCluster({
      nodes: [awsGroup("web"), ...["minNodes: 1", "«minNodes: 3»"].map((line) => `    - ${line}\n`)],
    }),
    "one called default and one without a name": cluster("  nodes: [{name: default}, «{minNodes: 1}»]\n"),
    "one without a name and one called default": cluster("  nodes: [{minNodes: 1}, {name: «default»}]\n"),
    "like the master": awsCluster({ nodes: [awsGroup("«master»")] }),
    "like the master's own name": awsCluster({ master: "    name: control", nodes: [awsGroup("«control»")] }),
    "like the master of a spec without one": cluster("  nodes: [{name: «master»}]\n"),
    "by a merge key": cluster("  nodes: [&g {name: «web»}, {<<: *g, minNodes: 2}]\n"),
    "by an alias": cluster("  nodes: [{name: &n web}, {name: «*n»}]\n"),
    JSON: '{"kind": "Cluster", "spec": {"nodes": [{"name": "web"}, {"name": «"web"»}]}}',
    "CRLF line breaks": awsCluster({ nodes: [awsGroup("web"), awsGroup("«web»")] }).replaceAll("\n", "\r\n"),
  },
  silent: {
    "a group and a location": awsCluster({ nodes: [awsGroup("aws1")] }),
    "one without a name": awsCluster({ nodes: [awsGroup("web"), "    - minNodes: 1\n"] }),
    "two numbers": cluster("  nodes: [{name: 1}, {name: 01}]\n"),
    "other capitals": cluster("  nodes: [{name: web}, {name: Web}]\n"),
    "one called master beside a master of another name": awsCluster({
      master: "    name: control",
      nodes: [awsGroup("master")],
    }),
    "the master's own name": awsCluster({ master: "    name: master" }),
    "two without a name in a fragment": "spec:\n  nodes: [{minNodes: 1}, {minNodes: 2}]\n",
    "groups of two Clusters": `${awsCluster()}---\n${awsCluster()}`,
    "locations without a name": cluster("  locations: [{aws: {}}, {aws: {}}]\n"),
    "a name that is none": cluster("  nodes: [{name: []}, {name: []}]\n"),
    "a whole example": example("10-aws-two-groups.yaml"),
  },
});

describe("spec/duplicate-name", () => {
  const messages = (text: string) => diagnosticsOf(text, "spec/duplicate-name").map(({ message }) => message);

  it("names the other one's line", () => {
    expect(messages(awsCluster({ nodes: [awsGroup("web"), awsGroup("b"), awsGroup("web")] }))).toEqual([
      "Group web has the name of the group on line 13.",
    ]);
    expect(messages(awsCluster({ locations: [AWS_LOCATION, AWS_LOCATION] }))).toEqual([
      "Location aws1 has the name of the location on line 6: no locationRef tells them apart.",
    ]);
    expect(messages(cluster("  nodes:\n    - {name: default}\n    - {minNodes: 1}\n"))).toEqual([
      "A group without a name becomes default, as the group on line 5 is called already.",
    ]);
    expect(messages(cluster("  nodes: [{name: master}]\n"))).toEqual([
      "Worker group master has the name of the master's group.",
    ]);
  });

  it("is one of many places where the names are many", () => {
    const nodes = Array.from({ length: 30 }, (_, index) => awsGroup(`g${index % 15}`));
    expect(messages(awsCluster({ nodes }))).toHaveLength(15);
  });
});
