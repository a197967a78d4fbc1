import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executeTemplate, type Limits, parseTemplate, renderTemplate } from "./index.js";

/** Fragments that templates are made of, so that random texts reach deep into the parser. */
const FRAGMENTS = [
  "{{", "}}", "{{-", "-}}", "{{/*", "*/}}", "if", "else", "end", "range", "with", "define", "template", "block",
  "break", "continue", "nil", "true", "$", "$x", ".", ".a", ".a.b", ":=", "=", ",", "|", "(", ")", '"', "`", "'",
  '"s"', "`r`", "'c'", "1", "-1", "0x1F", "1.5e3", "1i", "1_0", "print", "printf", "len", "index", "and", "nosuch",
  " ", "\n", "\t", "é", "😀", "\u0000", "\ud800", "\\", "%d", "{{if .a}}", "{{end}}", "{{else}}", "{{range .l}}",
]; // biome-ignore format: a list of words

const DATA = { a: { b: "leaf" }, l: [1, "two", null, 2.5], s: "text é", n: 3, on: true };

const anySource = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join("")),
);

const operand = fc.constantFrom(
  ".",
  ".a",
  ".a.b",
  ".l",
  ".s",
  "$",
  "$.n",
  '"x"',
  "`y`",
  "'z'",
  "1",
  "2.5",
  "true",
);
const pipeline = fc
  .tuple(fc.constantFrom("", "print ", "printf `%v` ", "html ", "len ", "not "), operand, fc.boolean())
  .map(([fn, value, piped]) => (piped ? `(${value}) | ${fn || "print"}` : fn + value));

/** Well-formed templates: text, actions and nested control structures. */
const { template: wellFormed } = fc.letrec<{ template: string; statement: string }>((tie) => ({
  template: fc.array(tie("statement"), { maxLength: 4 }).map((statements) => statements.join("")),
  statement: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("text", " \n", "é{ }", ""),
    pipeline.map((pipe) => `{{${pipe}}}`),
    pipeline.map((pipe) => `{{ $v := ${pipe} -}} {{$v}}`),
    fc
      .tuple(pipeline, tie("template"), tie("template"))
      .map(([p, a, b]) => `{{if ${p}}}${a}{{else}}${b}{{end}}`),
    fc
      .tuple(pipeline, tie("template"))
      .map(([p, body]) => `{{with ${p}}}${body}{{else with .a}}{{.}}{{end}}`),
    tie("template").map((body) => `{{range $i, $e := .l}}${body}{{$i}}{{continue}}{{end}}`),
  ),
}));

