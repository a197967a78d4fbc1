import { describe, expect, it } from "vitest";
import * as core from "./core.js";
import { decodeJson, executeTemplate, float64, parseTemplate, renderTemplate } from "./index.js";
import { sprigFunctions } from "./sprig/index.js";

describe("segments", () => {
  /** The parts of the template that wrote the output, each with what it wrote. */
  function sourceMap(source: string, data: unknown): string[] {
    const result = renderTemplate(source, data);
    const output = result.ok ? result.output : result.partialOutput;
    return result.segments.map((segment) => {
      const from = source.slice(segment.source.start, segment.source.end);
      return `${from} => ${output.slice(segment.output.start, segment.output.end)}`;
    });
  }

  it.each([
    ["text and an action", "a = {{.v}}\n", ["a =  => a = ", "{{.v}} => 1", "\n => \n"]],
    ["trimmed text, whole delimiters", "x \n {{- .v -}} \n y", ["x => x", "{{- .v -}} => 1", "y => y"]],
    [
      "a loop writes its body many times",
      "{{range .l}}<{{.}}{{end}}",
      ["< => <", "{{.}} => 1", "< => <", "{{.}} => 2"],
    ],
    [
      "a template maps to its definition",
      '{{define "t"}}[{{.}}]{{end}}{{template "t" 7}}',
      ["[ => [", "{{.}} => 7", "] => ]"],
    ],
    ["up to an error", "a{{.v}}b{{index .l 9}}c", ["a => a", "{{.v}} => 1", "b => b"]],
    ["an action that writes nothing has none", '{{""}}{{$x := 1}}{{/* c */}}z', ["z => z"]],
    ["offsets count UTF-16 units", "😀{{.v}}", ["😀 => 😀", "{{.v}} => 1"]],
    [
      "halves of a character that meet",
      '{{slice "é" 0 1}}{{slice "é" 1}}!',
      ['{{slice "é" 0 1}} => é', '{{slice "é" 1}} => ', "! => !"],
    ],
  ])("%s", (_name, source, expected) => {
    expect(sourceMap(source, { v: 1, l: [1, 2] })).toEqual(expected);
  });
});

describe("a parsed template", () => {
  it("is executed any number of times, with any data", () => {
    const parsed = parseTemplate("{{.v}}!");
    if (!parsed.ok) throw new Error(parsed.error.message);
    const outputs = [1, "x", null].map((v) => executeTemplate(parsed.template, { v }));
    expect(outputs).toMatchObject([{ output: "1!" }, { output: "x!" }, { output: "<no value>!" }]);
  });

  it("names and prints the templates it defines", () => {
    const parsed = parseTemplate(
      '{{define "a"}}{{ .x|print  1 }}{{end}}{{- /* gone */ -}} {{template `a` . }}',
    );
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.template.definedTemplates).toEqual(["a", "hosts.toml"]);
    expect(parsed.template.print("a")).toBe("{{.x | print 1}}");
    expect(parsed.template.print()).toBe('{{template "a" .}}');
  });
});

describe("errors", () => {
  it("carry Go's text, the line, and the bytes and UTF-16 units before the place", () => {
    const result = renderTemplate("é\né {{.s.x}}", { s: "text" }, { name: "my.tmpl" });
    expect(result).toEqual({
      ok: false,
      error: {
        phase: "exec",
        message:
          'template: my.tmpl:2:7: executing "my.tmpl" at <.s.x>: can\'t evaluate field x in type interface {}',
        line: 2,
        column: 7,
        offset: 8,
      },
      partialOutput: "é\né ",
      segments: [{ output: { start: 0, end: 4 }, source: { start: 0, end: 4 } }],
    });
  });

  it("say that a variable is not set before they say what it cannot be given", () => {
    expect(renderTemplate("{{$x := 1 | $x}}", {})).toMatchObject({
      error: { message: 'template: hosts.toml:1:12: executing "hosts.toml" at <$x>: undefined variable: $x' },
    });
  });

  it("of parsing point at the token that was read last", () => {
    expect(renderTemplate("a\nbc {{nosuch}}", {})).toMatchObject({
      error: { phase: "parse", line: 2, column: 5, offset: 7 },
    });
  });
});

