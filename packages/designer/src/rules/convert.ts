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

/** What a value that is not null is, in the words of `expected`. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    default:
      return "a map";
  }
}
