import { parseSpec } from "@lookinglass/cluster-spec";
import { analyze, readForms } from "@lookinglass/designer";
import { describe, expect, test } from "vitest";
import { nodesText, overrideRoles } from "./override-nodes.js";

const SPEC = `kind: Cluster
spec:
  nodes:
    - name: gpu
      kublrAgentConfig:
        extensions:
          quay: { content: '' }
    - name: web
  kublrAgentConfig:
    extensions:
      quay:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: "[host.'https://m']"
      z-quay:
        path: templates/root_dir/etc/containerd/certs.d/ghcr.io/hosts.toml
        content: "[host.'https://m']"
`;
const MIRROR_ADD_OFF = SPEC.replace(
  "    extensions:\n      quay:\n        path",
  "    cluster: { addon: { spegel: { helm_values: { spegel: { containerdMirrorAdd: false } } } } }\n    extensions:\n      quay:\n        path",
);

function facts(text: string, scopeId: string, key: string) {
  const analysis = analyze(text);
  const scope = readForms(parseSpec(text)).scopes.find(({ id }) => id === scopeId);
  const override = scope?.overrides.find((each) => each.key === key);
  if (!override) throw new Error(`no override ${key}`);
  const on = overrideRoles(analysis, override);
  const nodes = nodesText(
    on.map(({ role }) => role),
    analysis.roles,
  );
  return {
    nodes,
    generated: on.map(({ generated }) => generated),
    running: on.map(({ running }) => running),
  };
}

describe("what becomes of an override on which nodes", () => {
  test("the cluster's, where a group has its own", () => {
    expect(facts(SPEC, "cluster", "quay")).toEqual({
      nodes: "the masters and the nodes of web",
      generated: [true, true],
      running: ["moved", "moved"],
    });
  });
  test("a group's empty one", () => {
    expect(facts(SPEC, "nodes/gpu", "quay")).toEqual({
      nodes: "the nodes of gpu",
      generated: [false],
      running: ["gone"],
    });
  });
  test("on all nodes, where Spegel leaves it", () => {
    expect(facts(MIRROR_ADD_OFF, "cluster", "z-quay")).toEqual({
      nodes: "all nodes",
      generated: [true, true, true],
      running: ["stays", "stays", "stays"],
    });
  });
});
