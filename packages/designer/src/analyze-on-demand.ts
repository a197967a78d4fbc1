import type { Analysis, Settings } from "./analysis.js";
import { analyzeWith } from "./analyze-with.js";

/** As analyze, but Sprig's functions load when the settings first ask for them: a browser seldom needs them. */
export async function analyzeOnDemand(
  specText: string,
  settings: Settings = {},
  importedText?: string,
): Promise<Analysis> {
  const sprig = settings.templateFunctions === "sprig" ? await loadSprig() : null;
  return analyzeWith(sprig, specText, settings, importedText);
}

async function loadSprig() {
  const { sprigFunctions } = await import("@lookinglass/go-template/sprig");
  return sprigFunctions;
}
