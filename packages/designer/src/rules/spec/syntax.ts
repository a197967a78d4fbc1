import type { Rule } from "../rule.js";

export const syntax: Rule = {
  code: "spec/syntax",
  severity: "error",
  when: "YAML (or JSON) does not parse; every error, not only the first",
  explanation: "Kublr cannot read this file. The preview stays at the last text that could be read.",
  *check({ spec }) {
    for (const { code, message, range } of spec.problems) {
      if (code !== "spec/duplicate-key") yield { message, range, path: [] };
    }
  },
};
