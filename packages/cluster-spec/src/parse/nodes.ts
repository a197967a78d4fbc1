/**
 * The syntax tree of one YAML document: small, read-only, every node with its exact place in the text.
 * Values come from the `yaml` library; places come from its lexemes or source tokens.
 */

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded" | "empty";

interface NodePlace {
  /** First and last + 1 character of the value itself: no anchor, tag, comment or trailing white space. */
  readonly start: number;
  readonly end: number;
  /** Where its anchor or tag begins; `start` when it has none. */
  readonly outerStart: number;
  readonly anchor: string | null;
  readonly tag: string | null;
}

export interface ScalarNode extends NodePlace {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /** Block scalars: where their last line ends, line break and kept blank lines included; else `end`. */
  readonly fullEnd: number;
  /** Block scalars: the indentation that their explicit indentation indicator counts from. */
  readonly parentIndent: number;
}

export interface MapEntry {
  /** Where the entry begins: its `?`, its key's anchor or tag, or its key. */
  readonly start: number;
  readonly key: SpecNode;
  /** The key as data has it. */
  readonly name: string;
  /** `<<`: the value's keys are merged into the map. */
  readonly merge: boolean;
  /** Offset of the `:`; null when there is none. */
  readonly colon: number | null;
  readonly value: SpecNode;
}

export interface MapNode extends NodePlace {
  readonly kind: "map";
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
  /** Entry in force by name: the last one of a repeated key. */
  readonly byName: ReadonlyMap<string, MapEntry>;
}

export interface ListItem {
  /** Where the item begins: its `-`, or in a flow list its value. */
  readonly start: number;
  readonly value: SpecNode;
}

export interface ListNode extends NodePlace {
  readonly kind: "list";
  readonly flow: boolean;
  readonly items: readonly ListItem[];
}

export interface AliasNode extends NodePlace {
  readonly kind: "alias";
  readonly name: string;
  /** Null when the anchor is missing, encloses the alias, or expanding it would cost too much. */
  readonly target: SpecNode | null;
}

export type SpecNode = ScalarNode | MapNode | ListNode | AliasNode;

/** The node that an alias stands for; other nodes stand for themselves. */
export function dereference(node: SpecNode): SpecNode | null {
  let current: SpecNode | null = node;
  while (current?.kind === "alias") current = current.target;
  return current;
}

/** The maps that a `<<` entry merges, in order; null when its value is neither a map nor a list of maps. */
export function mergeSources(entry: MapEntry): MapNode[] | null {
  const value = dereference(entry.value);
  if (value?.kind === "map") return [value];
  if (value?.kind !== "list") return null;
  const sources = value.items.map((item) => dereference(item.value));
  return sources.every((source) => source?.kind === "map") ? sources : null;
}
