import { readdirSync, readFileSync } from "node:fs";
import { clusterDocument, parseSpec } from "@lookinglass/cluster-spec";
import { describe, expect, it } from "vitest";
import { analyze } from "../../analyze.js";

/**
 * Specs in the shape of 40 public ones (2018 to 2022, agents 1.8 to 1.20, AWS and Azure), and of what Kublr's pages say
 * of later agents. key-paths.tsv has every key path of the 40 with the types it was seen with; [] is an item of a list,
 * <name> any key.
 */
const SPECS: Readonly<Record<string, { readonly agent: string; readonly roles: readonly string[] }>> = {
  "01-aws-agent-1.8-classic.yaml": { agent: "1.8.0", roles: ["master 1-1", "nodes/default 2-2"] },
  "02-azure-agent-1.9-availability-set.json": {
    agent: "1.9.1-ga2",
    roles: ["master 3-3", "nodes/group1 2-2"],
  },
  "03-aws-agent-1.10-nameless-group.yaml": { agent: "1.10.11-5", roles: ["master 1-1", "nodes/default 1-1"] },
  "04-aws-agent-1.13-existing-vpc.yaml": {
    agent: "1.13.7-3",
    roles: ["master 3-3", "nodes/web 2-6", "nodes/database 3-3"],
  },
  "05-azure-agent-1.16-arm-extras.yaml": { agent: "1.16.4-8", roles: ["master 1-1", "nodes/spark 4-4"] },
  "06-aws-agent-1.17-mixed-instances.yaml": { agent: "1.17.4-29", roles: ["master 3-3", "nodes/spot 3-40"] },
  "07-aws-agent-1.18-platform.yaml": { agent: "1.18.6-4", roles: ["master 3-3", "nodes/default 5-5"] },
  "08-aws-agent-1.19-workload.json": { agent: "1.19.7-10", roles: ["master 1-1", "nodes/default 2-2"] },
  "09-azure-agent-1.20-zones.yaml": {
    agent: "1.20.9-18",
    roles: ["master 3-3", "nodes/interactive 2-2", "nodes/nightly 0-12"],
  },
  "10-aws-agent-1.25-two-locations.yaml": {
    agent: "1.25.6-4",
    roles: ["master 3-3", "nodes/near 3-3", "nodes/far 1-3"],
  },
  "11-azure-agent-1.27-spegel-off.yaml": { agent: "1.27.9-2", roles: ["master 1-1", "nodes/default 2-2"] },
  "12-aws-agent-1.29-spegel-values.yaml": {
    agent: "1.29.7-1",
    roles: ["master 3-3", "nodes/stateless 2-20", "nodes/transcode 0-8"],
  },
  "13-aws-agent-1.31-override.json": { agent: "1.31.4-3", roles: ["master 1-1", "nodes/default 3-3"] },
  "14-aws-agent-1.32-only-groups.yaml": {
    agent: "1.32.1-1",
    roles: ["master 1-1", "nodes/web 2-2", "nodes/default 1-1", "nodes/jobs 1-10"],
  },
  "15-azure-agent-1.33-spegel-text.yaml": { agent: "1.33.5-1", roles: ["master 3-3", "nodes/pool 3-9"] },
  "16-aws-agent-1.34-beta.yaml": { agent: "1.34.1-beta", roles: ["master 1-1", "nodes/default 1-1"] },
};

const here = new URL(".", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, here), "utf8");

describe("specs in the shape of public ones", () => {
  it("are all listed", () => {
    expect(readdirSync(here).filter((file) => /\.(yaml|json)$/.test(file))).toEqual(Object.keys(SPECS));
  });

  it.each(Object.entries(SPECS))("%s: nothing to mend, its roles and its agent", (file, { agent, roles }) => {
    const analysis = analyze(read(file));
    expect(analysis.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(analysis.roles.map(({ id, nodeCount: { min, max } }) => `${id} ${min}-${max}`)).toEqual(roles);
    expect(analysis.settings).toMatchObject({ agentVersion: agent, from: { agentVersion: "spec" } });
  });

  const clusters = Object.keys(SPECS).map((file) => clusterDocument(parseSpec(read(file)))?.data);
  const keyPaths = read("key-paths.tsv")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

  it.each(keyPaths)("together they use %s as %s", (path = "", types = "") => {
    const segments = path.split(/\.|(?=\[\])/);
    const seen = clusters.flatMap((cluster) => valuesAt(cluster, segments)).map(typeOf);
    expect(new Set(seen)).toEqual(new Set(types.split("|")));
  });
});

/** Every value at a path; `[]` is each item, `<…>` each key. */
function valuesAt(value: unknown, [segment, ...rest]: readonly string[]): readonly unknown[] {
  if (segment === undefined) return [value];
  if (typeof value !== "object" || value === null) return [];
  if (segment === "[]") return Array.isArray(value) ? value.flatMap((item) => valuesAt(item, rest)) : [];
  if (Array.isArray(value)) return [];
  const below = Object.entries(value).filter(([key]) => segment.startsWith("<") || key === segment);
  return below.flatMap(([, item]) => valuesAt(item, rest));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (typeof value === "boolean") return "bool";
  return typeof value === "string" ? "text" : "map";
}
