import { clusterDocument } from "../cluster.js";
import type { SpecNode } from "../parse/nodes.js";
import type { ParsedSpec } from "../parse/parse-spec.js";
import type { SpecPath } from "../path.js";
import type { ScalarSyntax } from "../scalars.js";
import { knownAt } from "./key-tree.js";

/** An unquoted word that YAML 1.1 reads as a boolean and YAML 1.2 as text. */
export interface Yaml11Boolean {
  readonly path: SpecPath;
  /** As written: `yes`, `Off`. */
  readonly source: string;
  /** What YAML 1.1 makes of it. */
  readonly meaning: boolean;
  /** The spec's own schema wants a boolean there. False for chart values, which it does not know. */
  readonly booleanExpected: boolean;
}

const WORDS = /^(?:(yes|Yes|YES|on|On|ON)|no|No|NO|off|Off|OFF)$/;

/** Where a word might be a value of its own; an anchor may stand before it. Most specs have no such place. */
const ANYWHERE = /&|(?:^|[:\-,[{?])[ \t]*(?:yes|no|on|off)\b/im;

/** Every unquoted yes, no, on and off among the values of the previewed document, in its order. */
export function yaml11Booleans(spec: ParsedSpec): readonly Yaml11Boolean[] {
  const document = clusterDocument(spec);
  return document && ANYWHERE.test(document.text) ? wordsAt(document.root, []) : [];
}

export function isYaml11Boolean({
  style,
  value,
  tag,
}: Pick<ScalarSyntax, "style" | "value" | "tag">): boolean {
  return style === "plain" && tag === null && typeof value === "string" && WORDS.test(value);
}

/** @param path of the node; changes while its values are walked and is the same again after */
function wordsAt(node: SpecNode, path: (string | number)[]): Yaml11Boolean[] {
  if (node.kind === "map") return node.entries.flatMap(({ name, value }) => wordsBelow(value, path, name));
  if (node.kind === "list") return node.items.flatMap(({ value }, index) => wordsBelow(value, path, index));
  if (node.kind !== "scalar" || !isYaml11Boolean(node)) return [];
  const source = String(node.value);
  const meaning = WORDS.exec(source)?.[1] !== undefined;
  const booleanExpected = knownAt(path)?.row?.kinds.includes("flag") === true;
  return [{ path: [...path], source, meaning, booleanExpected }];
}

function wordsBelow(node: SpecNode, path: (string | number)[], segment: string | number): Yaml11Boolean[] {
  path.push(segment);
  const words = wordsAt(node, path);
  path.pop();
  return words;
}
