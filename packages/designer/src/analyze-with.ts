import type { Analysis, Settings } from "./analysis.js";
import type { LateParts } from "./late-parts.js";
import { dataKey, memoisedBy } from "./memoised.js";
import type { Preview } from "./preview.js";
import { previewSpec, shownOf } from "./preview-spec.js";
import { diagnose } from "./rules/diagnose.js";
import { rules } from "./rules/index.js";
import { ruleInput } from "./rules/rule-input.js";

/** analyze with the parts that a browser loads late handed in. */
export function analyzeWith(
  parts: LateParts,
  specText: string,
  settings: Settings,
  importedText?: string,
): Analysis {
  return analysisOf(previewSpec(parts, specText, settings), { parts, settings, importedText });
}

interface Asked {
  readonly parts: LateParts;
  readonly settings: Settings;
  readonly importedText: string | undefined;
}

/** What a preview comes to, with its diagnostics. */
export function analysisOf(preview: Preview, { parts, settings, importedText }: Asked): Analysis {
  const { text } = preview.spec;
  const isSame = importedText === undefined || importedText === text;
  const imported = isSame ? null : () => importedPreview({ parts, text: importedText, settings });
  return { ...shownOf(preview), diagnostics: diagnose(ruleInput(preview, imported), rules) };
}

interface ImportedText {
  readonly parts: LateParts;
  readonly text: string;
  readonly settings: Settings;
}

/** The imported text stays the same while the spec is edited: the last one is kept. */
const importedPreview = memoisedBy(
  ({ parts, text, settings }: ImportedText) => {
    const under = dataKey([parts.sprig !== null, settings]);
    return under && under + text;
  },
  ({ parts, text, settings }) => previewSpec(parts, text, settings),
  { mostCharacters: 1 },
);
