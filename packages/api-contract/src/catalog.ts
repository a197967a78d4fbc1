import { z } from "zod";

const chartValueSchema = z.strictObject({
  path: z.string(),
  type: z.string(),
  since: z.string(),
  until: z.string().nullable(),
  defaults: z.array(z.strictObject({ from: z.string(), value: z.unknown() })),
  renamedTo: z.string().nullable(),
  renamedFrom: z.string().nullable(),
});

const hostsFieldSchema = z.strictObject({
  field: z.string(),
  since: z.string().nullable(),
  before: z.string().nullable(),
  note: z.string().nullable(),
});

const exampleSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  spec: z.string(),
});

/** Answer of GET /catalog: what the designer knows of chart releases, containerd and agents, and its examples. */
export const catalogSchema = z
  .strictObject({
    spegel: z.strictObject({ versions: z.array(z.string()), values: z.array(chartValueSchema) }),
    containerd: z.strictObject({ fields: z.array(hostsFieldSchema) }),
    agentVersions: z.array(z.string()),
    examples: z.array(exampleSchema),
  })
  .meta({ id: "Catalog" });
