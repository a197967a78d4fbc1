import { describe, expect, it } from "vitest";
import type { Settings } from "../analysis.js";
import { diagnosticsOf, firings, fixed, marked } from "./marked-spec.js";

export interface RuleCases {
  readonly settings?: Settings;
  /** Name -> spec; the rule fires exactly at the «marks», in order. */
  readonly fires: Readonly<Record<string, string>>;
  /** Name -> spec on which the rule says nothing. */
  readonly silent: Readonly<Record<string, string>>;
  /** After the fix the rule is silent and the text is `after`, to the byte. */
  readonly fixes?: Readonly<
    Record<string, { readonly title: RegExp; readonly before: string; readonly after: string }>
  >;
}

/** Specifies a rule: where it fires, where it does not, and what its fixes write. */
export function describeRule(code: string, { settings = {}, fires, silent, fixes = {} }: RuleCases): void {
  describe(code, () => {
    it.each(Object.entries(fires))("fires: %s", (_, source) => {
      const { text, marks } = marked(source);
      expect(marks.length).toBeGreaterThan(0);
      expect(firings(text, code, settings)).toEqual(marks);
    });

    it.each(Object.entries(silent))("is silent: %s", (_, text) => {
      expect(diagnosticsOf(text, code, settings).map(({ message }) => message)).toEqual([]);
    });

    it.each(Object.entries(fixes))("fix: %s", (_, { title, before, after }) => {
      const text = fixed(before, code, title, settings);
      expect(text).toBe(after);
      expect(diagnosticsOf(text, code, settings).map(({ message }) => message)).toEqual([]);
    });
  });
}
