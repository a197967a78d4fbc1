import { z } from "zod";
import { diagnosticSchema } from "./analysis.js";
import { previewExamples } from "./examples.js";
import { MAX_SPEC_LENGTH } from "./limits.js";
import { settingsSchema } from "./settings.js";

/** The text of a cluster spec: YAML or JSON, one document or several. */
export const specTextSchema = z.string().max(MAX_SPEC_LENGTH).meta({
  description: "A Kublr cluster spec, YAML or JSON, in one document or several. Any text is accepted.",
});

/** What every question about a spec begins with. */
export const specRequestSchema = z.strictObject({
  spec: specTextSchema,
  settings: settingsSchema.optional(),
});

/** Body of POST /preview and POST /validate. */
export const previewRequestSchema = z
  .strictObject({
    ...specRequestSchema.shape,
    imported: specTextSchema.optional().meta({
      description: "The spec as it runs on the nodes now: what has changed since is judged by it",
    }),
  })
  .meta({ examples: previewExamples });

/** Answer of POST /validate; `valid` means that no diagnostic is an error. */
export const validationSchema = z
  .strictObject({ valid: z.boolean(), diagnostics: z.array(diagnosticSchema) })
  .meta({
    id: "Validation",
    description:
      "What holds at several places is one diagnostic, with its places; where a rule has more to say than is listed, a " +
      "diagnostic spec/not-listed says so",
  });

/** The part of SARIF 2.1.0 that is promised; the standard's own schema says the rest. */
export const sarifLogSchema = z
  .looseObject({ version: z.literal("2.1.0"), runs: z.array(z.looseObject({})) })
  .meta({ id: "SarifLog", description: "A SARIF 2.1.0 log" });
