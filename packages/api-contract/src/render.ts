import { z } from "zod";
import { renderExamples } from "./examples.js";
import { jsonValue } from "./json-value.js";
import { MAX_TEMPLATE_LENGTH } from "./limits.js";

/** Body of POST /render: a Go template and the data for its dot. */
export const renderRequestSchema = z
  .strictObject({
    template: z.string().max(MAX_TEMPLATE_LENGTH),
    data: jsonValue(),
    functions: z.enum(["go", "sprig"]).optional(),
  })
  .meta({ examples: renderExamples });

/** Answer of POST /render; a template that fails is an answer too, with Go's own message. */
export const renderResultSchema = z
  .discriminatedUnion("ok", [
    z.strictObject({ ok: z.literal(true), output: z.string() }),
    z.strictObject({
      ok: z.literal(false),
      error: z.strictObject({
        phase: z.enum(["parse", "exec", "limit"]),
        message: z.string(),
        line: z.number(),
        column: z.number(),
        offset: z.number(),
      }),
      partialOutput: z.string(),
    }),
  ])
  .meta({ id: "RenderResult" });
