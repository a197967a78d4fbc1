import type { OffsetRange, SpecPath } from "@lookinglass/cluster-spec";
import { flowPlace } from "./flow-place.js";
import { isBlank, lineEnd, lineStart, visibleEnd } from "./lines.js";
import { ancestorLeftOf, type OutlineNode, outline } from "./outline.js";
import type { OutlineValue } from "./outline-values.js";

/** What stands, or may be written, at a cursor in YAML. A word under a key may become either: a key or the value. */
export interface CursorPlace {
  /** What a choice replaces: the key or scalar at the cursor, quotes included; empty where nothing stands. */
  readonly token: OffsetRange;
  readonly key: KeySlot | null;
  readonly value: ValueSlot | null;
}

/** A key may stand here. */
export interface KeySlot {
  /** Path of the map that it would belong to. */
  readonly map: SpecPath;
  /** The map's other keys. */
  readonly taken: ReadonlySet<string>;
  readonly layout: KeyLayout;
}

/** How a new key has to be written; `hasColon`: only the key itself is replaced. */
export type KeyLayout =
  | {
      readonly form: "block";
      readonly column: number;
      /** Indentation of what stands below the key, beyond its own. */
      readonly step: number;
      readonly hasColon: boolean;
    }
  | { readonly form: "flow"; readonly quoted: boolean; readonly hasColon: boolean };

/** A value may stand here, or stands here. */
export interface ValueSlot {
  readonly path: SpecPath;
  readonly scalar: Scalar | null;
}

/** A scalar as written; block scalars with their header. */
export interface Scalar extends OffsetRange {
  readonly form: "plain" | "single" | "double" | "block";
  /** Of a quoted scalar: it has its closing quote. */
  readonly closed: boolean;
  /** Of a block scalar: the indentation of its lines; null while it has none. */
  readonly indent: number | null;
}

/** A place, with the document that it stands in. */
export interface PlaceInDocument extends CursorPlace {
  readonly document: OutlineNode;
}

/** The place of an offset in a text that may be half-typed; null in comments and where nothing can be written. */
export function placeAt(text: string, offset: number): PlaceInDocument | null {
  const nodes = outline(text);
  const node = nodes.findLast(({ range }) => range.start <= offset) ?? nodes[0];
  if (!node) return null;
  const place = placeNear(text, node, offset);
  return place && { ...place, document: ancestorLeftOf(node, 0) };
}

function placeNear(text: string, node: OutlineNode, offset: number): CursorPlace | null {
  const line = lineStart(text, offset);
  const { value } = node;
  if (value && offset >= value.start && offset <= value.end && reaches(text, value, offset)) {
    return inValue(text, node, value, offset);
  }
  if (isBlank(text, line, lineEnd(text, offset))) return onBlankLine(node, offset, offset - line);
  if (node.kind === "document" || node.range.start < line) return null;
  if (node.kind === "key" && offset <= node.range.end) return onKey(node);
  if (value || offset < node.afterMark || !isBlank(text, node.afterMark, offset)) return null;
  return emptyValue(node, offset);
}

/** A blank line behind a block scalar belongs to it only when the cursor stands deep enough. */
function reaches(text: string, value: OutlineValue, offset: number): boolean {
  const line = lineStart(text, offset);
  if (value.form !== "block" || line <= value.start) return true;
  const isBlankLine = isBlank(text, line, lineEnd(text, offset));
  return !isBlankLine || offset - line >= (value.indent ?? value.column + 1);
}

function inValue(text: string, node: OutlineNode, value: OutlineValue, offset: number): CursorPlace | null {
  const path = node.kind === "word" ? parentPath(node) : pathOf(node);
  if (value.form === "flow") return flowPlace(text, value, path, offset);
  const token = onLineOf(text, value, offset);
  const slot: ValueSlot = { path, scalar: { ...value, form: value.form } };
  const mayBeKey = node.kind !== "key" && value.form !== "block";
  if (!mayBeKey) return { token, key: null, value: slot };
  const holder = node.kind === "word" ? node.parent : node;
  const column = value.start - lineStart(text, value.start);
  return { token, key: holder && keySlot(holder, column, node, false), value: slot };
}

/** The part of a value on the cursor's line: a quote that was just opened takes in the lines below, too. */
function onLineOf(text: string, { start, end }: OutlineValue, offset: number): OffsetRange {
  const line = { start: lineStart(text, offset), end: visibleEnd(text, lineEnd(text, offset)) };
  return { start: Math.max(start, line.start), end: Math.max(Math.min(end, line.end), offset) };
}

function onKey(node: OutlineNode): CursorPlace | null {
  if (!node.parent) return null;
  const token = { start: node.range.start, end: node.range.end };
  return { token, key: keySlot(node.parent, node.column, node, true), value: null };
}

function emptyValue(node: OutlineNode, offset: number): CursorPlace {
  const token = { start: offset, end: offset };
  const value = { path: pathOf(node), scalar: null };
  if (node.kind === "key") return { token, key: null, value };
  const column = node.column + Math.max(offset - node.range.start, 2);
  return { token, key: keySlot(node, column, node, false), value };
}

function onBlankLine(node: OutlineNode, offset: number, column: number): CursorPlace | null {
  const holder = ancestorLeftOf(node, column);
  if (holder.value) return null;
  const token = { start: offset, end: offset };
  const value = holder.kind === "document" ? null : { path: pathOf(holder), scalar: null };
  return { token, key: keySlot(holder, column, null, false), value };
}

const STEP = 2;

function keySlot(holder: OutlineNode, column: number, own: OutlineNode | null, hasColon: boolean): KeySlot {
  const taken = new Set(
    holder.children.flatMap((child) => (child.kind === "key" && child !== own ? [child.name] : [])),
  );
  const step = holder.kind === "key" && column > holder.column ? column - holder.column : STEP;
  return { map: pathOf(holder), taken, layout: { form: "block", column, step, hasColon } };
}

function parentPath(node: OutlineNode): SpecPath {
  return node.parent ? pathOf(node.parent) : [];
}

/** Path of a node's value, from the root of its document. */
function pathOf(node: OutlineNode): SpecPath {
  const path: (string | number)[] = [];
  for (let current = node; current.parent; current = current.parent) {
    const { parent } = current;
    path.push(current.kind === "item" ? itemIndex(parent, current) : current.name);
  }
  return path.reverse();
}

function itemIndex(list: OutlineNode, item: OutlineNode): number {
  return list.children.filter((child) => child.kind === "item").indexOf(item);
}

/** The text of the one-line scalar that block-style YAML has at a path; null where it has none. */
export function scalarTextAt(text: string, document: OutlineNode, path: SpecPath): string | null {
  let current: OutlineNode | undefined = document;
  for (const segment of path) current = current && childAt(current, segment);
  const value = current?.value;
  if (!value || value.form === "flow" || value.form === "block") return null;
  const written = text.slice(value.start, value.end);
  return value.form === "plain" ? written : written.slice(1, value.closed ? -1 : undefined);
}

function childAt(node: OutlineNode, segment: string | number): OutlineNode | undefined {
  if (typeof segment === "number") return node.children.filter(({ kind }) => kind === "item")[segment];
  return node.children.find(({ kind, name }) => kind === "key" && name === segment);
}