describe("the parser", () => {
  it("throws nothing on any input: it gives a template or an error", () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const result = parseTemplate(source);
        if (!result.ok) expect(result.error.message).toMatch(/^template: hosts\.toml:\d+: /);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same tree again for what a tree prints as", () => {
    fc.assert(
      fc.property(fc.oneof(wellFormed, anySource), (source) => {
        const parsed = parseTemplate(source);
        if (!parsed.ok) return;
        for (const name of parsed.template.definedTemplates) {
          const printed = parsed.template.print(name) ?? "";
          // Texts that met where a comment stood are one text now, and what is trimmed cannot start an action.
          const again = parseTemplate(printed);
          expect(again.ok && again.template.print()).toBe(printed);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the executor", () => {
  it("throws nothing on any template that parses", () => {
    fc.assert(
      fc.property(fc.oneof(wellFormed, anySource), fc.json(), (source, json) => {
        const data: unknown = JSON.parse(json);
        expect(renderTemplate(source, data)).toHaveProperty("ok");
        expect(renderTemplate(source, data, { functions: "sprig" })).toHaveProperty("ok");
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same result every time, parsed once or twice", () => {
    fc.assert(
      fc.property(wellFormed, (source) => {
        const parsed = parseTemplate(source);
        if (!parsed.ok) throw new Error(parsed.error.message);
        const first = executeTemplate(parsed.template, DATA);
        expect(executeTemplate(parsed.template, DATA)).toEqual(first);
        expect(renderTemplate(source, DATA)).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it("covers the output with segments, in order and without gaps", () => {
    fc.assert(
      fc.property(wellFormed, (source) => {
        const result = renderTemplate(source, DATA);
        const output = result.ok ? result.output : result.partialOutput;
        let at = 0;
        for (const segment of result.segments) {
          expect(segment.output.start).toBe(at);
          expect(segment.source.end).toBeGreaterThan(segment.source.start);
          at = segment.output.end;
        }
        expect(at).toBe(output.length);
      }),
      { numRuns: 300 },
    );
  });

  it("does not change the data, whatever Sprig does to its dicts", () => {
    const data = { m: { a: 1 }, l: [{ b: 2 }] };
    const source =
      '{{set .m "a" 9}}{{unset .m "a"}}{{merge (index .l 0) (dict "c" 3)}}{{set .m "__proto__" 1}}{{.m}}{{.l}}';
    const result = renderTemplate(source, data, { functions: "sprig" });
    expect(result).toMatchObject({
      output: "map[a:9]map[]map[b:2 c:3]map[__proto__:1]map[__proto__:1][map[b:2 c:3]]",
    });
    expect(data).toEqual({ m: { a: 1 }, l: [{ b: 2 }] });
  });
});

describe("limits", () => {
  const LIMITS: Limits = { maxOutputBytes: 10_000, maxSteps: 20_000, maxDepth: 50 };

  /** Templates that would run or grow without end. */
  const bomb = fc.oneof(
    fc.integer({ min: 3, max: 6 }).map((depth) => `${"{{range 100000}}".repeat(depth)}x${"{{end}}".repeat(depth)}`),
    fc.constantFrom(
      '{{define "a"}}{{template "a"}}{{end}}{{template "a"}}',
      '{{define "a"}}{{template "b"}}{{end}}{{define "b"}}{{template "a"}}{{end}}{{template "a"}}',
      '{{define "a"}}x{{template "a" .}}{{template "a" .}}{{end}}{{template "a"}}',
    ),
    fc.integer({ min: 20_000, max: 9_999_999 }).map((width) => `{{printf "%${width}d" 1}}`),
    fc.integer({ min: 20_000, max: 999_999 }).map((width) => `{{printf "%.*f" ${width} 1.5}}{{printf "%0*d" ${width} 1}}`),
    fc.integer({ min: 20, max: 60 }).map((times) => `{{$x := "ab"}}${"{{$x = print $x $x}}".repeat(times)}`),
    fc.constant("{{range 1000000000}}{{end}}"),
  ); // biome-ignore format: one bomb a line

  const SPRIG_BOMBS: readonly string[] = [
    '{{repeat 1000000000 "x"}}',
    "{{until 1000000000}}",
    "{{until -1000000000}}",
    "{{untilStep 0 1000000000 1}}",
    "{{seq 1000000000}}",
    "{{seq 1 1000000000}}",
    '{{indent 1000000000 "x"}}',
    '{{nindent 1000000000 "x"}}',
    '{{$x := repeat 5000 "a"}}{{replace "a" $x $x}}',
    '{{$x := repeat 5000 "a"}}{{replace "" $x $x}}',
    '{{$x := repeat 5000 "a"}}{{regexReplaceAll "a" $x $x}}',
    '{{$x := repeat 5000 "a,"}}{{join $x (splitList "," $x)}}',
    '{{$x := repeat 4000 "a"}}{{wrapWith 1 $x $x}}',
    "{{$d := dict}}{{$_ := set $d `a` $d}}{{$d}}",
    "{{$d := dict}}{{$_ := set $d `a` $d}}{{toJson $d}}",
    "{{$d := dict}}{{$_ := set $d `a` $d}}{{deepEqual $d (deepCopy $d)}}",
    '{{$x := repeat 9000 "a"}}{{range 100000}}{{$y := regexMatch "(a*)*b" $x}}{{end}}',
    '{{$x := repeat 9000 "a"}}{{range 100000}}{{$y := sha256sum $x}}{{end}}',
    '{{range 99999}}{{$y := regexMatch "(a{999})" "b"}}{{end}}',
    "{{range 99999}}{{$y := mulf 1e300 1e300 1e-300 1.1}}{{end}}",
  ];

  function expectLimit(source: string, functions: "go" | "sprig"): void {
    const result = renderTemplate(source, {}, { functions, limits: LIMITS });
    expect(result).toMatchObject({ ok: false, error: { phase: "limit" } });
    if (!result.ok) expect(result.partialOutput.length).toBeLessThanOrEqual(10_000);
  }

  it("end every generated bomb with phase limit and no more output than allowed", () => {
    fc.assert(
      fc.property(bomb, (source) => expectLimit(source, "go")),
      { numRuns: 60 },
    );
  });

  it.each(SPRIG_BOMBS)("end a bomb made of Sprig's functions: %s", (source) => expectLimit(source, "sprig"));

  it("hold by default", () => {
    const bombs = ['{{define "a"}}{{template "a"}}{{end}}{{template "a"}}', "{{range 1000000000}}{{end}}"];
    for (const source of bombs) {
      expect(renderTemplate(source, {})).toMatchObject({ ok: false, error: { phase: "limit" } });
    }
  });

  it.each([
    ["parentheses", `{{${"(".repeat(20_000)}1${")".repeat(20_000)}}}`],
    ["ifs", `${"{{if 1}}".repeat(20_000)}${"{{end}}".repeat(20_000)}`],
    ["else ifs", `{{if 0}}${"{{else if 0}}".repeat(20_000)}{{end}}`],
    ["blocks", `${'{{block "a" 1}}'.repeat(20_000)}${"{{end}}".repeat(20_000)}`],
  ])("end the parsing of %s nested too deep", (_, source) => {
    expect(parseTemplate(source)).toMatchObject({ ok: false, error: { phase: "limit" } });
  });

  it.each([
    ["imaginary numbers", `{{${"1".repeat(300_000)}i+2i}}`],
    ["hexadecimal numbers", `{{0x1.${"f".repeat(300_000)}}}`],
    ["numbers with underscores", `{{${"1_".repeat(300_000)}}}`],
    ["spaces before text", `${" ".repeat(300_000)}x{{- nosuch}}`],
    ["brackets in text", `${"{ {".repeat(100_000)}{{nosuch}}`],
    [
      "comments that end before the delimiter",
      `${"{{/* a */}}".repeat(30_000)}{{/* a */ ${"*/ ".repeat(100_000)}`,
    ],
  ])("do not let the parser work long on %s", (_, source) => {
    expect(parseTemplate(source)).toMatchObject({ ok: false, error: { phase: "parse" } });
  });

  it.each([
    ["indexes that do not end", "%[".repeat(100_000)],
    ["indexes that end far away", `${"%[".repeat(100_000)}]`],
    ["zeros before a number", `%.${"0".repeat(100_000)}123456789d`],
  ])("do not let printf work long on %s", (_, format) => {
    expect(renderTemplate(`{{printf "${format}" 1}}`, null)).toMatchObject({ ok: true });
  });

  it.each(["%0999999d", "%-999999d", "%0999999.2f", "%999999v"])(
    "end a text as wide as %s at once",
    (format) => {
      const { error } = {
        error: null,
        ...renderTemplate(`{{printf "${format}" 1}}`, null, { limits: { maxOutputBytes: 9_000 } }),
      };
      expect(error).toMatchObject({ phase: "limit" });
    },
  );

  it("end the printing of data nested too deep, or in itself", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    let deep: unknown = "x";
    for (let i = 0; i < 100_000; i++) deep = [deep];
    for (const data of [cycle, deep]) {
      expect(renderTemplate("{{.}}", data)).toMatchObject({ ok: false, error: { phase: "limit" } });
    }
  });
});
