import { checkTypes } from "@lookinglass/cluster-spec";
import type { Finding, Rule } from "../rule.js";

export const type: Rule = {
  code: "spec/type",
  severity: "error",
  when: 'a known field has the wrong type (`enabled: "false"` is text, not false)',
  explanation:
    'Kublr expects another type here. Text that looks like a boolean is text: a Go template takes any text but "" as true.',
  *check({ spec }): Iterable<Finding> {
    for (const { path, expected, got, value } of checkTypes(spec)) {
      const converted = convert(value, expected);
      yield {
        message: `${path.join(".")} must be ${expected}, but this is ${got}.`,
        path,
        fixes:
          converted === undefined
            ? []
            : [
                {
                  name: "convert",
                  title: `Write ${String(converted)} as ${expected}`,
                  edits: [{ path, value: converted }],
                },
              ],
      };
    }
  },
};

/** The value that the user surely meant, where there is one. */
function convert(value: unknown, expected: string): boolean | number | string | undefined {
  if (expected === "boolean" && (value === "true" || value === "false")) return value === "true";
  if (expected === "integer" && typeof value === "string" && /^\d{1,9}$/.test(value)) return Number(value);
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return String(value);
  return undefined;
}
