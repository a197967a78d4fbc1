import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Analysis, PhaseId } from "./analysis.js";
import { analyze } from "./analyze.js";
import { example } from "./testing/marked-spec.js";
import { spegelValues } from "./testing/specs.js";

function files(analysis: Analysis, role: string, phase: PhaseId) {
  const found = analysis.roles.find(({ id }) => id === role)?.phases.find(({ id }) => id === phase);
  return Object.fromEntries((found?.files ?? []).map((file) => [file.path, file]));
}

function entry(url: string): string {
  return `[host.'${url}']\ncapabilities = ['pull', 'resolve']\ndial_timeout = '200ms'`;
}

const THREE_MASTERS = "kind: Cluster\nspec:\n  master:\n    minNodes: 3\n  nodes:\n    - name: w\n";

describe("Kublr's default hosts.toml", () => {
  it("points a worker to itself and then to every master", () => {
    const { content, origin, state } =
      files(analyze(THREE_MASTERS), "nodes/w", "bootstrap")["_default/hosts.toml"] ?? {};
    expect(origin).toEqual({ kind: "kublr" });
    expect(state).toBe("active");
    expect(content).toBe(
      `${["10.0.1.11", "10.0.0.11", "10.0.0.12", "10.0.0.13"].map((ip) => entry(`http://${ip}:30020`)).join("\n\n")}\n`,
    );
  });

  it("lists no host twice on a master", () => {
    const file = files(analyze(THREE_MASTERS), "master", "bootstrap")["_default/hosts.toml"];
    expect(file?.content.match(/\[host\..*\]/g)).toEqual([
      "[host.'http://10.0.0.11:30020']",
      "[host.'http://10.0.0.12:30020']",
      "[host.'http://10.0.0.13:30020']",
    ]);
  });

  it("is empty where Spegel is disabled, and nothing changes when the cluster runs", () => {
    const analysis = analyze(example("01-disable-spegel.yaml"));
    for (const role of ["master", "nodes/default"]) {
      for (const phase of ["bootstrap", "running"] as const) {
        const all = files(analysis, role, phase);
        expect(Object.keys(all)).toEqual(["_default/hosts.toml"]);
        expect(all["_default/hosts.toml"]).toMatchObject({
          content: "",
          state: "active",
          origin: { kind: "kublr" },
        });
      }
    }
  });

  it("does not exist before agent 1.27", () => {
    const analysis = analyze(THREE_MASTERS, { agentVersion: "1.26.4" });
    expect(files(analysis, "master", "bootstrap")).toEqual({});
    expect(analysis.roles[0]?.spegel).toMatchObject({
      integrationEnabled: false,
      from: { integrationEnabled: { kind: "agent-version" } },
    });
  });

  it("is empty on a role with another runtime", () => {
    const analysis = analyze(THREE_MASTERS, { runtimes: { "nodes/w": "cri-o" } });
    expect(files(analysis, "nodes/w", "bootstrap")["_default/hosts.toml"]?.content).toBe("");
    expect(files(analysis, "master", "bootstrap")["_default/hosts.toml"]?.content).not.toBe("");
  });
});

describe("after Spegel has started", () => {
  it("the default file is Spegel's, with both ports of the node, and Kublr's is in _backup", () => {
    const running = files(analyze(THREE_MASTERS), "nodes/w", "running");
    expect(Object.keys(running)).toEqual(["_default/hosts.toml", "_backup/_default/hosts.toml"]);
    expect(running["_default/hosts.toml"]).toEqual({
      path: "_default/hosts.toml",
      content: `${entry("http://10.0.1.11:30020")}\n\n${entry("http://10.0.1.11:30021")}`,
      state: "active",
      origin: { kind: "spegel" },
      replaced: { path: "_default/hosts.toml", by: "spegel" },
    });
    expect(running["_backup/_default/hosts.toml"]).toMatchObject({
      state: "backup",
      origin: { kind: "kublr" },
      replaced: { path: "_default/hosts.toml", by: "spegel" },
    });
  });

  it("files of single registries are set aside too", () => {
    const spec = example("08-mirror-add-off-with-overrides.yaml").replace(
      "containerdMirrorAdd: false",
      "logLevel: INFO",
    );
    const running = files(analyze(spec), "nodes/default", "running");
    expect(Object.entries(running).map(([path, { state }]) => [path, state])).toEqual([
      ["_default/hosts.toml", "active"],
      ["_backup/_default/hosts.toml", "backup"],
      ["_backup/great-registry.com/hosts.toml", "backup"],
    ]);
  });

  it("files that the agent writes again are deleted at Spegel's next start; the backup is the old one", () => {
    const spec = example("08-mirror-add-off-with-overrides.yaml").replace(
      "containerdMirrorAdd: false",
      "logLevel: INFO",
    );
    const rerun = files(analyze(spec), "nodes/default", "agent-rerun");
    expect(Object.entries(rerun).map(([path, { state, origin }]) => [path, state, origin.kind])).toEqual([
      ["_default/hosts.toml", "active", "spegel"],
      ["_backup/_default/hosts.toml", "backup", "extension"],
      ["_backup/great-registry.com/hosts.toml", "backup", "extension"],
      ["great-registry.com/hosts.toml", "deleted", "extension"],
    ]);
  });

  it("nothing is touched when containerdMirrorAdd is false", () => {
    const analysis = analyze(example("08-mirror-add-off-with-overrides.yaml"));
    for (const { phases, sampleNodes } of analysis.roles) {
      const [bootstrap, running, rerun] = phases;
      expect(running?.files).toEqual(bootstrap?.files);
      expect(rerun?.files).toEqual(bootstrap?.files);
      expect(bootstrap?.files.map(({ path }) => path)).toEqual([
        "_default/hosts.toml",
        "great-registry.com/hosts.toml",
      ]);
      for (const file of bootstrap?.files ?? [])
        expect(file.content).toContain(`http://${sampleNodes[0]?.address}:30020`);
    }
  });

  it("the file that the agent does not generate stays absent, and Spegel still writes its own", () => {
    const analysis = analyze(example("04-hosts-override-empty.yaml"));
    expect(files(analysis, "master", "bootstrap")["_default/hosts.toml"]).toMatchObject({
      state: "not-generated",
    });
    expect(files(analysis, "master", "running")["_default/hosts.toml"]).toMatchObject({
      state: "active",
      origin: { kind: "spegel" },
    });
  });

  it("a port changed in the chart's values is written; the agent's file keeps 30020", () => {
    const analysis = analyze(`spec:
  kublrAgentConfig:
    cluster: { addon: { spegel: { helm_values: "service: {registry: {hostPort: 31020}}" } } }
`);
    expect(files(analysis, "master", "bootstrap")["_default/hosts.toml"]?.content).toContain(":30020");
    expect(files(analysis, "master", "running")["_default/hosts.toml"]?.content).toContain(
      "http://10.0.0.11:31020",
    );
    expect(analysis.spegel).toMatchObject({ hostPort: "31020", nodePort: "30021" });
  });
});

