import type { Analysis, Settings } from "./analysis.js";
import { analysisOf, previewSpec } from "./analyze-with.js";
import { type FormModel, readForms } from "./forms/index.js";
import { sprigFor } from "./sprig-on-demand.js";

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
  const preview = previewSpec(await sprigFor(settings), specText, settings, importedText);
  return {
    analysis: analysisOf(preview),
    forms: readForms(preview.spec, preview.settings.spegelVersion),
  };
}
