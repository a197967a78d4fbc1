import { readdirSync, readFileSync } from "node:fs";
import { parseSpec, valueAt } from "@lookinglass/cluster-spec";
import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.js";
import { example } from "../testing/marked-spec.js";
import { EMPTY_SPEC, namedStarter, starters } from "./index.js";

/** Of 40 public specs; what is beside them in that folder reads it too. */
const PUBLIC = readFileSync(new URL("../testing/kublr-specs/key-paths.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split("\t")[0] ?? "");

/** From Kublr's pages. */
const DOCUMENTED = [
  // On multi-architecture support.
  "spec.kublrAgentRef",
  // On image caching: at the cluster level; groups have a kublrAgentConfig in public specs.
  ...["spec", "spec.master", "spec.nodes[]"].flatMap((level) => [
    `${level}.kublrAgentConfig`,
    `${level}.kublrAgentConfig.cluster`,
    `${level}.kublrAgentConfig.cluster.addon`,
    `${level}.kublrAgentConfig.cluster.addon.spegel`,
    `${level}.kublrAgentConfig.cluster.addon.spegel.enabled`,
    `${level}.kublrAgentConfig.cluster.addon.spegel.helm_values`,
    `${level}.kublrAgentConfig.extensions`,
    `${level}.kublrAgentConfig.extensions.<key>`,
    `${level}.kublrAgentConfig.extensions.<key>.path`,
    `${level}.kublrAgentConfig.extensions.<key>.content`,
  ]),
  // On the cluster specification: the Secrets.
  "spec.azureApiAccessKey",
  "spec.azureApiAccessKey.subscriptionId",
  "spec.azureApiAccessKey.tenantId",
  "spec.azureApiAccessKey.aadClientId",
  "spec.azureApiAccessKey.aadClientSecret",
  "spec.sshKey",
  "spec.sshKey.sshPublicKey",
];

/** Nothing proves them: they are empty maps under a comment that says so. */
const UNPROVED = /^spec\.(?:master\.|nodes\[\]\.)?locations\[\]\.(vSphere|baremetal)$/;

/** What is below them is the chart's. */
const FREE = /\.helm_values$/;

const texts = [
  ...readdirSync(new URL("../../../../examples", import.meta.url))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file, example(file)] as const),
  ...starters.map(({ id, text }) => [`starter ${id}`, text] as const),
  ["the empty spec", EMPTY_SPEC] as const,
];

describe("examples and starters", () => {
  it.each(texts)("%s has proven keys only", (_name, text) => {
    const known = [...PUBLIC, ...DOCUMENTED].map(asPattern);
    const unknown = keyPaths(text).filter((path) => !known.some((pattern) => pattern.test(path)));
    expect(unknown.filter((path) => !UNPROVED.test(path))).toEqual([]);
    for (const path of unknown) {
      const section = UNPROVED.exec(path)?.[1];
      expect(text).toMatch(new RegExp(`# .*[Nn]o public spec shows what stands in a ${section} section`));
      const sections = text.split("\n").filter((line) => line.includes(` ${section}:`));
      expect(sections.filter((line) => !line.endsWith(`${section}: {}`))).toEqual([]);
    }
  });
});

describe("starters", () => {
  it.each(starters)("$id: nothing is told of it, and every group is there", ({ text }) => {
    const { diagnostics, roles, settings } = analyze(text);
    expect(diagnostics).toEqual([]);
    expect(roles.map(({ id }) => id)).toEqual(["master", "nodes/default"]);
    expect(roles.map(({ spegel }) => spegel.chartDeployed)).toEqual([true, true]);
    expect(settings.from.agentVersion).toBe("spec");
  });

  it.each(["shop", "1.30", "no", "a: b # c", "'", "two\nlines", "ü", " "])("take the name %j", (name) => {
    for (const starter of starters) {
      const named = namedStarter(starter, name);
      expect(valueAt(parseSpec(named).documents[0]?.data, ["metadata", "name"])).toBe(name);
      const [above = "", below = ""] = starter.text.split("my-cluster");
      expect([named.startsWith(above), named.endsWith(below)]).toEqual([true, true]);
      expect(analyze(named).diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
    }
  });

  it("the empty spec has nothing to mend", () => {
    expect(analyze(EMPTY_SPEC).diagnostics.map(({ code }) => code)).toEqual(["agent/version-unknown"]);
  });
});

/** `[]` is an item of a list. */
function keyPaths(text: string): readonly string[] {
  const all = parseSpec(text).documents.flatMap(({ data }) => pathsOf(data, ""));
  return [...new Set(all)];
}

function pathsOf(value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null || FREE.test(at)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${at}[]`));
  return Object.entries(value).flatMap(([key, item]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return [path, ...pathsOf(item, path)];
  });
}

/** `<…>` is any key. */
function asPattern(path: string): RegExp {
  const source = path.replace(/[.[\]]/g, "\\$&").replace(/<[^>]+>/g, "[^.]+");
  return new RegExp(`^${source}$`);
}
