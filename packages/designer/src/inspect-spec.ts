import type { Analysis, Settings } from "./analysis.js";
import { analysisOf } from "./analyze-with.js";
import { type FormModel, readForms } from "./forms/index.js";
import { sprigFor } from "./late-parts.js";
import { previewSpec } from "./preview-spec.js";

export interface SpecInspection {
  readonly analysis: Analysis;
  readonly forms: FormModel;
}

/**
 * What an editor shows of a spec at every key: what analyze and readForms give, from reading the text once. Sprig's
 * functions load when the settings first ask for them.
 */
export async function inspectSpec(
  specText: string,
  settings: Settings = {},
  importedText?: string,
): Promise<SpecInspection> {
  const parts = { sprig: await sprigFor(settings) };
  const preview = previewSpec(parts, specText, settings);
  return {
    analysis: analysisOf(preview, { parts, settings, importedText }),
    forms: readForms(preview.spec, preview.settings.spegelVersion),
  };
}
