/**
 * The short way from source tokens to a tree, for what nearly all specs are made of: block maps and lists, scalars,
 * flow collections on one line. Whatever else there is (anchors, tags, merge and explicit keys, several lines where one
 * is usual, anything that might be a fault) it leaves to the `yaml` library: it gives null, and the whole text is
 * composed instead. Both ways give the same tree (plain-tree.test.ts); this one costs a third.
 */
import { CST, Document, isScalar } from "yaml";
import { COMPOSE_OPTIONS } from "./compose.js";
import type { ListItem, ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from "./nodes.js";
import { type DocumentTree, indexEntries, type TreeProblem } from "./tree.js";

/** The trees of a text's documents, or null when something in it is not plain. */
export function plainTrees(
  tokens: readonly CST.Token[],
  text: string,
  lineStarts: readonly number[],
): DocumentTree[] | null {
  const trees: DocumentTree[] = [];
  for (const token of tokens) {
    if (token.type === "comment" || token.type === "newline") continue;
    const problems: TreeProblem[] = [];
    const index = (entries: readonly MapEntry[]) => indexEntries(entries, { lineStarts, problems });
    const root = token.type === "document" ? readDocument(token, { text, index }) : null;
    if (!root) return null;
    trees.push({ root, problems, start: token.offset });
  }
  return trees;
}

interface Reading {
  readonly text: string;
  readonly index: (entries: readonly MapEntry[]) => MapNode["byName"];
}

function readDocument(token: CST.Document, reading: Reading): SpecNode | null {
  const { start, value, end } = token;
  const root = value?.type === "block-map" || value?.type === "block-seq" ? value : null;
  if (!root || !isSpacing(start, ["doc-start"], true) || !isSpacing(end ?? [], [], true)) return null;
  if (start.some(({ type }) => type === "doc-start") && !start.some(isNewline)) return null;
  return readNode(root, reading);
}

function readNode(token: CST.Token, reading: Reading): SpecNode | null {
  switch (token.type) {
    case "block-map":
      return readBlockMap(token, reading);
    case "block-seq":
      return readBlockList(token, reading);
    case "flow-collection":
      return readFlow(token, reading);
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      return readScalar(token, reading);
    default:
      return null;
  }
}

function readBlockMap(map: CST.BlockMap, reading: Reading): MapNode | null {
  const entries: MapEntry[] = [];
  for (const [index, item] of map.items.entries()) {
    if (!isSpacing(item.start, [], true)) return null;
    if (!item.key && !item.sep) {
      // Comments behind the last entry.
      if (index < map.items.length - 1) return null;
      continue;
    }
    const entry = isOwnColumn(item.key, map.indent) ? readEntry(item, reading) : null;
    if (!entry) return null;
    entries.push(entry);
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return null;
  return mapNode(entries, { flow: false, start: first.start, end: last.value.end }, reading);
}

function isOwnColumn(key: CST.Token | null | undefined, column: number): boolean {
  return key !== null && key !== undefined && "indent" in key && key.indent === column;
}

/** `key: value`, the key a scalar on one line. */
function readEntry({ key, sep, value }: CST.CollectionItem, reading: Reading): MapEntry | null {
  const separator = sep ?? [];
  const colon = separator.find(({ type }) => type === "map-value-ind")?.offset;
  if (!key || colon === undefined || !isSpacing(separator, ["map-value-ind"], false)) return null;
  const isBlock = value?.type === "block-map" || value?.type === "block-seq";
  if (isBlock && !separator.some(isNewline)) return null;
  const name = readKey(key, colon, reading);
  const held = value ? readNode(value, reading) : emptyScalar(colon + 1);
  if (!name || !held) return null;
  return { start: name.start, key: name, name: String(name.value ?? ""), merge: false, colon, value: held };
}

/** Longer keys have to be explicit. */
const LONGEST_KEY = 1_000;

function readKey(key: CST.Token, colon: number, reading: Reading): ScalarNode | null {
  if (!CST.isScalar(key) || key.type === "block-scalar") return null;
  const isOneLine = !key.source.includes("\n") && !key.end?.some(isNewline);
  if (!isOneLine || key.source === "<<" || colon - key.offset > LONGEST_KEY) return null;
  return readScalar(key, reading);
}

function readBlockList(list: CST.BlockSequence, reading: Reading): ListNode | null {
  const items: ListItem[] = [];
  for (const [index, { start, key, sep, value }] of list.items.entries()) {
    const dash = start.find(({ type }) => type === "seq-item-ind")?.offset;
    if (key || sep || !isSpacing(start, ["seq-item-ind"], true)) return null;
    if (dash === undefined) {
      if (value || index < list.items.length - 1) return null;
      continue;
    }
    const item = value ? readNode(value, reading) : emptyScalar(dash + 1);
    if (!item) return null;
    items.push({ start: dash, value: item });
  }
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return null;
  return { kind: "list", flow: false, items, ...place(first.start, last.value.end) };
}

/** `[a, b]` or `{a: 1}` on one line. */
function readFlow(flow: CST.FlowCollection, reading: Reading): SpecNode | null {
  const [close, ...behind] = flow.end;
  const isMap = flow.start.source === "{";
  if (close?.source !== (isMap ? "}" : "]") || !isSpacing(behind, [], false)) return null;
  const whole = { flow: true, start: flow.offset, end: close.offset + 1 } as const;
  if (reading.text.slice(whole.start, whole.end).includes("\n")) return null;
  const isWellSeparated = flow.items.every(({ start }, index) => isFlowStart(start, index));
  if (!isWellSeparated) return null;
  return isMap ? readFlowMap(flow, whole, reading) : readFlowList(flow, whole, reading);
}

/** Blanks, and between two items one comma. */
function isFlowStart(start: readonly CST.SourceToken[], index: number): boolean {
  const commas = start.filter(({ type }) => type === "comma").length;
  return commas === (index === 0 ? 0 : 1) && isSpacing(start, ["comma"], true);
}

function readFlowMap(flow: CST.FlowCollection, whole: Whole, reading: Reading): MapNode | null {
  const entries: MapEntry[] = [];
  for (const item of flow.items) {
    const entry = readEntry(item, reading);
    if (!entry) return null;
    entries.push(entry);
  }
  return mapNode(entries, whole, reading);
}

function readFlowList(flow: CST.FlowCollection, { start, end }: Whole, reading: Reading): ListNode | null {
  const items: ListItem[] = [];
  for (const { key, sep, value } of flow.items) {
    const item = !key && !sep && value ? readNode(value, reading) : null;
    if (!item) return null;
    items.push({ start: item.start, value: item });
  }
  return { kind: "list", flow: true, items, ...place(start, end) };
}

interface Whole {
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}

function mapNode(entries: readonly MapEntry[], { flow, start, end }: Whole, { index }: Reading): MapNode {
  return { kind: "map", flow, entries, byName: index(entries), ...place(start, end) };
}

const STYLES = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
} as const;

function readScalar(token: CST.FlowScalar | CST.BlockScalar, { text }: Reading): ScalarNode | null {
  let isFaulty = token.source === "" || token.type === "alias";
  const resolved = CST.resolveAsScalar(token, true, () => {
    isFaulty = true;
  });
  if (isFaulty || !resolved?.type) return null;
  const [start, fullEnd] = resolved.range;
  const isBlock = token.type === "block-scalar";
  const end = isBlock ? start + text.slice(start, fullEnd).trimEnd().length : fullEnd;
  const value = token.type === "scalar" ? plainValue(resolved.value) : resolved.value;
  const parentIndent = isBlock ? Math.max(token.indent, 0) : 0;
  return value === undefined
    ? null
    : { kind: "scalar", value, style: STYLES[resolved.type], parentIndent, ...place(start, end), fullEnd };
}

function emptyScalar(at: number): ScalarNode {
  return { kind: "scalar", value: null, style: "empty", parentIndent: 0, ...place(at, at), fullEnd: at };
}

function place(start: number, end: number) {
  return { start, end, outerStart: start, anchor: null, tag: null };
}

/** The library's own schema reads unquoted words. */
const { schema, options } = new Document(null, COMPOSE_OPTIONS);
const words = schema.tags.flatMap((tag) =>
  tag.default === true && !tag.collection && tag.test ? [{ test: tag.test, resolve: tag.resolve }] : [],
);

/** Every word that is not text begins like this. */
const NOT_TEXT = /^[-+.0-9~nNtTfF]/;

/** Null, boolean, number or text; undefined for what is none of them, or a fault. */
function plainValue(source: string): ScalarNode["value"] | undefined {
  const word = NOT_TEXT.test(source) ? words.find(({ test }) => test.test(source)) : undefined;
  if (!word) return source;
  let isFaulty = false;
  const resolved = word.resolve(
    source,
    () => {
      isFaulty = true;
    },
    options,
  );
  const value = isScalar(resolved) ? resolved.value : resolved;
  const isPlain = value === null || typeof value === "boolean" || typeof value === "number";
  return isPlain && !isFaulty ? value : undefined;
}

const isNewline = ({ type }: CST.SourceToken): boolean => type === "newline";

/** Blanks, line breaks, comments behind white space, and some indicator, once at most. */
function isSpacing(
  tokens: readonly CST.SourceToken[],
  indicators: readonly CST.SourceToken["type"][],
  isSpaceBefore: boolean,
): boolean {
  let hasSpace = isSpaceBefore;
  let hasIndicator = false;
  for (const { type, source } of tokens) {
    if (type === "space" ? source.includes("\t") : type === "comment" && !hasSpace) return false;
    if (indicators.includes(type)) {
      if (hasIndicator) return false;
      hasIndicator = true;
      hasSpace = false;
    } else if (type === "space" || type === "newline") hasSpace = true;
    else if (type !== "comment") return false;
  }
  return true;
}
