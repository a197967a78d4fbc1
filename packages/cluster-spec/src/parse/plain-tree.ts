/**
 * The short way from lexemes to trees, for what nearly all specs are made of: block maps and lists, scalars, flow
 * collections on one line. Whatever else there is (anchors, tags, merge and explicit keys, several lines where one is
 * usual, anything that might be a fault) it leaves to the `yaml` library: it gives null, and the whole text is parsed
 * and composed instead. Both ways give the same trees (plain-tree.test.ts).
 */
import type { CST } from "yaml";
import { MAX_DEPTH } from "../limits.js";
import { LexemeReader, type LexemeTexts } from "./lexemes.js";
import type { ListItem, ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from "./nodes.js";
import { emptyScalar, isFlowScalar, readBlockScalar, readScalar } from "./plain-scalars.js";
import type { TreeProblem } from "./problems.js";
import { type DocumentTree, indexEntries } from "./tree.js";

/** The trees of a text's documents, or null when something in it is not plain. */
export function plainTrees(
  lexemes: LexemeTexts,
  text: string,
  lineStarts: readonly number[],
): DocumentTree[] | null {
  const at = new LexemeReader(text, lexemes);
  const trees: DocumentTree[] = [];
  while (at.skip()) {
    if (at.type === "end") return trees;
    const problems: TreeProblem[] = [];
    const index = (entries: readonly MapEntry[]) => indexEntries(entries, { lineStarts, problems });
    const start = at.offset;
    const root = readDocument({ text, at, index });
    if (!root) return null;
    trees.push({ root, problems, start });
  }
  return null;
}

/** Each function gives null for what is not plain; else `at` stands behind what it read, or behind the blanks after it. */
interface Reading {
  readonly text: string;
  readonly at: LexemeReader;
  readonly index: (entries: readonly MapEntry[]) => MapNode["byName"];
}

/** A collection. */
interface Level {
  /** Of its first key or dash; a flow collection has that of the block around it. */
  readonly column: number;
  /** How many collections are open. */
  readonly depth: number;
}

/** The library counts the document and a scalar as well. */
const DEEPEST = MAX_DEPTH - 2;

function readDocument(reading: Reading): SpecNode | null {
  const { at } = reading;
  if (at.type === "doc-mode") at.advance();
  if (at.type === "doc-start") at.advance();
  if (!at.skip() || at.column < 0) return null;
  const root = readBlock(reading, { column: -1, depth: 0 });
  const isBlock = (root?.kind === "map" || root?.kind === "list") && !root.flow;
  return isBlock && nextColumn(at) === -1 ? root : null;
}

/** What begins at the reader's column, the first on its line or behind list dashes. */
function readBlock(reading: Reading, around: Level): SpecNode | null {
  const { at } = reading;
  const level = { column: at.column, depth: around.depth + 1 };
  if (at.type === "seq-item-ind") return readBlockList(reading, level);
  const first = readInline(reading, around);
  if (!first || !at.skip() || at.type !== "map-value-ind") return first;
  return first.kind === "scalar" ? readBlockMap(reading, level, first) : null;
}

/** The reader has passed the first key. */
function readBlockMap(reading: Reading, level: Level, firstKey: ScalarNode): MapNode | null {
  if (level.depth > DEEPEST) return null;
  const entries: MapEntry[] = [];
  let key: ScalarNode | null = firstKey;
  while (key) {
    const entry = readEntry(reading, level, key);
    const next = entry && nextColumn(reading.at);
    if (entry === null || next === null || next > level.column) return null;
    entries.push(entry);
    if (next < level.column)
      return mapNode(reading, entries, { flow: false, start: firstKey.start, end: entry.value.end });
    key = readKey(reading);
  }
  return null;
}

function readKey(reading: Reading): ScalarNode | null {
  return isFlowScalar(reading.at.type) ? readScalar(reading.at) : null;
}

/** Longer keys have to be explicit. */
const LONGEST_KEY = 1_000;

/** `key: value`, the key a scalar on one line, which the reader has passed. */
function readEntry(reading: Reading, level: Level, key: ScalarNode): MapEntry | null {
  const { at, text } = reading;
  if (!at.skip() || at.type !== "map-value-ind") return null;
  const colon = at.offset;
  const written = text.slice(key.start, colon);
  if (written.length > LONGEST_KEY || written.includes("\n") || written.trimEnd() === "<<") return null;
  at.advance();
  const value = at.skip() ? readValue(reading, level, colon + 1) : null;
  return value && { start: key.start, key, name: String(key.value ?? ""), merge: false, colon, value };
}

/** @param empty where a value that is not written would stand */
function readValue(reading: Reading, level: Level, empty: number): SpecNode | null {
  const { at } = reading;
  if (isEnd(at)) return emptyScalar(empty);
  if (at.column < 0) return readInline(reading, level);
  // The dashes of a list may stand right below its key.
  const isBelow = at.column > level.column || (at.column === level.column && at.type === "seq-item-ind");
  return isBelow ? readBlock(reading, level) : emptyScalar(empty);
}

function readBlockList(reading: Reading, level: Level): ListNode | null {
  if (level.depth > DEEPEST) return null;
  const { at } = reading;
  const { offset: start } = at;
  const items: ListItem[] = [];
  for (;;) {
    const item = readItem(reading, level);
    const next = item && nextColumn(at);
    if (item === null || next === null || next > level.column) return null;
    items.push(item);
    if (next < level.column || at.type !== "seq-item-ind")
      return listNode(items, { flow: false, start, end: item.value.end });
  }
}

/** The reader stands at the item's dash. */
function readItem(reading: Reading, level: Level): ListItem | null {
  const { at } = reading;
  const start = at.offset;
  at.advance();
  if (!at.skip()) return null;
  const isEmpty = isEnd(at) || at.column <= level.column;
  const value = isEmpty ? emptyScalar(start + 1) : readBlock(reading, level);
  return value && { start, value };
}

/** A value that may stand on the line of its key or dash. */
function readInline(reading: Reading, around: Level): SpecNode | null {
  const { at, text } = reading;
  const { type } = at;
  if (isFlowScalar(type)) return readScalar(at);
  if (type === "block-scalar-header") return readBlockScalar(at, text, Math.max(around.column, 0));
  return type === "flow-map-start" || type === "flow-seq-start" ? readFlow(reading, around) : null;
}

/** `[a, b]` or `{a: 1}` on one line. */
function readFlow(reading: Reading, { column, depth }: Level): SpecNode | null {
  const { at, text } = reading;
  const { offset: start, type } = at;
  const level = { column, depth: depth + 1 };
  if (level.depth > DEEPEST) return null;
  at.advance();
  const isMap = type === "flow-map-start";
  const entries = isMap ? readFlowItems(reading, "flow-map-end", () => readFlowEntry(reading, level)) : [];
  const items = isMap ? [] : readFlowItems(reading, "flow-seq-end", () => readFlowItem(reading, level));
  const end = at.offset + 1;
  if (!entries || !items || text.slice(start, end).includes("\n")) return null;
  at.advance();
  if (isMap) return mapNode(reading, entries, { flow: true, start, end });
  return listNode(items, { flow: true, start, end });
}

/** What stands between commas, up to the closing bracket. */
function readFlowItems<Item>(
  { at }: Reading,
  close: CST.TokenType,
  readOne: () => Item | null,
): Item[] | null {
  const items: Item[] = [];
  while (at.skip()) {
    if (at.type === close && items.length === 0) return items;
    const item = readOne();
    if (item === null || !at.skip()) return null;
    items.push(item);
    if (at.type === close) return items;
    if (at.type !== "comma") return null;
    at.advance();
  }
  return null;
}

function readFlowEntry(reading: Reading, level: Level): MapEntry | null {
  const key = readKey(reading);
  return key && readEntry(reading, level, key);
}

function readFlowItem(reading: Reading, level: Level): ListItem | null {
  const value = readInline(reading, level);
  return value && { start: value.start, value };
}

interface Whole {
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}

function mapNode({ index }: Reading, entries: readonly MapEntry[], { flow, start, end }: Whole): MapNode {
  const byName = index(entries);
  return { kind: "map", flow, entries, byName, start, end, outerStart: start, anchor: null, tag: null };
}

function listNode(items: readonly ListItem[], { flow, start, end }: Whole): ListNode {
  return { kind: "list", flow, items, start, end, outerStart: start, anchor: null, tag: null };
}

/** Of the next content, which has to begin a line; -1 at the end of the document, null for what is not plain. */
function nextColumn(at: LexemeReader): number | null {
  if (!at.skip()) return null;
  if (at.type === "end" || at.type === "doc-start") return -1;
  return at.column < 0 ? null : at.column;
}

/** Of the document, or of an item of a flow collection. */
function isEnd({ type }: LexemeReader): boolean {
  return (
    type === "end" ||
    type === "doc-start" ||
    type === "comma" ||
    type === "flow-map-end" ||
    type === "flow-seq-end"
  );
}
