import { describe, expect, it } from "vitest";
import { keptHosts } from "./existing-hosts.js";
import { runMirrorSteps } from "./run-mirror-steps.js";
import { readToml, type TomlValue } from "./toml-values.js";

function readValue(text: string): TomlValue | string | undefined {
  const document = readToml(`a = ${text}`);
  return "error" in document ? document.error : document.root.get("a");
}

describe("values as go-toml reads them", () => {
  it.each([
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["0x7FFFFFFFFFFFFFFF", 9223372036854775807n],
    ["9_007_199_254_740_993", 9007199254740993n],
  ])("%s is a whole number of 64 bits", (text, value) => {
    expect(readValue(text)).toEqual({ kind: "integer", value });
  });

  it.each(["9223372036854775808", "-9223372036854775809", "0xFFFFFFFFFFFFFFFF", "[1, 18446744073709551616]"])(
    "%s is out of range",
    (text) => {
      expect(readValue(text)).toBe("toml: value out of range");
    },
  );

  it("a key may look like a float out of range", () => {
    expect(readToml("a = { b = inf, 1e400 = 1 }\n1e400 = -inf")).not.toHaveProperty("error");
  });

  it("1.0 is a float, 1 is none", () => {
    expect(
      [readValue("1.0"), readValue("1")].map((value) => typeof value === "object" && value.kind),
    ).toEqual(["float", "integer"]);
  });

  it.each([
    ["1979-05-27", "1979-05-27"],
    ["2024-02-29", "2024-02-29"],
    ["07:32:00.123456789123", "07:32:00.123456789"],
    ["1979-05-27 07:32:00.500 # note", "1979-05-27T07:32:00.500"],
    ["1979-05-27t07:32:00z", "1979-05-27T07:32:00Z"],
    ["1979-05-27T00:32:00.999990-07:00", "1979-05-27T00:32:00.99999-07:00"],
    ["1979-05-27T00:32:00+00:00", "1979-05-27T00:32:00Z"],
  ])("the date %s is written back as %s", (text, written) => {
    expect(readValue(text)).toEqual({ kind: "date", text: written });
  });

  it("finds dates in lists and braces, and none in strings, comments and keys", () => {
    const text = [
      "'2024-01-02' = ['2024-01-03', 2024-01-04, # 2024-01-05",
      "  2024-01-06]",
      "2024-01-07 = { 2024-01-08 = 1, d = 2024-01-09 }",
      'long = """',
      "x = 2024-01-10",
      '"""',
      "[host.2024-01-11]",
    ].join("\n");
    const found = JSON.stringify(readToml(text), (_, value) =>
      value instanceof Map ? [...value] : typeof value === "bigint" ? Number(value) : value,
    ).matchAll(/"kind":"date","text":"([^"]*)"/g);
    expect([...found].map(([, date]) => date)).toEqual(["2024-01-04", "2024-01-06", "2024-01-09"]);
    expect(readToml(text)).toMatchObject({ hostHeaders: ["2024-01-11"] });
  });

  it("keeps CR LF in a long string, and takes \\e, as go-toml does", () => {
    expect(readValue('"""x\r\ny"""\r\n')).toEqual({ kind: "string", text: "x\r\ny" });
    expect(readValue('"\\e[1m"')).toEqual({ kind: "string", text: "\u001b[1m" });
    expect(readValue('"\\x41"')).toMatch(/^toml: /);
    expect(readValue('"\\\\x41"')).toEqual({ kind: "string", text: "\\x41" });
  });

  it("takes no text for a date, whatever it begins with", () => {
    expect(readValue('"\ud8002024-01-02"')).toEqual({ kind: "string", text: "\ufffd2024-01-02" });
    expect(readValue('"\\ud8002024-01-02"')).toMatch(/^toml: /);
  });
});

describe("the headers of hosts", () => {
  it("keep the order of the file, whatever the names look like", () => {
    const text = [
      "[host.b]",
      "list = [",
      "[ 'host.no' ],",
      "]",
      "text = '''",
      "[host.no]",
      "'''",
      '  [ host . "1" ] # [host.no]',
      "[host.1.header]",
      "[host.'a]\"b']",
      '["host"."\\u0063#"]',
      "[[other]]",
      "[host.0]",
    ].join("\n");
    expect(readToml(text)).toMatchObject({ hostHeaders: ["b", "1", 'a]"b', "c#", "0"] });
  });

  it("are none for dotted keys, braces and lists of tables", () => {
    expect(readToml("host.a.x = 1\nhost.b = {}\n[[host.c]]\n")).toMatchObject({ hostHeaders: [] });
    expect(readToml("[host]\n'https://m' = { skip_verify = true }\n")).toMatchObject({ hostHeaders: [] });
  });

  it("sort the keys below them and lose what stands elsewhere", () => {
    const text = "server = 's'\n[host.b]\nz = 1\n10 = 2\n9 = 3\n[host.b.header]\nX = 'y'\n[host.a]\n";
    expect(keptHosts(text)).toEqual({
      text: "[host.b]\n10 = 2\n9 = 3\nz = 1\n\n[host.b.header]\nX = 'y'\n\n[host.a]",
    });
  });
});

