import { editSpec, parseSpec } from "@lookinglass/cluster-spec";
import type { ChartValueType } from "@lookinglass/spegel";
import { hasType, VALUE_TYPES } from "../spegel/value-types.js";

/** A value as YAML, without the last line break. */
export function yamlText(value: unknown): string {
  return editSpec("", [{ path: [], value }]).text.trimEnd();
}

export type YamlReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/**
 * Reads what a user typed as YAML for a value of the chart.
 *
 * @returns the value, or what is wrong with the text in words for its field; never throws
 */
export function readYaml(text: string, type: ChartValueType): YamlReading {
  const { documents, problems } = parseSpec(text);
  const [problem] = problems;
  if (problem) return { ok: false, message: `This is not YAML: ${problem.message}` };
  const value = documents[0]?.data;
  if (documents.length === 1 && hasType(value, type)) return { ok: true, value };
  return { ok: false, message: `This has to be ${VALUE_TYPES[type]}.` };
}
