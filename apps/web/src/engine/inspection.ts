import { type Analysis, type FormModel, inspectSpec, type Settings } from "@lookinglass/designer";

/** Everything that the app shows of one text under one set of settings. */
export interface Inspection {
  readonly text: string;
  readonly settings: Settings;
  readonly analysis: Analysis;
  readonly forms: FormModel;
}

export async function inspect(text: string, settings: Settings, imported?: string): Promise<Inspection> {
  return { text, settings, ...(await inspectSpec(text, settings, imported)) };
}
