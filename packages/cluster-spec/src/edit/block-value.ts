import type { ScalarNode } from "../parse/nodes.js";
import type { ValueRenderer } from "./block-collection.js";
import {
  type BlockPlace,
  headerOf,
  isBlockScalar,
  propsEnd,
  splitValue,
  type ValueParts,
} from "./block-place.js";
import type { EditContext } from "./edit-context.js";
import type { WritableValue } from "./plain-value.js";
import {
  type BlockOptions,
  indentLines,
  isFilledList,
  isFilledMap,
  type Rendered,
  valueAfterDash,
  valueAfterKey,
} from "./render-block.js";
import { literalText } from "./scalar-text.js";
import type { TextEdit } from "./spec-edit.js";
import { afterComments, type TextLines } from "./text-lines.js";

/**
 * Ways to write another value in a place, best first: keeping the lines of a literal block scalar; keeping the value's
 * anchor, but not a tag that said what the old value was; last with texts of several lines in quotes.
 */
export function replaceBlockValue(
  { lines, style }: EditContext,
  place: BlockPlace,
  value: WritableValue,
): TextEdit[][] {
  const targets = targetsOf(lines, place);
  const options = [false, true].map((quoteLines) => ({ style, quoteLines }));
  const plain = options.flatMap((option) =>
    targets.map((target) => replaceTarget(lines, place, target, value, option)),
  );
  const literal = replaceLiteral(lines, place, value, style.eol);
  return literal ? [literal, ...plain] : plain;
}

/** The text to replace, and what it stands after. */
interface Target {
  readonly after: number;
  readonly parts: ValueParts;
}

/** The value after its anchor and tag, and the value with them; a tag goes first. */
function targetsOf(lines: TextLines, place: BlockPlace): Target[] {
  const { node, indicatorEnd } = place;
  const after = propsEnd(lines.text, place);
  const parts = splitValue(lines, place, after);
  if (after === indicatorEnd) return [{ after, parts }];
  const whole = { ...parts, inlineStart: node.outerStart, inlineEnd: Math.max(parts.inlineEnd, after) };
  const both = [
    { after, parts },
    { after: indicatorEnd, parts: whole },
  ];
  return node.tag === null ? both : both.toReversed();
}

function replaceTarget(
  lines: TextLines,
  place: BlockPlace,
  { after, parts }: Target,
  value: WritableValue,
  options: BlockOptions,
): TextEdit[] {
  const keep = place.node.kind === "scalar" ? place.node.style : undefined;
  const hasComment = lines.text.slice(parts.inlineEnd, parts.lineEnd).trim() !== "";
  const compact = place.kind === "item" && !hasComment;
  const rendered = compact
    ? valueAfterDash(value, dashColumn(lines, place, { after, parts }, value), options, keep)
    : valueAfterKey(value, place.column, options, keep);
  return writeParts(parts, after, rendered);
}

/** A map or list goes where the old value began, also wide of its dash: as if the dash stood two columns before. */
function dashColumn(
  lines: TextLines,
  place: BlockPlace,
  { after, parts }: Target,
  value: WritableValue,
): number {
  const isWide = (isFilledMap(value) || isFilledList(value)) && parts.inlineStart > after;
  return isWide ? lines.column(parts.inlineStart) - 2 : place.column;
}

function writeParts(parts: ValueParts, after: number, { inline, block }: Rendered): TextEdit[] {
  const { inlineStart, inlineEnd, lineEnd, blockEnd } = parts;
  const spaced = inlineStart > after;
  const inlineEdit =
    inline === ""
      ? { start: after, end: inlineEnd, newText: "" }
      : { start: inlineStart, end: inlineEnd, newText: spaced ? inline : ` ${inline}` };
  const blockEdit = { start: lineEnd, end: blockEnd, newText: block };
  return [inlineEdit, blockEdit].filter((edit) => edit.end > edit.start || edit.newText !== "");
}

/** Ways to write a value in a place that holds nothing or an empty collection, with its anchor and tag kept. */
export function fillBlockPlace(
  { lines }: EditContext,
  place: BlockPlace,
  render: ValueRenderer,
): TextEdit[][] {
  const after = propsEnd(lines.text, place);
  const parts = splitValue(lines, place, after);
  const below = afterComments(lines, parts.lineEnd, place.column + 1);
  const roomy = parts.lineEnd === parts.blockEnd ? { ...parts, lineEnd: below, blockEnd: below } : parts;
  return render(place.column).map((rendered) => writeParts(roomy, after, rendered));
}

/** New lines for a literal block scalar: its header's comment, indentation and, where possible, chomping stay. */
function replaceLiteral(
  lines: TextLines,
  place: BlockPlace,
  value: WritableValue,
  eol: string,
): TextEdit[] | null {
  const { node } = place;
  if (typeof value !== "string" || !isBlockScalar(node) || node.style !== "literal") return null;
  const { text } = lines;
  const parts = splitValue(lines, place, node.start);
  const header = headerOf(text, node);
  const indent = contentIndent(node, header, text.slice(parts.lineEnd, parts.blockEnd));
  if (indent === null || indent <= place.column) return null;
  const literal = literalText(value, indent - node.parentIndent, /\d/.test(header));
  if (!literal) return null;
  const keepsAll = header.includes("+") && value.endsWith("\n") && !literal.header.includes("+");
  const newHeader = keepsAll ? `${literal.header}+` : literal.header;
  return [
    { start: node.start, end: parts.inlineEnd, newText: sameHeader(header, newHeader) ? header : newHeader },
    { start: parts.lineEnd, end: parts.blockEnd, newText: indentLines(literal, indent, eol) },
  ];
}

/** `|2-` and `|-2` mean the same. */
function sameHeader(a: string, b: string): boolean {
  return [...a].toSorted().join("") === [...b].toSorted().join("");
}

function contentIndent(node: ScalarNode, header: string, block: string): number | null {
  const indicator = /\d/.exec(header);
  if (indicator) return node.parentIndent + Number(indicator[0]);
  const first = /\n( *)[^ \r\n]/.exec(block);
  return first ? (first[1]?.length ?? 0) : null;
}
