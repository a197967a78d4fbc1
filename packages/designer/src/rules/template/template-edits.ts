import type { OffsetRange } from "@lookinglass/cluster-spec";
import { copiedRange, type RenderedTemplate } from "./template-places.js";

/** Replaces a range of a rendered file. */
export interface OutputChange {
  readonly range: OffsetRange;
  readonly text: string | readonly OutputPiece[];
}

/** A range stands for what is there: of the file its text, of the template what wrote that. */
export type OutputPiece = string | OffsetRange;

/**
 * On which side of an action a text goes that is inserted where the action wrote nothing: in the text behind it if
 * there is some, always in the text before it, or always behind it.
 */
const SIDES = ["near", "before", "after"] as const;
type Side = (typeof SIDES)[number];

/** The rendered file after changes; those that overlap make no sense. */
export function changedFile(content: string, changes: readonly OutputChange[]): string {
  const textOf = (piece: OutputPiece) =>
    typeof piece === "string" ? piece : content.slice(piece.start, piece.end);
  return replaced(
    content,
    changes.map(({ range, text }) => ({ ...range, text: [text].flat().map(textOf).join("") })),
  );
}

/**
 * The template's texts that write a file with the changes, as far as the one file tells; none where an action wrote the
 * edge of a change, or something within it that would be lost.
 */
export function changedTemplates(one: RenderedTemplate, changes: readonly OutputChange[]): string[] {
  const kept = changes.flatMap(({ text }) => [text].flat().filter((piece) => typeof piece !== "string"));
  if (changes.some(({ range }) => !isText(one, range) && !kept.some((piece) => isAround(one, range, piece))))
    return [];
  const texts = SIDES.map((side) => changedTemplate(one, changes, side));
  return [...new Set(texts.filter((text) => text !== null))];
}

function changedTemplate(one: RenderedTemplate, changes: readonly OutputChange[], side: Side): string | null {
  const placed = changes.flatMap(({ range, text }) => {
    const source = placeOf(one, range, side);
    const written = writtenText(one, text);
    return source && written !== null ? [{ ...source, text: written }] : [];
  });
  return placed.length < changes.length || overlap(placed) ? null : replaced(one.template.content, placed);
}

function placeOf(one: RenderedTemplate, range: OffsetRange, side: Side): OffsetRange | null {
  if (side === "near" || range.start < range.end) return copiedRange(one, range);
  const { content } = one.template;
  const at = range.start;
  if (side === "before")
    return at === 0 ? { start: 0, end: 0 } : pointAt(copiedRange(one, { start: at - 1, end: at })?.end);
  if (at === one.file.content.length) return pointAt(content.length);
  return pointAt(copiedRange(one, { start: at, end: at + 1 })?.start);
}

function pointAt(offset: number | undefined): OffsetRange | null {
  return offset === undefined ? null : { start: offset, end: offset };
}

function writtenText(one: RenderedTemplate, text: OutputChange["text"]): string | null {
  const pieces = [text].flat().map((piece) => (typeof piece === "string" ? piece : sourceText(one, piece)));
  return pieces.includes(null) ? null : pieces.join("");
}

function sourceText(one: RenderedTemplate, range: OffsetRange): string | null {
  const source = copiedRange(one, range);
  return source && one.template.content.slice(source.start, source.end);
}

/** Does a range of the file stand in the template just so? */
function isText(one: RenderedTemplate, range: OffsetRange): boolean {
  return (
    range.start === range.end || sourceText(one, range) === one.file.content.slice(range.start, range.end)
  );
}

/** Is nothing but text around a part of a range? */
function isAround(one: RenderedTemplate, range: OffsetRange, part: OffsetRange): boolean {
  const isInside = range.start <= part.start && part.end <= range.end;
  return (
    isInside &&
    isText(one, { start: range.start, end: part.start }) &&
    isText(one, { start: part.end, end: range.end })
  );
}

interface Replacement extends OffsetRange {
  readonly text: string;
}

function replaced(content: string, by: readonly Replacement[]): string {
  // From the last one on; what is inserted right before or behind a range that goes is told apart from it by both ends.
  return by
    .toSorted((a, b) => b.start + b.end - (a.start + a.end))
    .reduce(
      (text, { start, end, text: written }) => text.slice(0, start) + written + text.slice(end),
      content,
    );
}

function overlap(ranges: readonly OffsetRange[]): boolean {
  let end = 0;
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < end) return true;
    end = range.end;
  }
  return false;
}