describe("complex literals", () => {
  it.each([
    ["1+0b1i", "syntax error scanning complex number"],
    ["0b1+1i", "syntax error scanning complex number"],
    ["1e+5i+2i", "syntax error scanning complex number"],
    ["1_+2i", 'strconv.ParseFloat: parsing "1_": invalid syntax'],
    ["45+i", 'strconv.ParseFloat: parsing "+": invalid syntax'],
    ["1e400+1i", 'strconv.ParseFloat: parsing "1e400": value out of range'],
  ])("that are wrong, as %s, have the errors of Go's scanner", (literal, message) => {
    expect(renderTemplate(`{{${literal}}}`, null)).toMatchObject({
      error: { phase: "parse", message: `template: hosts.toml:1: ${message}` },
    });
  });
});

describe("data", () => {
  it.each([
    ["safe integers are int", 7, "int 7"],
    ["other numbers are float64", 2.5, "float64 2.5"],
    ["numbers beyond the safe integers are float64", 2 ** 60, "float64 1.152921504606847e+18"],
    ["float64() keeps a whole number a float64", float64(1e6), "float64 1e+06"],
    ["bigints are int of 64 bits", 2n ** 62n, "int 4611686018427387904"],
    ["a bigint that is too large wraps", 2n ** 63n, "int -9223372036854775808"],
    ["arrays are lists", [1, "a", null], "[]interface {} [1 a <nil>]"],
    [
      "objects are maps, undefined members missing",
      { b: 1, a: undefined },
      "map[string]interface {} map[b:1]",
    ],
    ["Maps are maps", new Map([["k", [true]]]), "map[string]interface {} map[k:[true]]"],
    ["null is nil", null, "<nil> <nil>"],
    ["functions and symbols are nil", () => 1, "<nil> <nil>"],
  ])("%s", (_name, value, expected) => {
    expect(renderTemplate('{{printf "%T %v" .v .v}}', { v: value })).toMatchObject({ output: expected });
  });

  it("is read by own properties only", () => {
    const data = Object.create({ inherited: 1 }) as object;
    const source = "{{.inherited}} {{.constructor}} {{.__proto__}} {{.toString.call}} {{len .}}";
    expect(renderTemplate(source, data)).toMatchObject({
      output: "<no value> <no value> <no value> <no value> 0",
    });
  });

  it("has keys named like members of Object as plain keys", () => {
    const data: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}');
    expect(renderTemplate("{{.__proto__}} {{.constructor}} {{.}}", data)).toMatchObject({
      output: "1 2 map[__proto__:1 constructor:2]",
    });
  });

  it("with lone surrogates gives U+FFFD", () => {
    expect(renderTemplate("{{.}}", "a\ud800b")).toMatchObject({ output: "a\ufffdb" });
  });
});

describe("decodeJson", () => {
  it.each([
    ["2", "int"],
    ["-0", "int"],
    ["9223372036854775807", "int"],
    ["9223372036854775808", "float64"],
    ["2.0", "float64"],
    ["2e0", "float64"],
    ['"2"', "string"],
  ])("reads %s as %s", (literal, type) => {
    const data = decodeJson(`{"v": [${literal}], "s": "1.0 {\\"number\\":"}`);
    expect(renderTemplate('{{printf "%T" (index .v 0)}}', data)).toMatchObject({ output: type });
  });

  it("keeps members called __proto__", () => {
    expect(renderTemplate("{{.}}", decodeJson('{"__proto__": {"a": 1.0}}'))).toMatchObject({
      output: "map[__proto__:map[a:1]]",
    });
  });
});

