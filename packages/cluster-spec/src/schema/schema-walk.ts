import type * as z from "zod/mini";
import type { SpecPath } from "../path.js";

/** One step down a schema, or null where it says nothing. */
export function schemaBelow(schema: z.core.$ZodType, segment: string | number): z.core.$ZodType | null {
  const { def } = definitionOf(schema);
  switch (def.type) {
    case "object":
      return Object.hasOwn(def.shape, segment) ? (def.shape[segment] ?? null) : null;
    case "record":
      return def.valueType;
    case "array":
      return def.element;
    default:
      return null;
  }
}

export function schemaAt(schema: z.core.$ZodType, path: SpecPath): z.core.$ZodType | null {
  let current: z.core.$ZodType | null = schema;
  for (const segment of path) current = current && schemaBelow(current, segment);
  return current;
}

/** A schema does not change, so its keys are listed once. */
const keysOf = new WeakMap<z.core.$ZodType, readonly string[]>();

/** Keys that the schema knows for a map; none when any key will do. */
export function knownKeys(schema: z.core.$ZodType): readonly string[] {
  const keys = keysOf.get(schema) ?? listKeys(schema);
  keysOf.set(schema, keys);
  return keys;
}

function listKeys(schema: z.core.$ZodType): readonly string[] {
  const { def } = definitionOf(schema);
  return def.type === "object" ? Object.keys(def.shape) : [];
}

/** "string", "number" and the like: the library's own name of what is wanted at a path. */
export function typeAt(schema: z.core.$ZodType, path: SpecPath): string | null {
  const found = schemaAt(schema, path);
  return found && definitionOf(found).def.type;
}

export function expectsBoolean(schema: z.core.$ZodType | null): boolean {
  return schema !== null && definitionOf(schema).def.type === "boolean";
}

/** The definition under "optional" and "nullable". */
function definitionOf(schema: z.core.$ZodType): { def: z.core.$ZodTypes["_zod"]["def"] } {
  // Every schema that the library makes is one of its own types.
  let { def } = (schema as z.core.$ZodTypes)._zod;
  while (def.type === "optional" || def.type === "nullable")
    def = (def.innerType as z.core.$ZodTypes)._zod.def;
  return { def };
}
