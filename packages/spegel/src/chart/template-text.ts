/** How Helm's templates test and print values. */
import { isValueMap } from "./effective-values.js";

/** `{{ if x }}`: false, 0, "", null, an empty list or map, and what is missing are false. The text "false" is true. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isValueMap(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** `{{ x }}`: Go's default format. Helm prints nothing for what is missing. */
export function printed(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return printedNumber(value);
  if (Array.isArray(value)) return `[${value.map(printedInside).join(" ")}]`;
  if (isValueMap(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${key}:${printedInside(item)}`);
    return `map[${entries.sort().join(" ")}]`;
  }
  return String(value);
}

/** The items that `{{ range x }}` visits, or null where Helm fails because it cannot iterate. */
export function rangeItems(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isValueMap(value)) return null;
  return Object.keys(value)
    .sort()
    .map((key) => value[key]);
}

/** strconv.ParseBool, which reads a boolean argument of Spegel's command line; null for what it refuses. */
export function parsedBool(text: string): boolean | null {
  if (["1", "t", "T", "TRUE", "true", "True"].includes(text)) return true;
  if (["0", "f", "F", "FALSE", "false", "False"].includes(text)) return false;
  return null;
}

function printedInside(value: unknown): string {
  return value === undefined || value === null ? "<nil>" : printed(value);
}

/** Helm reads every number as a float64, which Go prints with an exponent from 1e+06 on. */
function printedNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e6) || !Number.isFinite(value)) return String(value);
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  return `${mantissa}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, "0")}`;
}
