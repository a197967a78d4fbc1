import type { ChartValueType } from "@lookinglass/spegel";
import { isMap } from "../plain-data.js";

/** The types of the chart's values in words, as in "must be a map". */
export const VALUE_TYPES: Readonly<Record<ChartValueType, string>> = {
  string: "text",
  integer: "a whole number",
  boolean: "true or false",
  object: "a map",
  "array<string>": "a list of texts",
  "array<object>": "a list of maps",
};

/** Is the value of the type that the chart expects? */
export function hasType(value: unknown, type: ChartValueType): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "object":
      return isMap(value);
    case "array<string>":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "array<object>":
      return Array.isArray(value) && value.every(isMap);
    default:
      return typeof value === type;
  }
}
