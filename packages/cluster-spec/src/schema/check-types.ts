import { clusterDocument } from "../cluster.js";
import { isArray, isObject, type JsonValue } from "../json.js";
import type { ParsedSpec, SpecDocument } from "../parse/parse-spec.js";
import type { SpecPath } from "../path.js";
import { scalarSyntax } from "../scalars.js";
import { isYaml11Boolean } from "./booleans.js";
import type { ValueKind } from "./key-row.js";
import { clusterKeyTree, type KeyNode, knownAt, nodeBelow } from "./key-tree.js";
import { typeWords } from "./type-words.js";

/** A known field that holds a value of another type. */
export interface TypeFault {
  readonly path: SpecPath;
  /** "text", "true or false", "a whole number", "a map", "a list" or "a map or text". */
  readonly expected: string;
  /** What it is, in the same words, or "a number". */
  readonly got: string;
  readonly value: JsonValue;
  /** It certainly fails, or changes what the nodes get; else public specs have another type. */
  readonly firm: boolean;
}

/**
 * Known fields of the previewed document whose value has the wrong type (`enabled: "false"` is text). Null is never
 * wrong, since the Kublr API drops it; an unquoted `yes` where a boolean belongs is left to {@link yaml11Booleans}.
 */
export function checkTypes(spec: ParsedSpec): readonly TypeFault[] {
  const document = clusterDocument(spec);
  if (!document) return [];
  const faults: TypeFault[] = [];
  visit(document.data, clusterKeyTree, { document, faults, path: [] });
  return faults;
}

interface Visit {
  readonly document: SpecDocument;
  readonly faults: TypeFault[];
  /** Of the value; changes while its parts are visited and is the same again after. */
  readonly path: (string | number)[];
}

function visit(value: JsonValue, node: KeyNode, at: Visit): void {
  if (value === null) return;
  const kinds = node.row?.kinds ?? [];
  if (kinds.length > 0 && !kinds.some((kind) => isOfKind(value, kind))) {
    note(value, node, at);
  } else if (isArray(value)) for (const [index, item] of value.entries()) visitBelow(item, node, at, index);
  else if (isObject(value))
    for (const [key, below] of Object.entries(value)) visitBelow(below, node, at, key);
}

function visitBelow(value: JsonValue, node: KeyNode, at: Visit, segment: string | number): void {
  const below = nodeBelow(node, segment);
  if (!below) return;
  at.path.push(segment);
  visit(value, below, at);
  at.path.pop();
}

function note(value: JsonValue, { row }: KeyNode, { document, faults, path }: Visit): void {
  if (!row) return;
  if (row.kinds.includes("flag")) {
    const syntax = scalarSyntax(document, path);
    if (syntax && isYaml11Boolean(syntax)) return;
  }
  faults.push({
    path: [...path],
    expected: typeWords(row),
    got: describe(value),
    value,
    firm: row.firm === true,
  });
}

export function isOfKind(value: JsonValue, kind: ValueKind): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "flag":
      return typeof value === "boolean";
    case "count":
      return Number.isSafeInteger(value);
    case "map":
      return isObject(value);
    case "list":
      return isArray(value);
  }
}

/** What a place wants, in the words of {@link TypeFault}; null where it wants no plain value, or one of several. */
export function expectedType(path: SpecPath): "text" | "a whole number" | null {
  const kinds = knownAt(path)?.row?.kinds ?? [];
  if (kinds.length !== 1) return null;
  if (kinds[0] === "text") return "text";
  return kinds[0] === "count" ? "a whole number" : null;
}

function describe(value: JsonValue): string {
  if (isArray(value)) return "a list";
  if (isObject(value)) return "a map";
  if (typeof value === "boolean") return "true or false";
  if (typeof value === "number") return "a number";
  return value === null ? "nothing" : "text";
}
