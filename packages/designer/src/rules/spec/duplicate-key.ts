import type { Rule } from "../rule.js";

export const duplicateKey: Rule = {
  code: "spec/duplicate-key",
  severity: "error",
  when: "the same key twice in one map",
  explanation:
    "YAML allows a key once. Some readers refuse the file, others take the last one without a word.",
  *check({ spec }) {
    for (const { code, message, range } of spec.problems) {
      if (code === "spec/duplicate-key") yield { message, range, path: [] };
    }
  },
};
