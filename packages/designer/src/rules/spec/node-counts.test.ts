import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { awsCluster, cluster } from "../../testing/specs.js";

const group = (...lines: string[]) =>
  awsCluster({
    nodes: [
      `    - name: web\n${lines.map((line) => `      ${line}\n`).join("")}      locations: [{locationRef: aws1}]\n`,
    ],
  });
const master = (...lines: string[]) => awsCluster({ master: lines.map((line) => `    ${line}`).join("\n") });

describeRule("spec/node-count", {
  fires: {
    "minNodes above maxNodes": group("minNodes: «5» # at least", "maxNodes: 3"),
    "of the master": master("maxNodes: 1", "minNodes: «3»"),
    "in a fragment": "spec:\n  nodes: [{minNodes: «2», maxNodes: 1}]\n",
    "minNodes above 0": group("minNodes: «1»", "maxNodes: 0"),
    "numbers of Go": group("minNodes: «012»", "maxNodes: 9"),
    "initialNodes above maxNodes": group("minNodes: 1", "maxNodes: 3", "initialNodes: «4»"),
    "initialNodes below minNodes": group("initialNodes: «0»", "minNodes: 1", "maxNodes: 3"),
    "initialNodes above maxNodes, no minNodes": group("maxNodes: 3", "initialNodes: «4»"),
    "initialNodes above minNodes, no maxNodes (warning)": group("minNodes: 2", "initialNodes: «4»"),
    "a negative count": group("minNodes: «-1»"),
    "each negative count": group("minNodes: «-3»", "maxNodes: «-1»", "initialNodes: «-2»"),
    "a negative maxNodes, which no count is held against": group("minNodes: 0", "maxNodes: «-1»"),
    "a merged count": cluster("  nodes: [{<<: {maxNodes: 1}, minNodes: «2»}]\n"),
    "an alias": cluster("  nodes: [{maxNodes: &n 3, minNodes: «4»}, {minNodes: *n, maxNodes: 3}]\n"),
    JSON: '{"kind": "Cluster", "spec": {"nodes": [{"minNodes": «3», "maxNodes": 2}]}}',
    "CRLF line breaks": group("minNodes: «5»", "maxNodes: 3").replaceAll("\n", "\r\n"),
  },
  silent: {
    "the same": group("minNodes: 3", "maxNodes: 3", "initialNodes: 3"),
    none: group("kublrVariant: x"),
    "0 to 5": group("minNodes: 0", "maxNodes: 5", "initialNodes: 0"),
    "between them": group("minNodes: 1", "maxNodes: 5", "initialNodes: 2"),
    "no maxNodes": group("minNodes: 3", "initialNodes: 3", "maxNodes: null"),
    "initialNodes above minNodes in a fragment": "spec:\n  nodes: [{minNodes: 2, initialNodes: 4}]\n",
    "text, which is spec/type": group("minNodes: '5'", "maxNodes: 3"),
    "a number that is too large, which is spec/type": group("minNodes: 99999999999999999999", "maxNodes: 3"),
    "no whole number, which is spec/type": group("minNodes: 5.5", "maxNodes: 3"),
    "a misspelt maxNodes, which is spec/unknown-key": group("minNodes: 2", "initialNodes: 4", "maxnodes: 5"),
    "a whole example": example("10-aws-two-groups.yaml"),
  },
  unfixed: {
    "a negative count": group("minNodes: -1"),
    "initialNodes without maxNodes": group("minNodes: 2", "initialNodes: 4"),
  },
  fixes: {
    "swapped, whatever stands beside them": {
      title: /Swap them: minNodes 3, maxNodes 5/,
      before: group("minNodes: 5 # at least", "maxNodes: 3 # at most"),
      after: group("minNodes: 3 # at least", "maxNodes: 5 # at most"),
    },
    "swapped in JSON": {
      title: /Swap/,
      before: '{"kind": "Cluster", "spec": {"nodes": [{"minNodes": 3, "maxNodes": 2}]}}',
      after: '{"kind": "Cluster", "spec": {"nodes": [{"minNodes": 2, "maxNodes": 3}]}}',
    },
    "at most": {
      title: /Begin with 3/,
      before: group("minNodes: 1", "maxNodes: 3", "initialNodes: 4 # now"),
      after: group("minNodes: 1", "maxNodes: 3", "initialNodes: 3 # now"),
    },
    "at least": {
      title: /Begin with 2/,
      before: group("initialNodes: 1", "minNodes: 2"),
      after: group("initialNodes: 2", "minNodes: 2"),
    },
  },
});

