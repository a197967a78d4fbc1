import { clusterJsonSchema, type SpecPath } from "@lookinglass/cluster-spec";
import { isMap, type PlainMap } from "../plain-data.js";

/** What the schema of a Kublr cluster spec allows at a place: each alternative is a JSON Schema without `anyOf`. */
export type Expected = readonly PlainMap[];

export type ValueType = "object" | "array" | "string" | "boolean" | "integer";

let root: Expected | null = null;

/** What may stand at a path; empty where the schema says nothing. */
export function expectedAt(path: SpecPath): Expected {
  root ??= alternatives(clusterJsonSchema());
  return path.reduce<Expected>(stepInto, root);
}

/** Does a place take a value of this type? */
export function allows(expected: Expected, type: ValueType): boolean {
  return expected.some((schema) => [schema.type].flat().includes(type));
}

/** The keys that the schema knows for the map at a place, in its order. */
export function knownKeys(expected: Expected): string[] {
  return expected.flatMap(({ properties }) => (isMap(properties) ? Object.keys(properties) : []));
}

/** The types that a place takes, in words: "a map or text". */
export function typeWords(expected: Expected): string {
  const words = Object.entries(WORDS).flatMap(([type, word]) =>
    expected.some((schema) => [schema.type].flat().includes(type)) ? [word] : [],
  );
  return words.join(" or ");
}

const WORDS: Readonly<Record<ValueType, string>> = {
  object: "a map",
  array: "a list",
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
};

function stepInto(expected: Expected, segment: string | number): Expected {
  return expected.flatMap((schema) => {
    const { properties, additionalProperties, items } = schema;
    if (typeof segment === "number") return alternatives(items);
    if (isMap(properties) && Object.hasOwn(properties, segment)) return alternatives(properties[segment]);
    return alternatives(additionalProperties);
  });
}

function alternatives(schema: unknown): Expected {
  if (!isMap(schema)) return [];
  return Array.isArray(schema.anyOf) ? schema.anyOf.flatMap(alternatives) : [schema];
}
