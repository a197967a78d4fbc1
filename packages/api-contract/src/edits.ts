import { z } from "zod";
import { textRangeSchema } from "./analysis.js";
import { jsonValue } from "./json-value.js";
import { MAX_EDITS, MAX_KEY_LENGTH, MAX_PATH_LENGTH } from "./limits.js";
import { previewRequestSchema } from "./preview.js";

const editPathSchema = z
  .array(z.union([z.string().max(MAX_KEY_LENGTH), z.number().int().min(0)]))
  .max(MAX_PATH_LENGTH);

/** One change of the spec's data: exactly one of value, remove and rename. */
export const requestedEditSchema = z
  .strictObject({
    path: editPathSchema,
    value: jsonValue().optional(),
    remove: z.literal(true).optional(),
    rename: z.string().max(MAX_KEY_LENGTH).optional(),
  })
  .refine(hasOneAction, { error: "exactly one of value, remove and rename is needed" });

/** Body of POST /edits: changes of the data, or the id of a fix that the analysis offers. */
export const editsRequestSchema = z
  .strictObject({
    ...previewRequestSchema.shape,
    edits: z.array(requestedEditSchema).min(1).max(MAX_EDITS).optional(),
    fix: z.string().min(1).max(4_096).optional(),
  })
  .refine((body) => (body.edits === undefined) !== (body.fix === undefined), {
    error: "exactly one of edits and fix is needed",
  });

const textEditSchema = z.strictObject({ range: textRangeSchema, newText: z.string() });

/** Answer of POST /edits: the whole new text, and the same change as edits of the old one. */
export const editsResultSchema = z
  .strictObject({ spec: z.string(), textEdits: z.array(textEditSchema) })
  .meta({ id: "EditsResult" });

function hasOneAction(edit: object): boolean {
  return ["value", "remove", "rename"].filter((action) => Object.hasOwn(edit, action)).length === 1;
}
