import { describe, expect, it } from "vitest";
import re2 from "../../conformance/re2.json" with { type: "json" };
import rows from "../../conformance/regexp.json" with { type: "json" };
import { fromByteString, toByteString } from "../bytes.js";
import { compileMatch, compileRegexp, parseRegexp, type Regexp } from "./index.js";

const free = { steps: () => {}, text: () => {} };

describe("regexp.Compile and MatchString", () => {
  it.each(re2.cases)("$id", ({ pattern, error, matches }) => {
    const [search, regexp] = [compileMatch(pattern), compileRegexp(pattern, free)];
    if ("error" in search || "error" in regexp) {
      expect([search, regexp]).toEqual([{ error }, { error }]);
      return;
    }
    expect(error).toBeNull();
    const answers = (test: (text: string) => boolean) =>
      Object.fromEntries(Object.keys(matches).map((text) => [text, test(text)]));
    expect(answers(search.test)).toEqual(matches);
    expect(answers((text) => regexp.matches(text))).toEqual(matches);
  });
});

/** A row of regexp.json; texts have one character a byte. */
interface Row {
  readonly pattern?: string;
  readonly pieces?: readonly (readonly [string, number])[];
  readonly error?: string;
  readonly replacement?: string;
  readonly limit?: number;
  readonly texts?: readonly TextAnswer[];
}

interface TextAnswer {
  readonly text: string;
  readonly matches: boolean;
  readonly groups: readonly (readonly string[])[];
  readonly found: readonly string[];
  readonly replaced: string;
  readonly literal: string;
  readonly split: readonly string[];
}

// The file's type is inferred from its rows, where pairs are arrays of either.
const allRows = rows as unknown as readonly Row[];

describe("every method of Regexp", () => {
  it.each(
    allRows.flatMap((row) =>
      row.pattern === undefined ? [] : [[JSON.stringify(row.pattern), row] as const],
    ),
  )("%s", (_, { pattern = "", error, replacement = "", limit = 0, texts = [] }) => {
    const source = fromByteString(pattern);
    const [search, regexp] = [compileMatch(source), compileRegexp(source, free)];
    if ("error" in search || "error" in regexp) {
      const own = [search, regexp].map((each) => "error" in each && toByteString(each.error));
      expect(own).toEqual([error, error]);
      return;
    }
    expect(error).toBeUndefined();
    for (const wanted of texts) {
      expect(answerOf(regexp, wanted.text, fromByteString(replacement), limit)).toEqual(wanted);
      expect(search.test(fromByteString(wanted.text))).toBe(wanted.matches);
    }
  });
});

function answerOf(regexp: Regexp, bytes: string, replacement: string, limit: number): TextAnswer {
  const text = fromByteString(bytes);
  return {
    text: bytes,
    matches: regexp.matches(text),
    groups: regexp.findAllGroups(text).map((groups) => groups.map(toByteString)),
    found: regexp.findAll(text, limit).map(toByteString),
    replaced: toByteString(regexp.replaceAll(text, replacement)),
    literal: toByteString(regexp.replaceAllLiteral(text, replacement)),
    split: (regexp.split(text, limit) ?? []).map(toByteString),
  };
}

describe("Go's limits", () => {
  it.each(
    allRows.flatMap(({ pieces, error }) =>
      pieces === undefined ? [] : [[JSON.stringify(pieces), pieces, error] as const],
    ),
  )("%s", (_, pieces, error) => {
    const parsed = parseRegexp(pieces.map(([text, count]) => text.repeat(count)).join(""));
    const own = "error" in parsed ? /^error parsing regexp: ([^:]*): /.exec(parsed.error)?.[1] : undefined;
    expect(own).toBe(error);
  });
});