describe("an empty table", () => {
  const rewritten = (text: string) =>
    runMirrorSteps(
      {
        ...{ existing: { "quay.io/hosts.toml": text }, mirroredRegistries: ["https://quay.io"] },
        ...{ mirrorTargets: [], resolveTags: true, prependExisting: true },
      },
      { version: "0.0.25" },
    );

  it("in braces is written back by Spegel 0.0.25, one below a header is not", () => {
    const braces = rewritten("[host.a]\nclient = {}\nheader = {}\n");
    const headers = rewritten("[host.a]\n[host.a.client]\n[host.a.header]\n");
    expect(braces.files["quay.io/hosts.toml"]).toMatch(/\.client\]\n.*\.header\]\n/s);
    expect(headers.files["quay.io/hosts.toml"]).not.toMatch(/client|header/);
  });

  it("of hosts in braces lets Spegel 0.0.25 go on, one below a header ends it", () => {
    const input = { mirroredRegistries: ["https://quay.io"], mirrorTargets: ["http://a"], resolveTags: true };
    const run = (text: string) =>
      runMirrorSteps(
        { ...input, existing: { "quay.io/hosts.toml": text }, prependExisting: true },
        { version: "0.0.25" },
      );
    expect(run("host = {}")).not.toHaveProperty("error");
    expect(run("[host]")).toMatchObject({ error: "panic: assignment to entry in nil map" });
  });
});

describe("refuses what go-toml refuses", () => {
  it.each([
    ["a key twice", "a = 1\na = 2"],
    ["a key twice by dots", "a.b = 1\n[a]\nb = 2"],
    ["a table twice", "[host.a]\n[host.a]"],
    ["a table that was in braces", "host.a = {}\n[host.a.header]"],
    ["more in braces", "a = {}\na.b = 1"],
    ["a line break in braces", "a = { b = 1,\n c = 2 }"],
    ["a comment in braces", "a = { # no\n}"],
    ["a comma at the end of braces", "a = { b = 1, }"],
    ["a line break in braces in a list", "a = [\n { b = 1\n } ]"],
    ["a time without seconds", "a = 07:32"],
    ["a date and time without seconds", "a = 2024-01-02 07:32"],
    ["an offset time without seconds", "a = [2024-01-02T07:32Z]"],
    ["a month too many", "a = 2024-13-01"],
    ["a day too many", "a = 2024-02-30"],
    ["a 29th of February too many", "a = [2023-02-29T00:00:00Z]"],
    ["a zero before a number", "a = 01"],
    ["a control character in a string", "a = '\u0001'"],
    ["a control character in a comment", "# \u0000"],
    ["a control character in a long string", 'a = """\u007f"""'],
    ["a byte order mark", "\ufeffa = 1"],
    ["a carriage return alone", "a = 1\rb = 2"],
    ["a carriage return in a comment", "# a\rb\n"],
    ["a float out of range", "a = [1.0, -1_0e400]"],
    ["no value", "a ="],
    ["two on a line", "a = 1 b = 2"],
    ["a bare address", "[host.https://m]"],
    ["a half surrogate", 'a = "\\ud800"'],
    ["no end", 'a = """'],
    ["an empty part of a key", "a..b = 1"],
  ])("%s", (_, text) => {
    expect(readToml(text)).toEqual({ error: expect.stringMatching(/^toml: [^\n]+$/) });
  });

  it("without telling what the file holds", () => {
    const secret = "[host.a.header]\nAuthorization = 'Basic c2VjcmV0' x\n";
    expect(JSON.stringify(readToml(secret))).not.toContain("c2Vj");
  });
});

describe("a hostile text", () => {
  it.each([
    ["lists", `a = ${"[".repeat(300_000)}`],
    ["closed lists", `a = ${"[".repeat(300)}${"]".repeat(300)}`],
    ["braces", `a = ${"{a=".repeat(100_000)}`],
    ["dotted keys", `${"a.".repeat(50_000)}a = 1`],
    ["a header", `[host${".a".repeat(50_000)}]`],
  ])("nested in %s is refused", (_, text) => {
    expect(readToml(text)).toHaveProperty("error");
  });

  it.each([
    ["hosts", (n: number) => Array.from({ length: n }, (_, i) => `[host.h${i}]\nx = 1\n`).join("")],
    ["dates", (n: number) => `a = [${"2024-01-02,".repeat(n)}]`],
    ["quotes", (n: number) => `a = "${'\\"'.repeat(n)}"`],
    ["line breaks in a string", (n: number) => `a = """${"\\\n".repeat(n)}"""`],
    ["comments", (n: number) => "# 2024-01-02\n".repeat(n)],
    ["blanks", (n: number) => `a = ${" ".repeat(n)}1`],
  ])("of many %s is read in a time that grows with its length", (_, text) => {
    const long = text(5_000);
    const start = performance.now();
    expect(readToml(long)).not.toHaveProperty("error");
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("with names of Object's own touches no prototype", () => {
    const text =
      "__proto__.polluted = 1\n[constructor.prototype]\npolluted = 2\n[host.__proto__]\nx = { __proto__ = { polluted = 3 } }\n";
    const document = readToml(text);
    expect(document).toMatchObject({ hostHeaders: ["__proto__"] });
    expect("polluted" in {}).toBe(false);
    expect("root" in document && [...document.root.keys()]).toEqual(["__proto__", "constructor", "host"]);
  });
});
