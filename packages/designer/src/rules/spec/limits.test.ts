import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../analysis.js";
import { analyze } from "../../analyze.js";
import {
  MOST_DIAGNOSTIC_CHARACTERS,
  MOST_EXPLAINED_FILTERS,
  MOST_OF_ONE_CODE,
  MOST_PLACE_FIX_CHARACTERS,
  MOST_WORKER_GROUPS,
} from "../../limits.js";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster, dockerIo, extension, helmValues } from "../../testing/specs.js";

const each = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("");

const groups = (count: number) => `  nodes:\n${each(count, (index) => `    - {name: g${index}}\n`)}`;
const overrides = (count: number) =>
  each(count, (index) =>
    extension(`m${index}`, `r${index}.example/hosts.toml`, "[host.'https://m.example']"),
  );
const unknownValues = (count: number) => each(count, (index) => `            unknown${index}: 1\n`);

const placeCount = ({ places, morePlaces = 0 }: Diagnostic) => (places?.length ?? 1) + morePlaces;

describeRule("spec/not-previewed", {
  fires: {
    "more groups than are shown": cluster(`${groups(MOST_WORKER_GROUPS)}    - «{name: last}»\n`),
  },
  silent: {
    "50 groups, 20 overrides": agentConfig(`    extensions:\n${overrides(20)}${groups(50)}`),
    "as many groups as are shown": cluster(groups(MOST_WORKER_GROUPS)),
  },
});

describeRule("spec/not-listed", {
  fires: {
    "one place more than is listed": helmValues(
      `\n${unknownValues(MOST_OF_ONE_CODE - 1)}            «last»: 1\n            more: 1\n`,
    ),
  },
  silent: {
    "as many places as are listed": helmValues(`\n${unknownValues(MOST_OF_ONE_CODE)}`),
    "an error in a hundred groups": cluster(
      `  nodes:\n${each(100, (index) => `    - name: g${index}\n      kublrAgentConfig: {extensions: {a: {content: 1}}}\n`)}`,
    ),
  },
});

describe("the answer is bounded", () => {
  test("groups after those that are shown are counted", () => {
    const text = cluster(groups(MOST_WORKER_GROUPS + 7));
    const [message] = diagnosticsOf(text, "spec/not-previewed").map((found) => found.message);
    expect(message).toContain(`from g${MOST_WORKER_GROUPS} on (7)`);
    expect(analyze(text).roles).toHaveLength(MOST_WORKER_GROUPS + 1);
  });

  test("of very many faults of YAML the first are listed, and it says that there are more", () => {
    const text = `kind: Cluster\nspec:\n${each(MOST_OF_ONE_CODE + 200, () => "  : : }\n")}`;
    const { diagnostics } = analyze(text);
    const told = diagnostics.filter(({ code }) => code === "spec/syntax");
    expect(told.map(placeCount).reduce((sum, count) => sum + count, 0)).toBe(MOST_OF_ONE_CODE);
    expect(told.length).toBeLessThan(10);
    expect(diagnostics.at(-1)).toMatchObject({
      code: "spec/not-listed",
      message: "More of spec/syntax is not listed.",
    });
  });

  test("problems after those for which there is room are counted", () => {
    const name = "g".repeat(MOST_DIAGNOSTIC_CHARACTERS / 6);
    const lines = [
      "[host.'http://m.example']",
      "server = 'x'",
      "skip_verify = true",
      "a = 1",
      "b = 1",
      "c = 1",
    ].join("\\n");
    const config = `{extensions: {a: {path: ${CERTS_D}/docker.io/hosts.toml, content: "${lines}"}}}`;
    const text = cluster(`  nodes:\n    - name: ${name}\n      kublrAgentConfig: ${config}\n`);
    const { diagnostics } = analyze(text);
    const ofTheGroup = diagnostics.filter(({ roles }) => roles !== undefined);
    expect(ofTheGroup).toHaveLength(5);
    expect(diagnostics.at(-1)?.code).toBe("spec/not-listed");
    expect(diagnostics.at(-1)?.message).toMatch(/^[2-9] more problems are not listed\.$/);
  });

  test("of very many registry filters the first are checked, and the next one says so", () => {
    const filters = (count: number) => each(count, (index) => `              - ^r${index}\\.example/\n`);
    const list = `            spegel:\n              registryFilters:\n${filters(MOST_EXPLAINED_FILTERS)}`;
    const messages = (text: string) =>
      diagnosticsOf(text, "spegel/filter-loose").map(({ message }) => message);
    expect(messages(helmValues(`\n${list}`))).toEqual([]);
    expect(messages(helmValues(`\n${list}              - x\n`))).toEqual([
      expect.stringContaining("not checked"),
    ]);
  });

  test("fixes that write a long text anew are made while there is room", () => {
    const text = dockerIo(
      ...Array.from({ length: 400 }, (_, index) => `[host.'https://${"m".repeat(20)}${index}']`),
    );
    const { diagnostics } = analyze(text, { containerdVersion: "2.1" });
    const found = diagnostics.filter(({ code }) => code === "hosts/slow-fallback");
    expect(found.map(placeCount)).toEqual([400]);
    expect(found[0]?.fixes).toHaveLength(1);
    const further = (found[0]?.places ?? []).slice(1).map(({ fixes }) => fixes?.length);
    expect(further[0]).toBe(1);
    expect(further.at(-1)).toBe(0);
    const all = JSON.stringify(found[0]?.places?.flatMap(({ fixes }) => fixes ?? []));
    expect(all.length).toBeLessThan(MOST_PLACE_FIX_CHARACTERS);
  });
});
