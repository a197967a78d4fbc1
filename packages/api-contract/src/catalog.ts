import { z } from "zod";

const versionSchema = z.string();

/** Query of GET /catalog. */
export const catalogQuerySchema = z.strictObject({
  spegelVersion: z
    .string()
    .regex(/^v?\d{1,4}\.\d{1,4}(\.\d{1,4})?$/, "a release such as 0.4.0")
    .optional()
    .meta({ description: "The Spegel release whose chart values are listed", examples: ["0.4.0", "0.7.4"] }),
});

const chartValueSchema = z.strictObject({
  path: z.string(),
  type: z.string(),
  default: z.unknown(),
  since: versionSchema,
  until: versionSchema.nullable(),
  renamedTo: z.string().nullable(),
  renamedFrom: z.string().nullable(),
  isUsed: z.boolean(),
  note: z.string().nullable(),
});

const releaseFactSchema = z.strictObject({
  field: z.string(),
  since: versionSchema.nullable(),
  backports: z.array(versionSchema).exactOptional(),
  until: versionSchema.exactOptional(),
  before: z.string().exactOptional(),
  note: z.string().exactOptional(),
});

const exampleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  shows: z.string(),
  spec: z.string(),
});

/** Answer of GET /catalog: what the designer knows of chart releases, containerd and agents, and its examples. */
export const catalogSchema = z
  .strictObject({
    spegel: z.strictObject({
      releases: z.array(versionSchema),
      /** The release that `values` is about: the one asked for, or the newest known one before it. */
      release: versionSchema,
      values: z.array(chartValueSchema),
    }),
    containerd: z.strictObject({
      /** Newest release known, by release line. */
      releases: z.record(z.string(), versionSchema),
      facts: z.array(releaseFactSchema),
    }),
    agentVersions: z.array(versionSchema),
    examples: z.array(exampleSchema),
    /** Specs to begin with, one for each kind of machines. */
    starters: z.array(exampleSchema),
  })
  .meta({ id: "Catalog" });
