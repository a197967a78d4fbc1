import { describe, expect, it } from "vitest";
import type { RuleCode } from "../rules/codes.js";
import { harmfulFixes } from "./harm.js";
import { type Circumstances, diagnosticsOf, firings, fixed, marked } from "./marked-spec.js";

export interface RuleCases extends Circumstances {
  /** Name -> spec; the rule fires exactly at the «marks», in order. */
  readonly fires: Readonly<Record<string, string>>;
  /** Name -> spec on which the rule says nothing. */
  readonly silent: Readonly<Record<string, string>>;
  /** Name -> spec on which the rule fires and offers nothing. */
  readonly unfixed?: Readonly<Record<string, string>>;
  /** After the fix the rule is silent and the text is `after`, to the byte. */
  readonly fixes?: Readonly<
    Record<string, { readonly title: RegExp; readonly before: string; readonly after: string }>
  >;
}

/** Specifies a rule: where it fires, where it does not, and what its fixes write. */
export function describeRule(code: RuleCode, cases: RuleCases): void {
  const { fires, silent, unfixed = {}, fixes = {}, ...under } = cases;
  describe(code, () => {
    it("has a case that fires", () => {
      expect(Object.keys(fires)).not.toEqual([]);
    });

    it.each(Object.entries(fires))("fires: %s", (_, source) => {
      const { text, marks } = marked(source);
      expect(marks.length).toBeGreaterThan(0);
      expect(firings(text, code, under)).toEqual(marks);
    });

    it.each(Object.entries(silent))("is silent: %s", (_, text) => {
      expect(diagnosticsOf(text, code, under).map(({ message }) => message)).toEqual([]);
    });

    it.each(Object.entries(unfixed))("offers no fix: %s", (_, text) => {
      const found = diagnosticsOf(text, code, under);
      expect(found).not.toEqual([]);
      expect(found.flatMap((each) => each.fixes)).toEqual([]);
    });

    const offering = Object.entries(fires).map(([name, source]) => [name, marked(source).text] as const);
    const mended = Object.entries(fixes).map(([name, { before }]) => [name, before] as const);
    it.each([...offering, ...mended])("does no harm with what it offers: %s", (_, text) => {
      expect(harmfulFixes(text, under, code)).toEqual([]);
    });

    it.each(Object.entries(fixes))("fix: %s", (_, { title, before, after }) => {
      const text = fixed(before, code, title, under);
      expect(text).toBe(after);
      expect(diagnosticsOf(text, code, under).map(({ message }) => message)).toEqual([]);
    });
  });
}
