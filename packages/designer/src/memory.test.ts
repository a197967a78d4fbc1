import { readdirSync } from "node:fs";
import { executeTemplate, parseTemplate } from "@lookinglass/go-template/core";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Analysis, Settings } from "./analysis.js";
import { analyze } from "./analyze.js";
import { dataKey, forgetEverything, memoised, memoisedBy } from "./memoised.js";
import { example } from "./testing/marked-spec.js";
import { mutations } from "./testing/mutations.js";
import { agentConfig, cluster, extension, MIRROR } from "./testing/specs.js";

vi.mock(import("@lookinglass/go-template/core"), async (original) => {
  const real = await original();
  return {
    ...real,
    parseTemplate: vi.fn(real.parseTemplate),
    executeTemplate: vi.fn(real.executeTemplate),
  };
});

beforeEach(() => {
  forgetEverything();
  vi.mocked(parseTemplate).mockClear();
  vi.mocked(executeTemplate).mockClear();
});

describe("an analysis does not depend on those before it", () => {
  const examples = readdirSync(new URL("../../../examples", import.meta.url))
    .filter((file) => file.endsWith(".yaml"))
    .map(example);
  const texts = mutations(examples, { seed: 20_261_125, count: 120 });
  const circumstances: readonly Settings[] = [
    {},
    { spegelVersion: "0.7.4", containerdVersion: "2.1", templateFunctions: "sprig" },
    { agentVersion: "1.26.1", extraConfig: { node_name: "other", a: [0, -0, Number.NaN, null] } },
    { nodeAddresses: { master: ["fd00::1"], "nodes/default": ["192.0.2.7"] }, runtimes: { master: "cri-o" } },
  ];
  const asked = texts.map((text, index) => ({
    text,
    settings: circumstances[index % circumstances.length] ?? {},
    imported: examples[index % examples.length],
  }));
  const ask = ({ text, settings, imported }: (typeof asked)[number]): Analysis =>
    analyze(text, settings, imported);

  it("cold, warm, and once more, it gives the same", { timeout: 240_000 }, () => {
    const warm = asked.map(ask);
    for (const [index, question] of asked.entries()) {
      expect(ask(question), question.text.slice(0, 2_000)).toEqual(warm[index]);
      forgetEverything();
      expect(ask(question), question.text.slice(0, 2_000)).toEqual(warm[index]);
    }
  });
});

describe("templates", () => {
  const groups = (count: number) =>
    Array.from({ length: count }, (_, index) => `    - name: g${index}\n`).join("");
  const overrides = `    extensions:\n${extension("a", "a.example/hosts.toml", ...MIRROR)}${extension("b", "b.example/hosts.toml", ...MIRROR)}${extension("c", "c.example/hosts.toml", "# {{ .config.node_name }}")}`;
  const spec = (count: number) => `${agentConfig(overrides)}  nodes:\n${groups(count)}`;
  const parsed = () => vi.mocked(parseTemplate).mock.calls.map(([source]) => source);

  it("are parsed once for each distinct text, whatever the number of roles", () => {
    analyze(spec(20));
    // Two extensions share a text; the third is the agent's own template.
    expect(parsed()).toHaveLength(3);
    expect(new Set(parsed()).size).toBe(3);
  });

  it("are run once for each role, and once for all of them where they do not look at .config", () => {
    const { roles } = analyze(spec(20));
    expect(roles).toHaveLength(21);
    // The third extension, the agent's own template, and once the text of the other two.
    expect(executeTemplate).toHaveBeenCalledTimes(21 + 21 + 1);
  });

  it("of which one looks at .config in vain are run for each role", () => {
    const { roles } = analyze(spec(2).replace("{{ .config.node_name }}", "{{ with .config.none }}{{ end }}"));
    expect(roles).toHaveLength(3);
    expect(executeTemplate).toHaveBeenCalledTimes(3 + 3 + 1);
  });

  it("are not parsed again while other parts of the spec change", () => {
    analyze(spec(3));
    vi.mocked(parseTemplate).mockClear();
    analyze(spec(4).replace("name: c", "name: other"));
    expect(parsed()).toEqual([]);
  });

  it("are parsed again under other functions", () => {
    analyze(cluster("  nodes: []\n"));
    analyze(cluster("  nodes: []\n"), { templateFunctions: "sprig" });
    expect(parsed()).toHaveLength(2);
  });
});

