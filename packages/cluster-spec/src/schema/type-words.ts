import type { KeyRow, ValueKind } from "./key-row.js";

const WORDS: Readonly<Record<ValueKind, string>> = {
  map: "a map",
  list: "a list",
  text: "text",
  flag: "true or false",
  count: "a whole number",
};

/** What a place takes, in words: "a map or text"; "" where nothing is known of it. */
export function typeWords({ kinds }: Pick<KeyRow, "kinds">): string {
  return kinds.map((kind) => WORDS[kind]).join(" or ");
}
