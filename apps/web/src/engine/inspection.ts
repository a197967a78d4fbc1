import { parseSpec } from "@lookinglass/cluster-spec";
import {
  type Analysis,
  analyzeOnDemand,
  type FormModel,
  readForms,
  type Settings,
} from "@lookinglass/designer";

/** Everything that the app shows of one text under one set of settings. */
export interface Inspection {
  readonly text: string;
  readonly settings: Settings;
  readonly analysis: Analysis;
  readonly forms: FormModel;
}

export async function inspect(text: string, settings: Settings, imported?: string): Promise<Inspection> {
  const analysis = await analyzeOnDemand(text, settings, imported);
  return { text, settings, analysis, forms: readForms(parseSpec(text), analysis.settings.spegelVersion) };
}
