import { clusterDocument } from "../cluster.js";
import { isArray, isObject, type JsonValue } from "../json.js";
import type { ParsedSpec } from "../parse/parse-spec.js";
import { type SpecPath, valueAt } from "../path.js";
import { scalarSyntax } from "../scalars.js";
import { isYaml11Boolean } from "./booleans.js";
import { clusterSchema } from "./cluster-schema.js";
import { typeAt } from "./schema-walk.js";

/** A known field that holds a value of another type. */
export interface TypeFault {
  readonly path: SpecPath;
  /** "text", "true or false", "a whole number", "a map", "a list" or "a map or text". */
  readonly expected: string;
  /** What it is, in the same words, or "a number". */
  readonly got: string;
  readonly value: JsonValue;
}

/**
 * Known fields of the previewed document whose value has the wrong type (`enabled: "false"` is text). Null is never
 * wrong, since the Kublr API drops it; an unquoted `yes` where a boolean belongs is left to {@link yaml11Booleans}.
 */
export function checkTypes(spec: ParsedSpec): readonly TypeFault[] {
  const document = clusterDocument(spec);
  if (!document) return [];
  // Without "jitless" the schema would be compiled with eval.
  const result = clusterSchema.safeParse(document.data, { jitless: true });
  const issues = result.success ? [] : result.error.issues;
  return issues.flatMap((issue) => {
    const path = issue.path.filter((segment) => typeof segment !== "symbol");
    const value = valueAt(document.data, path);
    const syntax = scalarSyntax(document, path);
    if (value === undefined || (issue.message === "true or false" && syntax && isYaml11Boolean(syntax)))
      return [];
    return [{ path, expected: issue.message, got: describe(value), value }];
  });
}

/** What the schema wants at a path, in the words of {@link TypeFault}; null where it wants no plain value. */
export function expectedType(path: SpecPath): "text" | "a whole number" | null {
  const type = typeAt(clusterSchema, path);
  if (type === "string") return "text";
  return type === "number" ? "a whole number" : null;
}

function describe(value: JsonValue): string {
  if (isArray(value)) return "a list";
  if (isObject(value)) return "a map";
  if (typeof value === "boolean") return "true or false";
  if (typeof value === "number") return "a number";
  return value === null ? "nothing" : "text";
}
