import { z } from "zod";
import { MAX_FILES, MAX_IMAGE_LENGTH, MAX_KEY_LENGTH, MAX_TEMPLATE_LENGTH } from "./limits.js";
import { versionSchema } from "./settings.js";

/** Body of POST /inspect: a certs.d tree and an image. */
export const inspectRequestSchema = z.strictObject({
  files: z
    .record(z.string().min(1).max(MAX_KEY_LENGTH), z.string().max(MAX_TEMPLATE_LENGTH))
    .refine((files) => Object.keys(files).length <= MAX_FILES, { error: `more than ${MAX_FILES} files` }),
  image: z.string().min(1).max(MAX_IMAGE_LENGTH),
  containerdVersion: versionSchema.optional(),
});

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

/** Answer of POST /inspect: what containerd makes of the image's name, and which endpoints it tries for it. */
export const inspectionSchema = z
  .union([
    z.strictObject({ image: imageSchema, resolution: hostResolutionSchema }),
    z.strictObject({ image: z.strictObject({ error: z.string() }), resolution: z.null() }),
  ])
  .meta({ id: "Inspection" });
