import type { ValueKind } from "./key-row.js";
import { sourceWords } from "./key-sources.js";
import { clusterKeyTree, type KeyNode, sectionRows } from "./key-tree.js";

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const TYPES: Readonly<Record<ValueKind, string>> = {
  text: "string",
  flag: "boolean",
  count: "integer",
  map: "object",
  list: "array",
};

/**
 * The known keys of a Kublr cluster spec as JSON Schema (draft 2020-12), for editors and other tools. Keys that are not
 * known pass, and so does null, which the Kublr API drops; values that were seen are `examples`.
 */
export function clusterJsonSchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Kublr cluster specification",
    description: "What is publicly known of it. Other keys pass.",
    ...schemaOf(clusterKeyTree),
    $defs: Object.fromEntries(Object.keys(sectionRows).map((name) => [name, sectionSchema(name)])),
  };
}

/** The keys of a section, as they stand at the first place that holds them. */
function sectionSchema(name: string): JsonSchema {
  const node = findSection(clusterKeyTree, name);
  return node ? { type: ["object", "null"], ...keysSchema(node) } : {};
}

function findSection(node: KeyNode, name: string): KeyNode | null {
  if (node.row?.section === name) return node;
  for (const below of nodesBelow(node)) {
    const found = findSection(below, name);
    if (found) return found;
  }
  return null;
}

function nodesBelow({ keys, any, item }: KeyNode): KeyNode[] {
  return [...keys.values(), any, item].filter((node) => node !== null);
}

function schemaOf(node: KeyNode): JsonSchema {
  const { row } = node;
  const said = row && {
    description: `${row.about}\n\n${sourceWords(row.source)}`,
    ...(row.choices && {
      examples: row.choices.map((choice) => (row.kinds[0] === "count" ? Number(choice) : choice)),
    }),
  };
  if (row?.section) return { ...said, $ref: `#/$defs/${row.section}` };
  const types = row ? row.kinds.map((kind) => TYPES[kind]) : ["object"];
  return { ...said, ...(types.length > 0 && { type: [...types, "null"] }), ...keysSchema(node) };
}

function keysSchema({ keys, any, item }: KeyNode): JsonSchema {
  return {
    ...(keys.size > 0 && {
      properties: Object.fromEntries([...keys].map(([key, below]) => [key, schemaOf(below)])),
    }),
    ...(any && { additionalProperties: schemaOf(any) }),
    ...(item && { items: schemaOf(item) }),
  };
}