describe("roles and levels", () => {
  it("a group's own config concerns that group only", () => {
    const analysis = analyze(example("11-vsphere-ha-group-overrides.yaml"));
    expect(analysis.roles.map(({ id, nodeCount }) => [id, nodeCount.min])).toEqual([
      ["master", 3],
      ["nodes/general", 6],
      ["nodes/gpu", 2],
    ]);
    const paths = (role: string) => Object.keys(files(analysis, role, "bootstrap"));
    expect(paths("nodes/general")).toEqual(["_default/hosts.toml"]);
    expect(paths("nodes/gpu")).toEqual(["_default/hosts.toml", "nvcr.io/hosts.toml"]);
  });

  it("of several extensions for one file the last key wins", () => {
    const analysis = analyze(`spec:
  kublrAgentConfig:
    extensions:
      b-second: {path: templates/root_dir/etc/containerd/certs.d/_default/hosts.toml, content: "# b"}
      a-first: {path: templates/root_dir/etc/containerd/certs.d/_default/hosts.toml, content: "# a"}
`);
    expect(files(analysis, "master", "bootstrap")["_default/hosts.toml"]).toMatchObject({
      content: "# b",
      origin: {
        kind: "extension",
        key: "b-second",
        path: ["spec", "kublrAgentConfig", "extensions", "b-second"],
      },
    });
  });

  it("reads the agent version from the spec unless the settings say otherwise", () => {
    const spec = example("12-air-gapped-internal-mirror.yaml");
    expect(analyze(spec).settings).toMatchObject({
      agentVersion: "1.29.7-1",
      from: { agentVersion: "spec" },
    });
    expect(analyze(spec, { agentVersion: "1.31.0" }).settings).toMatchObject({
      agentVersion: "1.31.0",
      from: { agentVersion: "settings" },
    });
  });

  it("uses the addresses that the user set", () => {
    const analysis = analyze("spec: {}", {
      nodeAddresses: { master: ["192.0.2.1"], "nodes/default": ["192.0.2.9"] },
    });
    expect(files(analysis, "nodes/default", "bootstrap")["_default/hosts.toml"]?.content).toBe(
      `${entry("http://192.0.2.9:30020")}\n\n${entry("http://192.0.2.1:30020")}\n`,
    );
  });
});

describe("any text", () => {
  const texts: readonly (readonly [string, string, string])[] = [
    ["nothing", "", "spec/no-cluster"],
    ["a list", "- a\n- b\n", "spec/no-cluster"],
    ["half-typed YAML", "spec:\n  kublrAgentConfig: {cluster: [", "spec/syntax"],
    ["another kind", "kind: Secret\n", "spec/no-cluster"],
    ["control characters", "\u0000\u0001\u0002", "spec/syntax"],
  ];
  it.each(texts)("%s gives diagnostics and no roles", (_, text, code) => {
    const analysis = analyze(text);
    expect(analysis.roles).toEqual([]);
    expect(analysis.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it("spec values of the wrong kind are reported and otherwise ignored", () => {
    const analysis = analyze("spec:\n  kublrAgentConfig: [1]\n  master: 7\n  nodes: yes please\n");
    expect(analysis.roles.map(({ id }) => id)).toContain("master");
  });
});

describe("the gallery's complete specs", () => {
  const complete = readdirSync(new URL("../../../examples", import.meta.url)).filter((file) =>
    /^1\d-/.test(file),
  );

  it.each(complete)("%s has no error", (file) => {
    const { diagnostics } = analyze(example(file));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a configuration step that fails", () => {
  const running = (registry: string) =>
    analyze(spegelValues(`mirroredRegistries: ['${registry}']`)).roles[0]?.phases.find(
      ({ id }) => id === "running",
    );

  it("leaves Kublr's file as it is when Spegel refuses its arguments", () => {
    expect(running("https://quay.io/team")).toMatchObject({
      failure: expect.stringContaining("path has to be empty"),
      files: [{ path: "_default/hosts.toml", state: "active", origin: { kind: "kublr" } }],
    });
  });
});
