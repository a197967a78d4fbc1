import {
  checkTypes,
  clusterDocument,
  knownAt,
  locate,
  type SpecPath,
  writtenWord,
} from "@lookinglass/cluster-spec";
import { converted } from "../convert.js";
import type { Finding, Rule } from "../rule.js";
import { isOdd } from "./odd-text.js";

export const type: Rule = {
  code: "spec/type",
  severity: "error",
  when: 'a known field has the wrong type (`enabled: "false"` is text, not false)',
  explanation:
    'Kublr expects another type here. Text that looks like a boolean is text: a Go template takes any text but "" as true.',
  *check({ spec }): Iterable<Finding> {
    const document = clusterDocument(spec);
    if (!document) return;
    for (const { path, expected, got, value, firm } of checkTypes(spec)) {
      const place = locate(document, path);
      if (place && isOdd(spec, place.value)) continue; // spec/white-space
      const meant =
        flagMeant(value, expected) ?? converted(value, wanted(path, expected), writtenWord(document, path));
      const title = `Write ${JSON.stringify(meant)}`;
      yield {
        message: `${path.join(".")} must be ${expected}, but this is ${got}.`,
        path,
        ...(!firm && { severity: "warning" as const }),
        fixes: () =>
          meant === undefined ? [] : [{ name: "convert", title, edits: [{ path, value: meant }] }],
      };
    }
  },
};

const FLAGS: ReadonlyMap<unknown, boolean> = new Map([
  ["yes", true],
  ["on", true],
  ["no", false],
  ["off", false],
]);

/** Words for true and false that stand in quotes. */
function flagMeant(value: unknown, expected: string): boolean | undefined {
  if (expected !== "true or false" || typeof value !== "string") return undefined;
  return FLAGS.get(value.toLowerCase());
}

/** One text in the place of a list of texts is the list's only item. */
function wanted(path: SpecPath, expected: string): string {
  const isListOfTexts = expected === "a list" && knownAt(path)?.item?.row?.kinds[0] === "text";
  return isListOfTexts ? "a list of texts" : expected;
}
