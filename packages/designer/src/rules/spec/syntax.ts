import type { OffsetRange, ParsedSpec } from "@lookinglass/cluster-spec";
import { MOST_OF_ONE_CODE } from "../../limits.js";
import type { FindingFix, Rule } from "../rule.js";
import { misleads } from "./odd-text.js";

export const syntax: Rule = {
  code: "spec/syntax",
  severity: "error",
  when: "YAML (or JSON) does not parse; every error, not only the first",
  explanation: "Kublr cannot read this file. The preview stays at the last text that could be read.",
  *check({ spec }) {
    for (const { code, message, range, isCharacter } of spec.problems) {
      if (code === "spec/duplicate-key") continue;
      if (isCharacter) yield { message, range, path: [], fixes: () => removal(spec, range) };
      else if (code === "spec/too-large" || !misleads(spec, range.start)) yield { message, range, path: [] };
    }
  },
};

function removal({ problems, text }: ParsedSpec, range: OffsetRange): FindingFix[] {
  const one = { name: "remove", title: "Remove it", edits: [{ path: [], blanks: range }] };
  const characters = problems.filter(({ isCharacter }) => isCharacter);
  const title = "Remove all characters that YAML refuses";
  const all = { name: "remove-all", title, edits: [{ path: [], blanks: { start: 0, end: text.length } }] };
  // Of more than are listed one would not be missed.
  if (problems.length > MOST_OF_ONE_CODE) return [all];
  return characters.length > 1 ? [one, all] : [one];
}
