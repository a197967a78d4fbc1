import { z } from "zod";
import { phaseIdSchema } from "./analysis.js";
import { pullPathExamples } from "./examples.js";
import { MAX_IMAGE_LENGTH, MAX_KEY_LENGTH } from "./limits.js";
import { specRequestSchema } from "./preview.js";

export const pullConditionsSchema = z.strictObject({
  upstreamDown: z.boolean().optional(),
  spegelNotReady: z.boolean().optional(),
  imageOnNoNode: z.boolean().optional(),
  mastersDown: z.boolean().optional(),
  mirrorDown: z.array(z.string().min(1).max(2_048)).max(64).optional(),
});

/** Body of POST /pull-path. */
export const pullPathRequestSchema = z
  .strictObject({
    ...specRequestSchema.shape,
    role: z
      .string()
      .min(1)
      .max(MAX_KEY_LENGTH)
      .meta({ description: '"master", or "nodes/" and a group\'s name' }),
    phase: phaseIdSchema,
    image: z.string().min(1).max(MAX_IMAGE_LENGTH),
    conditions: pullConditionsSchema.optional(),
  })
  .meta({ examples: pullPathExamples });

const pullStepSchema = z.strictObject({
  endpoint: z.string(),
  url: z.string(),
  operation: z.enum(["resolve", "pull"]),
  object: z.enum(["manifest", "blob"]),
  source: z.enum(["mirror", "spegel-local", "spegel-peer", "upstream"]),
  outcome: z.enum(["tried", "skipped", "answers", "not-found", "unreachable"]),
  why: z.string(),
  seconds: z.number(),
});

/** Answer of /pull-path: the endpoints that a node tries for an image, in order. */
export const pullPathSchema = z
  .strictObject({
    image: z.strictObject({
      registry: z.string(),
      repository: z.string(),
      tag: z.string().nullable(),
      digest: z.string().nullable(),
    }),
    directory: z.string().nullable(),
    fileFault: z.string().nullable(),
    steps: z.array(pullStepSchema),
    succeeds: z.boolean(),
    servedBy: z.string().nullable(),
    secondsLost: z.number(),
  })
  .meta({ id: "PullPath", description: "The endpoints that a node tries for an image, in order" });