describe("memoised", () => {
  it("remembers the texts used last, up to so many characters", () => {
    const compute = vi.fn((text: string) => text.length);
    const length = memoised(compute, 8);
    for (const text of ["aaa", "bbb", "aaa", "cccc", "aaa", "bbb"]) expect(length(text)).toBe(text.length);
    expect(compute.mock.calls.flat()).toEqual(["aaa", "bbb", "cccc", "bbb"]);
  });

  it("remembers one text that is longer than all may be together", () => {
    const compute = vi.fn((text: string) => text.length);
    const length = memoised(compute, 1);
    for (const text of ["aa", "aa", "bb", "aa"]) length(text);
    expect(compute.mock.calls.flat()).toEqual(["aa", "bb", "aa"]);
  });
});

describe("memoisedBy", () => {
  it("counts results: short inputs with long results do not pile up", () => {
    const compute = vi.fn((text: string) => text.repeat(100));
    const long = memoisedBy((text: string) => text, compute, {
      mostCharacters: 250,
      sizeOf: (result) => result.length,
    });
    for (const text of ["a", "b", "a", "c", "a", "b"]) long(text);
    expect(compute.mock.calls.flat()).toEqual(["a", "b", "c", "b"]);
  });

  it("keeps those used last that are within its bound together, and the last one however long it is", () => {
    const calls = fc.array(fc.integer({ min: 0, max: 9 }));
    const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(calls, sizes, fc.integer({ min: 1, max: 100 }), (asked, sizeOfEach, mostCharacters) => {
        const sizeOf = (number: number) => sizeOfEach[number] ?? 0;
        const compute = vi.fn((number: number) => number);
        const remember = memoisedBy(String, compute, { mostCharacters, sizeOf });
        let kept: number[] = [];
        for (const number of asked) {
          const before = compute.mock.calls.length;
          remember(number);
          expect(compute.mock.calls.length - before).toBe(kept.includes(number) ? 0 : 1);
          kept = [...kept.filter((other) => other !== number), number];
          const taken = () => kept.reduce((sum, one) => sum + 1 + sizeOf(one), 0);
          while (kept.length > 1 && taken() > mostCharacters) kept.shift();
        }
      }),
    );
  });
});

describe("files of roles", () => {
  it("are forgotten by what they hold, not by the length of the spec that asks for them", () => {
    const zeros = '{{ printf "%0999990d" 1 }}';
    const specs = Array.from({ length: 60 }, (_, index) =>
      agentConfig(
        `    extensions:\n${extension("a", "a.example/hosts.toml", `# {{ .config.node_name }} ${index} ${zeros}`)}`,
      ),
    );
    for (const spec of specs) analyze(spec);
    vi.mocked(executeTemplate).mockClear();
    for (const spec of specs.slice(-2)) analyze(spec);
    expect(executeTemplate).not.toHaveBeenCalled();
    analyze(specs[0] ?? "");
    expect(executeTemplate).toHaveBeenCalled();
  });
});

describe("dataKey", () => {
  it("tells different data apart", () => {
    const values: unknown[] = [
      ...[null, undefined, true, false, 0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY],
      ...["", "0", "null", "1,", "[", "a,b", "1:a"],
      ...[[], [[]], [null], [Number.NaN], [0], ["0"], ["a", "b"], ["a,1:b"], {}, { a: 1 }, { a: "1" }],
      ...[{ a: { b: 1 } }, { a: {}, b: 1 }, { "a:1": 1 }, { b: 1, a: 1 }, { a: 1, b: 1 }],
    ];
    expect(new Set(values.map(dataKey)).size).toBe(values.length);
  });

  it("gives none to data that aliases have made larger than any text", () => {
    const long = "x".repeat(100_000);
    expect(dataKey([long])).not.toBeNull();
    expect(dataKey(Array(50_000).fill(long))).toBeNull();
  });
});
