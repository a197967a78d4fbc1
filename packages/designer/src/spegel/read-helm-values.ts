import type { EffectiveConfig, ParsedSpec } from "@lookinglass/cluster-spec";
import { parseSpec, sourceOf, valueAt } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../agent/spegel-state.js";
import type { SpecPath } from "../analysis.js";
import { memoised } from "../memoised.js";

/** The user's values for the Spegel chart, as the spec gives them: a map, or a string that holds YAML. */
export type HelmValues =
  | { readonly form: "absent"; readonly value: undefined }
  | { readonly form: "map"; readonly value: unknown }
  | {
      readonly form: "string";
      readonly value: unknown;
      /** Place of the string in the spec. */
      readonly path: SpecPath;
      readonly inner: ParsedSpec;
    };

/** Reads `helm_values` of an effective config; a string is parsed as YAML. */
export function readHelmValues(config: EffectiveConfig): HelmValues {
  const written = valueAt(config.value, HELM_VALUES);
  if (written === undefined) return { form: "absent", value: undefined };
  if (typeof written !== "string") return { form: "map", value: written };
  const inner = parseString(written);
  const path = sourceOf(config, HELM_VALUES)?.path ?? [];
  return { form: "string", value: inner.documents[0]?.data, path, inner };
}

/** Several levels may have the same string, and few edits are in it. */
const parseString = memoised(parseSpec, 100_000);
