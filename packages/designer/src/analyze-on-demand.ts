import type { SprigFunctions } from "./agent/template-renderer.js";
import type { Analysis, Settings } from "./analysis.js";
import { analyzeWith } from "./analyze-with.js";

/** As analyze, but Sprig's functions load when the settings first ask for them: a browser seldom needs them. */
export async function analyzeOnDemand(
  specText: string,
  settings: Settings = {},
  importedText?: string,
): Promise<Analysis> {
  return analyzeWith(await sprigFor(settings), specText, settings, importedText);
}

/** Sprig's functions where the settings ask for them. */
export async function sprigFor({ templateFunctions }: Settings): Promise<SprigFunctions | null> {
  if (templateFunctions !== "sprig") return null;
  const { sprigFunctions } = await import("@lookinglass/go-template/sprig");
  return sprigFunctions;
}