describeRule("spec/autoscaling", {
  fires: {
    "without maxNodes": group("minNodes: 2", "autoscaling: «true»"),
    "without any count": group("autoscaling: «true» # yes"),
    "with null": group("minNodes: 2", "maxNodes:", "autoscaling: «true»"),
    "with the same (info)": group("minNodes: 2", "maxNodes: 2", "autoscaling: «true»"),
    "with the same in a fragment (info)":
      "spec:\n  nodes: [{minNodes: 2, maxNodes: 2, autoscaling: «true»}]\n",
    "of the master": master("minNodes: 3", "autoscaling: «true»"),
    "a capital": group("minNodes: 2", "autoscaling: «True»"),
    merged: cluster("  nodes: [{<<: {autoscaling: «true»}, minNodes: 2}]\n"),
    "each group": cluster("  nodes: [{autoscaling: «true»}, {autoscaling: «true»}, {autoscaling: false}]\n"),
    JSON: '{"kind": "Cluster", "spec": {"nodes": [{"minNodes": 3, "autoscaling": «true»}]}}',
    "CRLF line breaks": group("autoscaling: «true»").replaceAll("\n", "\r\n"),
  },
  silent: {
    "with both": group("minNodes: 2", "maxNodes: 8", "autoscaling: true"),
    "with maxNodes": group("maxNodes: 8", "autoscaling: true"),
    off: group("minNodes: 2", "autoscaling: false"),
    null: group("minNodes: 2", "autoscaling:"),
    "text, which is spec/type": group("minNodes: 2", "autoscaling: 'true'"),
    "a word of YAML 1.1, which is spec/yaml11-boolean": group("minNodes: 2", "autoscaling: yes"),
    "maxNodes as text, which is spec/type": group("minNodes: 2", "maxNodes: '8'", "autoscaling: true"),
    "a misspelt maxNodes, which is spec/unknown-key": group("maxNode: 8", "autoscaling: true"),
    "without maxNodes in a fragment": "spec:\n  nodes: [{minNodes: 2, autoscaling: true}]\n",
    "a whole example": example("10-aws-two-groups.yaml"),
  },
});

describeRule("spec/master-count", {
  fires: {
    none: master("minNodes: «0»"),
    "two (info)": master("minNodes: «2»"),
    "two at any time (info)": master("minNodes: «2»", "maxNodes: 2"),
    "four (info)": master("maxNodes: 4", "minNodes: «4» # masters"),
    "in a fragment (info)": "spec:\n  master: {minNodes: «2»}\n",
    "with null (info)": master("minNodes: «6»", "maxNodes: ~"),
    "none at any time": master("minNodes: «0»", "maxNodes: 0"),
    JSON: '{"kind": "Cluster", "spec": {"master": {"minNodes": «2»}}}',
    "by a merge key": cluster("  master: {<<: {minNodes: «2»}}\n"),
    "CRLF line breaks": master("minNodes: «2»").replaceAll("\n", "\r\n"),
  },
  silent: {
    one: master("minNodes: 1"),
    three: master("minNodes: 3", "maxNodes: 3"),
    five: master("minNodes: 5"),
    "not said": master("kublrVariant: x"),
    "from 0 on": master("minNodes: 0", "maxNodes: 3"),
    "from 2 on": master("minNodes: 2", "maxNodes: 3"),
    negative: master("minNodes: -2"),
    "text, which is spec/type": master("minNodes: '2'"),
    "two workers": group("minNodes: 2"),
    "no master": cluster("  nodes: [{minNodes: 2}]\n"),
    "a misspelt maxNodes": master("minNodes: 2", "maxnodes: 3"),
  },
});

describe("counts of nodes", () => {
  const told = (text: string, ...codes: ("spec/node-count" | "spec/autoscaling" | "spec/master-count")[]) =>
    codes.flatMap((code) =>
      diagnosticsOf(text, code).map(({ severity, message }) => `${severity}: ${message}`),
    );

  it("are named", () => {
    const text = awsCluster({
      master: "    minNodes: 4",
      nodes: [
        "    - {name: a, minNodes: 5, maxNodes: 3}\n",
        "    - {name: b, minNodes: -1}\n",
        "    - {name: c, minNodes: 2, initialNodes: 3}\n",
        "    - {name: d, minNodes: 2, maxNodes: 3, initialNodes: 9}\n",
        "    - {name: e, minNodes: 2, autoscaling: true}\n",
        "    - {minNodes: 2, maxNodes: 2, autoscaling: true}\n",
      ],
    });
    expect(told(text, "spec/node-count", "spec/autoscaling", "spec/master-count")).toEqual([
      "error: Group a has minNodes 5 above maxNodes 3: no number of nodes is between them.",
      "error: minNodes is -1: a group cannot have fewer than 0 nodes.",
      "warning: Group c has initialNodes 3 above minNodes 2, and without maxNodes the group never has more.",
      "error: Group d has initialNodes 9 above maxNodes 3.",
      "warning: Group e has autoscaling without maxNodes: it stays at its minNodes, 2.",
      "info: Group nodes[5] has autoscaling, but minNodes and maxNodes are both 2: it never changes its size.",
      "info: 4 masters survive the loss of 1, as 3 would: etcd needs more than half of them.",
    ]);
    expect(told(master("minNodes: 2"), "spec/master-count")).toEqual([
      "info: 2 masters survive the loss of none, as 1 would: etcd needs more than half of them.",
    ]);
    expect(told(master("minNodes: 0"), "spec/master-count")).toEqual([
      "warning: The cluster has no master: minNodes is 0.",
    ]);
  });
});
