import { sprigFunctions } from "@lookinglass/go-template/sprig";
import type { Analysis, Settings } from "./analysis.js";
import { analyzeWith } from "./analyze-with.js";

/**
 * Everything that Lookinglass knows about a cluster spec: the files of every node role in every phase, and what is
 * wrong or surprising. Pure and total: any text gives an answer.
 *
 * @param specText YAML or JSON, one or more documents; a `kind: Cluster` document or a bare `spec:` is previewed
 * @param settings what to assume where the spec does not say
 * @param importedText the text as it was when it was opened, taken for what runs on the nodes: what has changed since
 *   is judged by it. Not a setting, for settings are shared with others.
 */
export function analyze(specText: string, settings: Settings = {}, importedText?: string): Analysis {
  return analyzeWith({ sprig: sprigFunctions }, specText, settings, importedText);
}
