import { z } from "zod";
import { specPathSchema, textRangeSchema } from "./analysis.js";

/** Where a spec holds something that must not be shared. It never holds the value itself. */
export const foundSecretSchema = z
  .strictObject({
    kind: z.enum(["secret-document", "credential"]),
    path: specPathSchema.exactOptional(),
    range: textRangeSchema,
    description: z.string(),
  })
  .meta({ id: "FoundSecret" });