describe("function sets", () => {
  it("of the core entry are the builtins and what the caller gives", () => {
    expect(core.renderTemplate("{{upper .}}", "x")).toMatchObject({
      ok: false,
      error: { message: 'template: hosts.toml:1: function "upper" not defined' },
    });
    expect(core.renderTemplate("{{upper .}}", "x", { functions: sprigFunctions })).toMatchObject({
      output: "X",
    });
  });

  it.each([
    ["now", "it depends on the clock or the time zone"],
    ["uuidv4", "it is random"],
    ['env "HOME"', "it reads the environment of the process"],
    ['getHostByName "a"', "it asks the network"],
    ['genCA "a" 1', "it makes keys or passwords"],
  ])("of Sprig say why %s is not there", (call, reason) => {
    const name = call.split(" ")[0];
    const result = renderTemplate(`x{{${call}}}`, {}, { functions: "sprig" });
    expect(result).toMatchObject({ ok: false, error: { phase: "exec" }, partialOutput: "x" });
    expect(result.ok ? "" : result.error.message).toMatch(
      `error calling ${name}: ${name} is not available here: ${reason}`,
    );
  });
});

describe("bytes in the output", () => {
  it.each([
    ["two bytes", String.raw`\xc3\xa9`, "é"],
    ["three bytes", String.raw`\xe4\xb8\x96`, "世"],
    ["four bytes", String.raw`\xf0\x9f\x98\x80`, "😀"],
    ["a lead byte alone", String.raw`\xe4\xb8`, "\ufffd\ufffd"],
    ["an overlong form", String.raw`\xe0\x80\x80`, "\ufffd\ufffd\ufffd"],
    ["a surrogate", String.raw`\xed\xa0\x80`, "\ufffd\ufffd\ufffd"],
    ["beyond U+10FFFF", String.raw`\xf4\x90\x80\x80`, "\ufffd\ufffd\ufffd\ufffd"],
  ])("%s", (_name, escapes, expected) => {
    expect(renderTemplate(`{{"${escapes}"}}`, null)).toMatchObject({ ok: true, output: expected });
  });

  it("are compared as bytes", () => {
    const source = String.raw`{{lt "\x96" "é"}} {{lt "é" "\x96"}} {{lt "\xff" "😀"}}`;
    expect(renderTemplate(source, null)).toMatchObject({ ok: true, output: "true false false" });
  });

  it("half a character in an action is U+FFFD", () => {
    expect(renderTemplate("{{\ude00}}", null)).toMatchObject({
      error: { message: "template: hosts.toml:1: unrecognized character in action: U+FFFD '\ufffd'" },
    });
  });

  it("names a surrogate without showing it", () => {
    expect(renderTemplate(`{{printf "%#U" 0xd800}}`, null)).toMatchObject({ output: "U+D800" });
  });
});

describe("hexadecimal floats", () => {
  it.each([
    ["a zero of any exponent", "0x0p9999", "0"],
    ["a zero with its sign", "-0x0p9999", "-0"],
    ["too small for float64", "0x1p-5000", "0"],
    ["nearly too large", "0x0.8p1024", "8.98846567431158e+307"],
  ])("%s", (_name, literal, expected) => {
    expect(renderTemplate(`{{${literal}}}`, null)).toMatchObject({ ok: true, output: expected });
  });
});

describe("Sprig on URLs and durations", () => {
  it.each([
    ["a fraction of an hour", '{{durationRound "0.3333333333333333333h"}}', "20m"],
    ["one hour, which is not longer than an hour", '{{durationRound "1h"}}', "60m"],
    ["one second, which is not longer than a second", '{{durationRound "1s"}}', "0s"],
    ["two colons where Go does not look", '{{(urlParse "ldap://a:1:2").host}}', "a:1:2"],
    [
      "an escaped byte that is no UTF-8",
      '{{(urlParse "http://m/%ff").path | printf "%q"}}',
      String.raw`"/\xff"`,
    ],
  ])("%s", (_name, source, output) => {
    expect(renderTemplate(source, null, { functions: "sprig" })).toMatchObject({ ok: true, output });
  });

  it("refuses what is no address in brackets, in Go's words", () => {
    expect(renderTemplate('{{urlParse "http://[zzz]:80"}}', null, { functions: "sprig" })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('invalid host: ParseAddr("zzz"): unable to parse IP') },
    });
  });
});
