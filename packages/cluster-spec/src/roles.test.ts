import { describe, expect, test } from "vitest";
import { agentVersion } from "./agent-version.js";
import { droppedNulls, effectiveAgentConfig, sourceOf } from "./effective-config.js";
import { parseSpec } from "./parse/parse-spec.js";
import { clusterRoles } from "./roles.js";

const cluster = (spec: string) => parseSpec(`kind: Cluster\nspec: ${spec}\n`);
/** Ids of the roles, in brackets when assumed. */
const ids = (spec: string) =>
  clusterRoles(cluster(spec)).map((role) => (role.assumed ? `(${role.id})` : role.id));

describe("clusterRoles", () => {
  test.each([
    ["named groups", "{master: {}, nodes: [{name: a}, {name: b}]}", ["master", "nodes/a", "nodes/b"]],
    [
      "the first nameless group is default",
      "{master: {}, nodes: [{}, {}]}",
      ["master", "nodes/default", "nodes/1"],
    ],
    [
      "unless one is called so",
      "{master: {}, nodes: [{}, {name: default}]}",
      ["master", "nodes/0", "nodes/default"],
    ],
    ["a repeated name", "{master: {}, nodes: [{name: a}, {name: a}]}", ["master", "nodes/a", "nodes/1"]],
    [
      "a name that is another's index",
      "{master: {}, nodes: [{name: '1'}, {name: '1'}]}",
      ["master", "nodes/1", "nodes/1'"],
    ],
    ["no master", "{nodes: [{name: a}]}", ["(master)", "nodes/a"]],
    ["no nodes", "{master: {}}", ["master"]],
    ["an empty list of nodes", "{nodes: []}", ["(master)"]],
    ["neither", "{}", ["(master)", "(nodes/default)"]],
    ["no spec at all", "", ["(master)", "(nodes/default)"]],
    ["mistyped nodes", "{master: 3, nodes: {a: {}}}", ["(master)"]],
    ["mistyped groups", "{master: {}, nodes: [text, {name: 7}, ]}", ["master", "nodes/7"]],
  ])("%s", (_, spec, expected) => {
    expect(ids(spec)).toEqual(expected);
  });

  test("a bare fragment has a master and one worker group", () => {
    expect(clusterRoles(parseSpec("spec: {}\n")).map((role) => role.id)).toEqual(["master", "nodes/default"]);
  });

  test("no cluster has no roles", () => {
    expect(clusterRoles(parseSpec("kind: Pod\n"))).toEqual([]);
  });

  test("a role says where it is, where its config would be, and how many nodes it has", () => {
    const spec = cluster(
      "{master: {minNodes: 3}, nodes: [{name: a, minNodes: 1, maxNodes: 5}, {initialNodes: 2}, {maxNodes: x}]}",
    );
    expect(
      clusterRoles(spec).map(({ path, configPath, nodeCount }) => ({ path, configPath, nodeCount })),
    ).toEqual([
      {
        path: ["spec", "master"],
        configPath: ["spec", "master", "kublrAgentConfig"],
        nodeCount: { min: 3, max: 3 },
      },
      {
        path: ["spec", "nodes", 0],
        configPath: ["spec", "nodes", 0, "kublrAgentConfig"],
        nodeCount: { min: 1, max: 5 },
      },
      {
        path: ["spec", "nodes", 1],
        configPath: ["spec", "nodes", 1, "kublrAgentConfig"],
        nodeCount: { min: 2, max: 2 },
      },
      {
        path: ["spec", "nodes", 2],
        configPath: ["spec", "nodes", 2, "kublrAgentConfig"],
        nodeCount: { min: null, max: null },
      },
    ]);
  });
});

