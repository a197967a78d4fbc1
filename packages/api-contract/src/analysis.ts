import { z } from "zod";
import { containerRuntimeSchema } from "./settings.js";

/** Keys of maps and indexes of lists, from the root of the Cluster document. */
export const specPathSchema = z.array(z.union([z.string(), z.number()]));

const textPositionSchema = z.strictObject({ line: z.number(), column: z.number() });

/** 1-based, half-open: `end` is the position after the last character. */
export const textRangeSchema = z
  .strictObject({ start: textPositionSchema, end: textPositionSchema })
  .meta({ id: "TextRange", description: "1-based lines and columns; the end is after the last character" });

export const phaseIdSchema = z.enum(["bootstrap", "running", "agent-rerun"]);

const valueOriginSchema = z.strictObject({
  kind: z.enum(["cluster", "group", "default", "runtime", "agent-version"]),
  path: specPathSchema.exactOptional(),
});

const roleSpegelSchema = z.strictObject({
  integrationEnabled: z.boolean(),
  chartDeployed: z.boolean(),
  mirrorAdd: z.boolean(),
  from: z.strictObject({
    integrationEnabled: valueOriginSchema,
    chartDeployed: valueOriginSchema,
    mirrorAdd: valueOriginSchema,
  }),
});

const nodeFileSchema = z
  .strictObject({
    path: z.string(),
    content: z.string(),
    state: z.enum(["active", "backup", "deleted", "not-generated"]),
    origin: z.strictObject({
      kind: z.enum(["kublr", "extension", "spegel"]),
      key: z.string().exactOptional(),
      path: specPathSchema.exactOptional(),
    }),
    replaced: z.strictObject({ path: z.string(), by: z.literal("spegel") }).exactOptional(),
  })
  .meta({ id: "NodeFile", description: "A file below /etc/containerd/certs.d of a role's first node" });

const phaseSchema = z.strictObject({
  id: phaseIdSchema,
  files: z.array(nodeFileSchema),
  failure: z.string().exactOptional(),
});

const roleSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["master", "worker"]),
    title: z.string(),
    assumed: z.boolean(),
    nodeCount: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }),
    runtime: containerRuntimeSchema,
    sampleNodes: z.array(z.strictObject({ name: z.string(), address: z.string() })),
    spegel: roleSpegelSchema,
    phases: z.array(phaseSchema),
  })
  .meta({ id: "Role" });

const specEditSchema = z.union([
  z.strictObject({ path: specPathSchema, value: z.unknown() }),
  z.strictObject({ path: specPathSchema, remove: z.literal(true), document: z.number().exactOptional() }),
  z.strictObject({ path: specPathSchema, rename: z.string() }),
  z.strictObject({ path: specPathSchema, move: specPathSchema }),
  z.strictObject({
    path: specPathSchema,
    blanks: z.strictObject({ start: z.number(), end: z.number() }),
  }),
]);

const fixSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  edits: z.array(specEditSchema),
  // Settings to lay over those in force; such a fix edits nothing.
  assume: z.strictObject({ runtimes: z.record(z.string(), containerRuntimeSchema) }).exactOptional(),
});

const diagnosticPlaceSchema = z
  .strictObject({
    range: textRangeSchema,
    path: specPathSchema,
    roles: z.array(z.string()).exactOptional(),
    message: z.string().exactOptional(),
    fixes: z.array(fixSchema).exactOptional(),
  })
  .meta({
    id: "DiagnosticPlace",
    description: "One of the places of a diagnostic; what it does not say is as the diagnostic says",
  });

export const diagnosticSchema = z
  .strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    message: z.string().meta({ description: "At most 300 characters" }),
    explanation: z.string(),
    range: textRangeSchema,
    path: specPathSchema,
    roles: z.array(z.string()).exactOptional(),
    items: z.array(z.string()).exactOptional().meta({
      description: "What the message counts, or names in part: files, hosts, keys; at most 1,000",
    }),
    places: z.array(diagnosticPlaceSchema).exactOptional().meta({
      description:
        "Where it holds, when that is at several places; range, path and fixes are those of the first",
    }),
    morePlaces: z.number().exactOptional().meta({
      description: "How many places there are besides those listed",
    }),
    docs: z.string().exactOptional(),
    fixes: z.array(fixSchema),
  })
  .meta({ id: "Diagnostic" });

const resolvedSettingsSchema = z.strictObject({
  agentVersion: z.string(),
  containerdVersion: z.string(),
  spegelVersion: z.string(),
  templateFunctions: z.enum(["go", "sprig"]),
  from: z.strictObject({
    agentVersion: z.enum(["settings", "spec", "default"]),
    containerdVersion: z.enum(["settings", "default"]),
    spegelVersion: z.enum(["settings", "default"]),
    templateFunctions: z.enum(["settings", "default"]),
  }),
});

const spegelChartSchema = z
  .strictObject({
    deployed: z.boolean(),
    version: z.string(),
    mirrorAdd: z.boolean(),
    configPath: z.string(),
    mirroredRegistries: z.array(z.string()),
    registryFilters: z.array(z.string()),
    resolveTags: z.boolean(),
    resolveLatestTag: z.boolean(),
    prependExisting: z.boolean(),
    hostPort: z.string().nullable(),
    nodePort: z.string(),
    problems: z.array(z.string()),
  })
  .meta({ id: "SpegelChart", description: "The one Spegel release of the cluster" });

/** Answer of /preview: what every role's nodes get, and what is wrong with the spec. */
export const analysisSchema = z
  .strictObject({
    cluster: z.strictObject({
      name: z.string().nullable(),
      agentVersion: z.string(),
      document: z.number().nullable(),
      form: z.enum(["cluster", "fragment", "none"]),
    }),
    settings: resolvedSettingsSchema,
    spegel: spegelChartSchema,
    roles: z.array(roleSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({
    id: "Analysis",
    description:
      "What every role's nodes get, and what is wrong with the spec. Bounded: where worker groups, files or problems are too " +
      "many, the first ones are complete and a diagnostic spec/not-previewed or spec/not-listed tells what is left out.",
  });
