import { z } from "zod";
import { textRangeSchema } from "./analysis.js";
import { inspectExamples } from "./examples.js";
import { MAX_FILES, MAX_IMAGE_LENGTH, MAX_KEY_LENGTH, MAX_TEMPLATE_LENGTH } from "./limits.js";
import { versionSchema } from "./settings.js";

/** Body of POST /inspect: a certs.d tree and an image. */
export const inspectRequestSchema = z
  .strictObject({
    files: z
      .record(z.string().min(1).max(MAX_KEY_LENGTH), z.string().max(MAX_TEMPLATE_LENGTH))
      .refine((files) => Object.keys(files).length <= MAX_FILES, { error: `more than ${MAX_FILES} files` })
      .meta({ description: "Contents by path below certs.d" }),
    image: z.string().min(1).max(MAX_IMAGE_LENGTH),
    containerdVersion: versionSchema.optional(),
  })
  .meta({ examples: inspectExamples });

const registryHostSchema = z.strictObject({
  scheme: z.string(),
  host: z.string(),
  path: z.string(),
  httpFallback: z.boolean(),
  capabilities: z.array(z.enum(["pull", "resolve", "push", "referrers"])),
  skipVerify: z.boolean().nullable(),
  ca: z.array(z.string()).nullable(),
  client: z.array(z.tuple([z.string(), z.string()])).nullable(),
  header: z.record(z.string(), z.array(z.string())).nullable(),
  dialTimeoutMs: z.number().nullable(),
});

const imageSchema = z.strictObject({
  registry: z.string(),
  repository: z.string(),
  tag: z.string().nullable(),
  digest: z.string().nullable(),
  canonical: z.string(),
});

const hostResolutionSchema = z.union([
  z.strictObject({ dir: z.string().nullable(), hosts: z.array(registryHostSchema) }),
  z.strictObject({
    dir: z.string(),
    parseError: z.string(),
    parseErrorKind: z.enum(["toml-syntax", "toml-type", "containerd"]),
    fallback: z.array(registryHostSchema),
  }),
  z.strictObject({ dir: z.string().exactOptional(), error: z.string() }),
]);

/** A request that containerd makes, or the endpoint that it passes over instead (`skipped`). */
const plannedRequestSchema = z.strictObject({
  operation: z.enum(["resolve", "pull"]),
  object: z.enum(["manifest", "blob"]),
  method: z.enum(["HEAD", "GET"]),
  host: registryHostSchema,
  role: z.enum(["mirror", "server", "registry"]),
  url: z.string(),
  skipped: z.enum(["no-resolve-capability", "no-pull-capability"]).nullable(),
  failure: z.string().nullable(),
  dialTimeoutSeconds: z.number(),
  repeats: z.strictObject({
    serverError: z.number(),
    connectionError: z.number(),
    tooManyRequests: z.number(),
  }),
  getAfter: z.array(z.number()),
  onlyAfterNotFound: z.boolean(),
});

const fileFindingSchema = z.strictObject({
  file: z.string(),
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  range: textRangeSchema,
});

const findings = z.array(fileFindingSchema);

/**
 * Answer of POST /inspect: what containerd makes of the image's name, which endpoints it tries for it with which
 * requests, and what is odd in each file.
 */
export const inspectionSchema = z
  .union([
    z.strictObject({
      image: imageSchema,
      resolution: hostResolutionSchema,
      requests: z.array(plannedRequestSchema),
      findings,
    }),
    z.strictObject({
      image: z.strictObject({ error: z.string() }),
      resolution: z.null(),
      requests: z.tuple([]),
      findings,
    }),
  ])
  .meta({ id: "Inspection" });