describe("effectiveAgentConfig", () => {
  const spec = parseSpec(`
kind: Cluster
spec:
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          enabled: true
          helm_values:
            spegel: {containerdMirrorAdd: false, resolveTags: null, registryFilters: [a, null]}
  master: {}
  nodes:
    - name: gpu
      kublrAgentConfig:
        cluster:
          addon:
            spegel:
              enabled: null
              helm_values:
                spegel: {registryFilters: [b], prependExisting: true}
`);
  const [master, gpu] = clusterRoles(spec).map((role) => effectiveAgentConfig(spec, role));
  const values = ["cluster", "addon", "spegel", "helm_values", "spegel"];

  test("merges maps, replaces lists, drops nulls of each layer first", () => {
    expect(master?.value).toEqual({
      cluster: {
        addon: {
          spegel: {
            enabled: true,
            helm_values: { spegel: { containerdMirrorAdd: false, registryFilters: ["a", null] } },
          },
        },
      },
    });
    expect(gpu?.value).toEqual({
      cluster: {
        addon: {
          spegel: {
            enabled: true,
            helm_values: {
              spegel: { containerdMirrorAdd: false, registryFilters: ["b"], prependExisting: true },
            },
          },
        },
      },
    });
  });

  test("sourceOf tells which layer a value in force comes from", () => {
    if (!gpu) throw new Error("no gpu role");
    const group = ["spec", "nodes", 0, "kublrAgentConfig"];
    expect(sourceOf(gpu, [...values, "containerdMirrorAdd"])).toEqual({
      kind: "cluster",
      path: ["spec", "kublrAgentConfig", ...values, "containerdMirrorAdd"],
    });
    expect(sourceOf(gpu, [...values, "registryFilters", 0])).toEqual({
      kind: "group",
      path: [...group, ...values, "registryFilters", 0],
    });
    expect(sourceOf(gpu, [...values, "registryFilters", 1])).toBeNull();
    expect(sourceOf(gpu, ["cluster", "addon", "spegel", "enabled"])).toMatchObject({ kind: "cluster" });
    expect(sourceOf(gpu, ["constructor"])).toBeNull();
    expect(sourceOf(gpu, [])).toEqual({ kind: "group", path: group });
  });

  test("droppedNulls lists nulls in maps, not in lists", () => {
    expect(droppedNulls(spec)).toEqual([
      ["spec", "kublrAgentConfig", ...values, "resolveTags"],
      ["spec", "nodes", 0, "kublrAgentConfig", "cluster", "addon", "spegel", "enabled"],
    ]);
  });

  test("a mistyped config is no layer", () => {
    const odd = cluster("{kublrAgentConfig: [1], master: {kublrAgentConfig: text}}");
    const [role] = clusterRoles(odd);
    expect(role && effectiveAgentConfig(odd, role)).toEqual({ value: {}, layers: [] });
  });
});

describe("agentVersion", () => {
  const url = "https://repo.example.com/gobinaries/kublr";
  test.each([
    ["an archive", `{kublrAgentTgzUrl: '${url}/1.29.7/kublr-1.29.7-linux.tar.gz'}`, "1.29.7"],
    ["a pre-release", `{kublrAgentTgzUrl: '${url}/1.9.1-ga2/kublr-1.9.1-ga2-linux.tar.gz'}`, "1.9.1-ga2"],
    ["a folder only", `{kublrAgentTgzUrl: '${url}/1.31.4/agent.tar.gz'}`, "1.31.4"],
    [
      "an archive of another processor",
      `{kublrAgentTgzUrl: '${url}/x/kublr-1.30.2-7-linux-arm64.tar.gz'}`,
      "1.30.2-7",
    ],
    ["an archive without a platform", `{kublrAgentTgzUrl: '${url}/kublr-1.30.2-7.tgz'}`, "1.30.2-7"],
    ["an archive without a patch", `{kublrAgentTgzUrl: '${url}/kublr-1.30-linux.tar.gz'}`, "1.30"],
    ["an archive's name alone", "{kublrAgentTgzUrl: kublr-1.30.2-7-linux.tar.gz}", "1.30.2-7"],
    ["a name before its folder", `{kublrAgentTgzUrl: '${url}/1.31.4/kublr-1.30.2-linux.tar.gz'}`, "1.30.2"],
    [
      "another program's folder",
      "{kublrAgentTgzUrl: 'https://r.example/nexus/3.1.2/kublr/a.tar.gz'}",
      undefined,
    ],
    [
      "Kublr's folder after another program's",
      "{kublrAgentTgzUrl: 'https://r.example/nexus/3.1.2/kublr/1.31.4/linux/a.tar.gz'}",
      "1.31.4",
    ],
    ["a query", `{kublrAgentTgzUrl: '${url}/a.tar.gz?from=/3.1.2/'}`, undefined],
    ["a reference", "{kublrAgentRef: 1.25.6-4}", "1.25.6-4"],
    ["a Kublr version, which names no agent", "{kublrVersion: 1.29.2}", undefined],
    ["a version that is a number", "{kublrAgentRef: 1.30}", "1.30"],
    ["a beta", "{kublrAgentRef: 1.34.x-beta}", "1.34.x-beta"],
    ["a beta's build", "{kublrAgentRef: v1.34.0-beta.1}", "1.34.0-beta.1"],
    [
      "a word, which takes the archive's place too",
      `{kublrAgentRef: latest, kublrAgentTgzUrl: '${url}/1.31.4/a'}`,
      undefined,
    ],
    [
      "an archive beside an empty reference",
      `{kublrAgentRef: '', kublrAgentTgzUrl: '${url}/1.31.4/a'}`,
      "1.31.4",
    ],
    ["nothing", "{}", undefined],
    ["no version but a number", "{kublrAgentRef: 129}", undefined],
    ["no version in it", `{kublrAgentTgzUrl: '${url}/latest.tar.gz'}`, undefined],
  ])("%s", (_, spec, version) => {
    expect(agentVersion(cluster(spec))?.version).toBe(version);
  });
});
