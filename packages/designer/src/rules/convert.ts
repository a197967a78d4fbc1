/**
 * The value of the expected type that the user surely meant, or undefined.
 *
 * @param expected "true or false", "a whole number", "text" or "a list of texts"
 * @param written what stands in the text for a number or a boolean: 1.30, where the value is 1.3
 */
export function converted(value: unknown, expected: string, written: string | null): unknown {
  switch (expected) {
    case "true or false":
      return value === "true" || value === "false" ? value === "true" : undefined;
    case "a whole number":
      return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
    case "text":
      return typeof value === "number" || typeof value === "boolean" ? (written ?? String(value)) : undefined;
    case "a list of texts":
      return typeof value === "string" && value !== "" ? [value] : undefined;
    default:
      return undefined;
  }
}

/** What a value that is not null is, in the words of `expected`; of a list, what its first wrong entry is. */
export function kindOf(value: unknown, expected?: string): string {
  if (Array.isArray(value)) return wrongEntry(value, expected) ?? "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return value === null ? "empty" : "a map";
  }
}

/** What the entries of a list are to be, by the words for the list. */
const ENTRIES: ReadonlyMap<string | undefined, string> = new Map([
  ["a list of texts", "text"],
  ["a list of maps", "a map"],
]);

function wrongEntry(list: readonly unknown[], expected: string | undefined): string | null {
  const wanted = ENTRIES.get(expected);
  if (wanted === undefined) return null;
  const index = list.findIndex((entry) => kindOf(entry) !== wanted);
  return index < 0 ? null : `a list whose entry ${index + 1} is ${kindOf(list[index])}`;
}
