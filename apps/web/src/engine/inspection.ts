import {
  type Diagnostic,
  type FormModel,
  inspectSpec,
  type Settings,
  type SpecPreview,
} from "@lookinglass/designer";

/** Everything that the app shows of one text under one set of settings. */
export interface Inspection {
  readonly text: string;
  readonly settings: Settings;
  readonly analysis: SpecPreview;
  /** null while the engine is at it: nobody knows then whether there are problems. */
  readonly checked: Checked | null;
}

/** What the engine has found out when it has looked at everything. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly forms: FormModel;
}

export async function inspect(text: string, settings: Settings, imported?: string): Promise<Inspection> {
  const { analysis, forms } = await inspectSpec(text, settings, imported);
  const { diagnostics, ...preview } = analysis;
  return { text, settings, analysis: preview, checked: { diagnostics, forms } };
}
