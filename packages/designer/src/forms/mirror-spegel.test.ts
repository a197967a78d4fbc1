import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import { expect, test } from "vitest";
import { analyze } from "../analyze.js";
import { formEdits } from "./form-edits.js";
import type { FormChange } from "./model.js";

const SPEC = `kind: Cluster
spec:
  master: { minNodes: 3 }
  nodes: [{ name: web }]
`;

const KEY = "containerd-quay-io-hosts-override";
const changes: readonly FormChange[] = [
  { kind: "add-override", scope: "cluster", registry: "quay.io", mirrors: "spegel" },
  { kind: "change-mirrors", scope: "cluster", key: KEY, change: { kind: "add-spegel", on: "masters" } },
];

test("this node's and the masters' Spegel: on a master the file has no host twice", () => {
  const text = changes.reduce(
    (spec, change) => editSpec(spec, formEdits(parseSpec(spec), change)).text,
    SPEC,
  );
  const { roles, diagnostics } = analyze(text, { spegelVersion: "0.4.0" });
  const hosts = roles.map(({ phases }) => {
    const file = phases[0]?.files.find(({ path }) => path === "quay.io/hosts.toml");
    return [...(file?.content.matchAll(/^\[host\.'http:\/\/(.*):30020'\]$/gm) ?? [])].map(
      ([, address]) => address,
    );
  });
  expect(hosts).toEqual([
    ["10.0.0.11", "10.0.0.12", "10.0.0.13"],
    ["10.0.1.11", "10.0.0.11", "10.0.0.12", "10.0.0.13"],
  ]);
  const severe = diagnostics.filter(
    ({ code, severity }) => code.startsWith("hosts/") && severity === "error",
  );
  expect(severe).toEqual([]);
});
