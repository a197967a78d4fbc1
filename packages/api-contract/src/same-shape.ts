/**
 * Holds the schemas to the designer's types when the project compiles: a field added, dropped, renamed or
 * retyped on one side only is a type error here.
 */
import type {
  Analysis,
  CertsDInspection,
  Diagnostic,
  FoundSecret,
  PullConditions,
  PullPath,
  Settings,
} from "@lookinglass/designer";
import type { z } from "zod";
import type { analysisSchema, diagnosticSchema } from "./analysis.js";
import type { inspectionSchema } from "./inspect.js";
import type { pullConditionsSchema, pullPathSchema } from "./pull-path.js";
import type { SameData } from "./same-data.js";
import type { foundSecretSchema } from "./secrets.js";
import type { settingsSchema } from "./settings.js";

type SameShape<Schema extends z.ZodType, Type> = SameData<z.infer<Schema>, Type>;

/** Each member must be `true`, else this does not compile. */
export const sameShape: {
  readonly settings: SameShape<typeof settingsSchema, Settings>;
  readonly analysis: SameShape<typeof analysisSchema, Analysis>;
  readonly diagnostic: SameShape<typeof diagnosticSchema, Diagnostic>;
  readonly pullConditions: SameShape<typeof pullConditionsSchema, PullConditions>;
  readonly pullPath: SameShape<typeof pullPathSchema, PullPath>;
  readonly inspection: SameShape<typeof inspectionSchema, CertsDInspection>;
  readonly foundSecret: SameShape<typeof foundSecretSchema, FoundSecret>;
} = {
  settings: true,
  analysis: true,
  diagnostic: true,
  pullConditions: true,
  pullPath: true,
  inspection: true,
  foundSecret: true,
};
