/** Characters that YAML allows nowhere in a text, comments included: c-printable of YAML 1.1 and 1.2, as go-yaml has it. */
import { MAX_PROBLEMS } from "../limits.js";
import type { OffsetRange } from "../positions.js";
import { characterName } from "./names.js";

const REFUSED_RUN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /(?:[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])+/g;

export interface RefusedCharacters extends OffsetRange {
  readonly message: string;
}

/** Every run of them; a text has at most MAX_PROBLEMS problems, an edit takes all. */
export function refusedCharacters(text: string, most = MAX_PROBLEMS): RefusedCharacters[] {
  const found: RefusedCharacters[] = [];
  for (const { index, 0: run } of text.matchAll(REFUSED_RUN)) {
    const others = run.length > 1 ? ` and ${run.length - 1} more` : "";
    const message =
      `${characterName(text, index)}${others}: YAML allows no such character, not even in a comment. ` +
      "Go's YAML readers refuse the whole file.";
    found.push({ start: index, end: index + run.length, message });
    if (found.length === most) break;
  }
  return found;
}
