import { nodeAt } from "./locate.js";
import type { ScalarNode, ScalarStyle } from "./parse/nodes.js";
import type { SpecDocument } from "./parse/parse-spec.js";
import { type SpecPath, valueAt } from "./path.js";
import type { OffsetRange } from "./positions.js";
import type { ScalarOffsets } from "./scalar-offsets/offset-writer.js";
import { scalarOffsets } from "./scalar-offsets/scalar-offsets.js";

/** How a scalar is written. */
export interface ScalarSyntax {
  readonly style: ScalarStyle;
  /** Its text in the spec, quotes and block header included. */
  readonly source: string;
  /** What YAML 1.2 makes of it. */
  readonly value: string | number | boolean | null;
  /** Its explicit tag, such as `tag:yaml.org,2002:str`. */
  readonly tag: string | null;
  readonly range: OffsetRange;
}

/** How the scalar at a path is written, or null when no scalar is there. */
export function scalarSyntax(document: SpecDocument, path: SpecPath): ScalarSyntax | null {
  const node = scalarAt(document, path);
  if (!node) return null;
  const { style, value, tag, start, end } = node;
  return { style, source: document.text.slice(start, end), value, tag, range: { start, end } };
}

/**
 * What stands in the text for a number, a boolean or null at a path: `1.30`, where the data has 1.3. Null for all else.
 */
export function writtenWord(document: SpecDocument, path: SpecPath): string | null {
  const node = scalarAt(document, path);
  const isWord = node?.style === "plain" && node.value !== null && typeof node.value !== "string";
  return node && isWord ? document.text.slice(node.start, node.end) : null;
}

/**
 * The name at a path: text, or what is written for a number or a boolean (`name: 1` is "1" to Go). Null where there is
 * none, and for the empty text.
 */
export function nameAt(document: SpecDocument, path: SpecPath): string | null {
  const value = valueAt(document.data, path);
  const name = typeof value === "string" ? value : writtenWord(document, path);
  return name || null;
}

/**
 * The offset in the text of one UTF-16 unit of a string value, after YAML's decoding (block, quoted and folded
 * scalars). The value's length gives the end of its last unit. Null when the path has no text or the offset is
 * outside it.
 */
export function scalarOffset(document: SpecDocument, path: SpecPath, offsetInValue: number): number | null {
  return scalarRange(document, path, { start: offsetInValue, end: offsetInValue })?.start ?? null;
}

/**
 * The range in the text of a range of a string value (UTF-16 units, half open). Null when the path has no text or
 * the range is not inside it.
 */
export function scalarRange(document: SpecDocument, path: SpecPath, range: OffsetRange): OffsetRange | null {
  const node = scalarAt(document, path);
  const offsets = node && offsetsOf(document.text, node);
  if (!offsets || range.start < 0 || range.end < range.start || range.end > offsets.value.length) return null;
  const contentEnd = offsets.ends.at(-1) ?? node.start;
  const start = offsets.starts[range.start] ?? contentEnd;
  const end = range.end > range.start ? (offsets.ends[range.end - 1] ?? contentEnd) : start;
  return { start, end };
}

/** Many findings may lie in one text: its offsets are kept as long as its node. */
const knownOffsets = new WeakMap<ScalarNode, { readonly offsets: ScalarOffsets | null }>();

function offsetsOf(text: string, node: ScalarNode): ScalarOffsets | null {
  const known = knownOffsets.get(node) ?? { offsets: scalarOffsets(text, node) };
  knownOffsets.set(node, known);
  return known.offsets;
}

function scalarAt(document: SpecDocument, path: SpecPath): ScalarNode | null {
  const node = nodeAt(document, path);
  return node?.kind === "scalar" ? node : null;
}
