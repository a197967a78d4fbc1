import { z } from "zod";
import { editsExamples } from "./examples.js";
import { jsonValue } from "./json-value.js";
import { MAX_EDITS, MAX_KEY_LENGTH, MAX_PATH_LENGTH } from "./limits.js";
import { previewRequestSchema } from "./preview.js";

const editPathSchema = z
  .array(z.union([z.string().max(MAX_KEY_LENGTH), z.number().int().min(0)]))
  .max(MAX_PATH_LENGTH);

const ACTIONS = ["value", "remove", "rename", "insert", "move", "blanks"] as const;

/** One change of a document's data: a path, and exactly one action. */
export const requestedEditSchema = z
  .strictObject({
    path: editPathSchema,
    document: z.number().int().min(0).optional(),
    value: jsonValue().optional(),
    remove: z.literal(true).optional(),
    rename: z.string().max(MAX_KEY_LENGTH).optional(),
    insert: jsonValue().optional(),
    move: editPathSchema.optional(),
    blanks: z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) }).optional(),
  })
  .refine(hasOneAction, { error: `exactly one of ${ACTIONS.join(", ")} is needed` });

/** Body of POST /edits: changes of the data, or the id of a fix that the analysis offers. */
export const editsRequestSchema = z
  .strictObject({
    ...previewRequestSchema.shape,
    edits: z.array(requestedEditSchema).min(1).max(MAX_EDITS).optional(),
    fix: z.string().min(1).max(4_096).optional(),
  })
  .refine((body) => (body.edits === undefined) !== (body.fix === undefined), {
    error: "exactly one of edits and fix is needed",
  })
  .meta({ examples: editsExamples });

/** Replaces a half-open range of UTF-16 offsets of the text that was sent. */
const textEditSchema = z.strictObject({ start: z.number(), end: z.number(), newText: z.string() });

/** Answer of POST /edits: the whole new text, and the same change as edits of the old one. */
export const editsResultSchema = z
  .strictObject({ spec: z.string(), textEdits: z.array(textEditSchema) })
  .meta({ id: "EditsResult" });

function hasOneAction(edit: object): boolean {
  return ACTIONS.filter((action) => Object.hasOwn(edit, action)).length === 1;
}
