import {
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { MAX_ALIAS_EXPANSION, MAX_DEPTH } from "../limits.js";
import { lineOf } from "../positions.js";
import { goTagged, goValue } from "./go-scalars.js";
import { mergeFault, secondMerge } from "./merge-keys.js";
import type {
  AliasNode,
  ListItem,
  ListNode,
  MapEntry,
  MapNode,
  ScalarNode,
  ScalarStyle,
  SpecNode,
} from "./nodes.js";
import type { SpecProblemCode, TreeProblem } from "./problems.js";

/** The tree of a document, and the faults in it. */
export interface DocumentTree {
  readonly root: SpecNode;
  readonly problems: readonly TreeProblem[];
  /** Of the document's first token. */
  readonly start: number;
}

/** An anchored node with what one more copy of it costs; the node is null while it is still being read. */
interface Anchored {
  node: SpecNode | null;
  size: number;
  height: number;
}

interface Context {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly problems: TreeProblem[];
  readonly anchors: Map<string, Anchored>;
  /** Values so far, with every alias expanded. */
  size: number;
  /** Values that aliases have added. */
  expanded: number;
  /** Depth of the node being read, and the greatest depth below it. */
  depth: number;
  deepest: number;
}

/** The tree of one composed document, and the faults in it. */
export function buildTree(
  document: Document.Parsed,
  token: CST.Document,
  text: string,
  lineStarts: readonly number[],
): DocumentTree {
  const context: Context = {
    text,
    lineStarts,
    problems: [],
    anchors: new Map(),
    size: 0,
    expanded: 0,
    depth: 0,
    deepest: 0,
  };
  const empty = endOfTokens(token.start, token.offset);
  const root = buildNode(document.contents, token.start, empty, context);
  return { root, problems: context.problems, start: token.offset };
}

/** `props` are the tokens before the node; `empty` is the place of a value that is not written. */
function buildNode(
  node: unknown,
  props: readonly CST.SourceToken[],
  empty: number,
  context: Context,
): SpecNode {
  const outerStart = props.find((token) => token.type === "anchor" || token.type === "tag")?.offset ?? null;
  const anchor = anchorOf(node);
  if (anchor === null) return buildBare(node, outerStart, empty, context);
  return buildAnchored(anchor, context, () => buildBare(node, outerStart, empty, context));
}

function anchorOf(node: unknown): string | null {
  if (!(isScalar(node) || isMap(node) || isSeq(node))) return null;
  return node.anchor ? node.anchor : null;
}

/** Registers the anchor and measures what an alias of the node will cost. */
function buildAnchored(anchor: string, context: Context, build: () => SpecNode): SpecNode {
  const anchored: Anchored = { node: null, size: context.size, height: 0 };
  const deepest = context.deepest;
  context.anchors.set(anchor, anchored);
  context.deepest = context.depth;
  const node = build();
  anchored.node = node;
  anchored.size = context.size - anchored.size;
  anchored.height = context.deepest - context.depth;
  context.deepest = Math.max(deepest, context.deepest);
  return node;
}

function buildBare(node: unknown, outerStart: number | null, empty: number, context: Context): SpecNode {
  context.size += 1;
  if (isAlias(node)) return buildAlias(node.source, node.range?.[0] ?? empty, context);
  if (!isMap(node) && !isSeq(node)) return buildScalar(node, outerStart, empty, context);
  context.depth += 1;
  context.deepest = Math.max(context.deepest, context.depth);
  const built = isMap(node)
    ? buildMap(node, outerStart, empty, context)
    : buildList(node, outerStart, empty, context);
  context.depth -= 1;
  return built;
}

function buildAlias(name: string, start: number, context: Context): AliasNode {
  const end = start + name.length + 1;
  const target = resolveAlias(name, start, end, context);
  return { kind: "alias", name, target, start, end, outerStart: start, anchor: null, tag: null };
}

function resolveAlias(name: string, start: number, end: number, context: Context): SpecNode | null {
  const anchored = context.anchors.get(name);
  const refuse = (code: SpecProblemCode, message: string) => {
    context.problems.push({ code, message, start, end });
    return null;
  };
  if (!anchored) return refuse("spec/syntax", `There is no anchor &${name} before the alias *${name}.`);
  if (!anchored.node) return refuse("spec/syntax", `The alias *${name} stands inside the value it repeats.`);
  if (context.expanded + anchored.size > MAX_ALIAS_EXPANSION || context.depth + anchored.height > MAX_DEPTH) {
    return refuse("spec/too-large", `Expanding the alias *${name} would make the spec too large to read.`);
  }
  context.size += anchored.size;
  context.expanded += anchored.size;
  context.deepest = Math.max(context.deepest, context.depth + anchored.height);
  return anchored.node;
}

const SCALAR_STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function buildScalar(node: unknown, outerStart: number | null, empty: number, context: Context): ScalarNode {
  const scalar = isScalar(node) ? node : null;
  const [start, fullEnd] = scalar?.range ?? [empty, empty];
  const anchor = scalar?.anchor || null;
  const tag = scalar?.tag ?? null;
  if (!scalar || start === fullEnd) {
    // Not written; with a tag it may be the empty text.
    const value = tag === null ? null : scalarValue(scalar, "", tag, context);
    const place = { start: empty, end: empty, fullEnd: empty, outerStart: outerStart ?? empty };
    return { kind: "scalar", value, style: "empty", parentIndent: 0, anchor, tag, ...place };
  }
  const source = context.text.slice(start, fullEnd);
  const style = SCALAR_STYLES[scalar.type ?? "PLAIN"] ?? "plain";
  const isBlock = style === "literal" || style === "folded";
  const end = isBlock ? start + source.trimEnd().length : fullEnd;
  const parentIndent = isBlock ? indentOf(scalar.srcToken) : 0;
  const place = { start, end, fullEnd, outerStart: outerStart ?? start };
  return {
    kind: "scalar",
    value: scalarValue(scalar, source, tag, context),
    style,
    parentIndent,
    anchor,
    tag,
    ...place,
  };
}

function indentOf(token: CST.Token | undefined): number {
  return token && "indent" in token ? Math.max(token.indent, 0) : 0;
}

/** What Go's readers make of it; the library's own schema is another. */
function scalarValue(
  scalar: Scalar | null,
  source: string,
  tag: string | null,
  { problems }: Context,
): ScalarNode["value"] {
  const text = scalar?.source ?? source;
  const isPlain = scalar?.type === "PLAIN";
  if (tag === null || (tag === "!" && isPlain)) return isPlain ? goValue(text) : text;
  const value = goTagged(tag, text);
  if (value !== undefined) return value;
  const [start, end] = scalar?.range ?? [0, 0];
  const message = `Go's YAML readers refuse the file: ${tagName(tag)} cannot hold this value.`;
  problems.push({ code: "spec/syntax", message, start, end });
  return text;
}

function tagName(tag: string): string {
  return tag.replace("tag:yaml.org,2002:", "!!");
}

function buildMap(map: YAMLMap, outerStart: number | null, empty: number, context: Context): MapNode {
  const entries: MapEntry[] = [];
  for (const pair of map.items) {
    entries.push(buildEntry(pair, entries.at(-1)?.value.end ?? map.range?.[0] ?? empty, context));
  }
  const byName = indexEntries(entries, context);
  const flow = map.flow === true;
  const start = flow ? (map.range?.[0] ?? empty) : (entries[0]?.start ?? map.range?.[0] ?? empty);
  const end = flow ? (map.range?.[1] ?? start) : (entries.at(-1)?.value.end ?? start);
  const props = { anchor: map.anchor || null, tag: map.tag ?? null, outerStart: outerStart ?? start };
  return { kind: "map", flow, entries, byName, start, end, ...props };
}

/** Entries by their name; a repeated key is a problem, and the last one is in force. */
export function indexEntries(
  entries: readonly MapEntry[],
  context: Pick<Context, "lineStarts" | "problems">,
): ReadonlyMap<string, MapEntry> {
  const byName = new Map<string, MapEntry>();
  let firstMerge: MapEntry | null = null;
  for (const entry of entries) {
    if (entry.merge) {
      if (firstMerge) context.problems.push(secondMerge(entry, firstMerge, context.lineStarts));
      firstMerge ??= entry;
      continue;
    }
    const earlier = byName.get(entry.name);
    if (earlier) reportDuplicate(entry, earlier, context);
    byName.set(entry.name, entry);
  }
  return byName;
}

function reportDuplicate(
  entry: MapEntry,
  earlier: MapEntry,
  context: Pick<Context, "lineStarts" | "problems">,
): void {
  const line = lineOf(context.lineStarts, earlier.key.start) + 1;
  const message = `The key "${shorten(entry.name)}" is already set on line ${line}; only one of the two can hold.`;
  context.problems.push({ code: "spec/duplicate-key", message, start: entry.key.start, end: entry.key.end });
}

function buildEntry(pair: Pair, before: number, context: Context): MapEntry {
  const tokens = pair.srcToken;
  const separator = tokens?.sep ?? [];
  const colon = separator.find((token) => token.type === "map-value-ind")?.offset ?? null;
  const start = firstContent(tokens?.start ?? []);
  const key = buildNode(pair.key, tokens?.start ?? [], start ?? colon ?? before, context);
  const empty = endOfTokens(separator, colon === null ? key.end : colon + 1);
  const value = buildNode(pair.value, separator, empty, context);
  const merge = isScalar(pair.key) && typeof pair.key.value === "symbol";
  const name = keyName(key, context.text);
  const entry = { start: start ?? key.outerStart, key, name, merge, colon, value };
  const fault = merge ? mergeFault(entry) : null;
  if (fault) context.problems.push(fault);
  return fault ? { ...entry, merge: false } : entry;
}

/** Keys of JSON data are text: null is the empty key, and a map or list as a key is its source. */
function keyName(key: SpecNode, text: string): string {
  const node = key.kind === "alias" ? key.target : key;
  if (node?.kind !== "scalar") return text.slice(key.start, key.end);
  return node.value === null ? "" : String(node.value);
}

function buildList(list: YAMLSeq, outerStart: number | null, empty: number, context: Context): ListNode {
  const tokens = itemTokens(list);
  const items: ListItem[] = [];
  for (const [index, item] of list.items.entries()) {
    const props = tokens[index] ?? [];
    const dash = props.find((token) => token.type === "seq-item-ind")?.offset ?? null;
    const place = endOfTokens(props, dash === null ? (items.at(-1)?.value.end ?? empty) : dash + 1);
    const value = buildNode(item, props, place, context);
    items.push({ start: dash ?? value.outerStart, value });
  }
  const flow = list.flow === true;
  const start = flow ? (list.range?.[0] ?? empty) : (items[0]?.start ?? list.range?.[0] ?? empty);
  const end = flow ? (list.range?.[1] ?? start) : (items.at(-1)?.value.end ?? start);
  const props = { anchor: list.anchor || null, tag: list.tag ?? null, outerStart: outerStart ?? start };
  return { kind: "list", flow, items, start, end, ...props };
}

/** The tokens before each item; comment-only entries of the source are no items. */
function itemTokens(list: YAMLSeq): (readonly CST.SourceToken[])[] {
  const token = list.srcToken;
  const items: readonly CST.CollectionItem[] = token && "items" in token ? token.items : [];
  return items
    .filter((item) => item.value || item.sep || item.start.some(isContent))
    .map((item) => item.start);
}

function isContent(token: CST.SourceToken): boolean {
  return !["space", "newline", "comment", "comma"].includes(token.type);
}

function firstContent(tokens: readonly CST.SourceToken[]): number | null {
  return tokens.find(isContent)?.offset ?? null;
}

/** Where the last indicator, anchor or tag of some tokens ends. */
function endOfTokens(tokens: readonly CST.SourceToken[], otherwise: number): number {
  const last = tokens.findLast(isContent);
  return last ? last.offset + last.source.length : otherwise;
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}...` : name;
}
