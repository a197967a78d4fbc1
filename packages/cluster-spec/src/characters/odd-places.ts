/**
 * White space that YAML does not count as such, line breaks that only some readers see, and characters without any
 * width, where a reader takes them for something else than a person does.
 */
import { MAX_PROBLEMS, MAX_TEXT_LENGTH } from "../limits.js";
import { goValue } from "../parse/go-scalars.js";
import { LexemeReader, lexemeTexts } from "../parse/lexemes.js";
import type { OffsetRange } from "../positions.js";
import { characterName } from "./names.js";

export interface OddPlace extends OffsetRange {
  /** structure: the text means something else than it seems to; word: a value or a name holds it. */
  readonly kind: "structure" | "word";
  readonly message: string;
  /** What was meant in its place; null where only a person can tell. */
  readonly meant: string | null;
}

const WIDE = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u2800\\u3000\\u3164\\uffa0\\u115f\\u1160";
const THIN =
  "\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff";
const BREAK = "\\u0085\\u2028\\u2029";

/** Most texts have none: this is all that they cost. A byte order mark may begin a text. */
const ANY = new RegExp(`[${WIDE}${THIN}${BREAK}]|\\r(?!\\n)`);
/** With the blanks between them. */
const RUN = new RegExp(`[${WIDE}${THIN}](?: *[${WIDE}${THIN}])*`, "g");
const THIN_ONLY = new RegExp(`^[${THIN}]+$`);
const THIN_RUN = new RegExp(`[${THIN}]+`, "g");
const BREAKS = new RegExp(`[${BREAK}]|\\r(?!\\n)`, "g");

/** In the order of the text; an edit takes all. */
export function oddPlaces(text: string, most = MAX_PROBLEMS): readonly OddPlace[] {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return text.length <= MAX_TEXT_LENGTH && ANY.test(content) ? search(text, most) : [];
}

function search(text: string, most: number): OddPlace[] {
  const places: OddPlace[] = [];
  const at = new LexemeReader(text, lexemeTexts(text));
  let isBlockScalar = false;
  while (at.type !== "end" && places.length < most) {
    for (const place of placesIn(text, at, isBlockScalar)) {
      places.push(place);
      if (places.length === most) break;
    }
    if (at.type === "block-scalar-header") isBlockScalar = true;
    else if (at.type === "scalar") isBlockScalar = false;
    at.advance();
  }
  return places;
}

function* placesIn(text: string, at: LexemeReader, isBlockScalar: boolean): Iterable<OddPlace> {
  const { type, source, offset } = at;
  if (type === "doc-mode" || !ANY.test(source)) return;
  if (type === "double-quoted-scalar" || type === "single-quoted-scalar") return yield* quoted(text, at);
  yield* breaks(text, at);
  if (type === "comment" || isBlockScalar) return;
  for (const { index, 0: run } of source.matchAll(RUN)) {
    const range = { start: offset + index, end: offset + index + run.length };
    const place = type === "scalar" ? inPlain(text, at, range) : besideIndicator(text, range);
    if (place) yield place;
  }
}

/** What ends a line to Go's readers and is a character like others to YAML 1.2, or the other way round. */
function* breaks(text: string, { source, offset }: LexemeReader): Iterable<OddPlace> {
  for (const { index } of source.matchAll(BREAKS)) {
    const start = offset + index;
    const message = `${characterName(text, start)} ends the line to Go's YAML readers: what follows it begins a new one, also in a comment.`;
    // A carriage return is a line break to YAML, whatever the library takes it for; of others nobody can tell.
    yield { kind: "structure", start, end: start + 1, message, meant: text[start] === "\r" ? "\n" : null };
  }
}

function besideIndicator(text: string, range: OffsetRange): OddPlace {
  const message = `${counted(text, range)}: YAML does not take this for white space.`;
  return { kind: "structure", ...range, message, meant: blanksFor(text, range) };
}

/** In a key or an unquoted value. */
function inPlain(text: string, { source, offset }: LexemeReader, range: OffsetRange): OddPlace | null {
  const before = text.slice(lineStart(text, range.start), range.start);
  const after = text.slice(range.end, lineEnd(text, range.end));
  const what = counted(text, range);
  const structure = (message: string): OddPlace => ({
    kind: "structure",
    ...range,
    message: `${what} ${message}`,
    meant: blanksFor(text, range),
  });
  if (/^[ \t]*$/.test(before))
    return structure("indents this line: only blanks are indentation to YAML, so it belongs to the text.");
  if (/^#/.test(after)) return structure("stands before #: without a blank no comment begins there.");
  const indicator = /^---$|[:\-?,]$/.exec(before)?.[0];
  if (indicator !== undefined && isAfterIndicator(source, range.start - offset, indicator))
    return structure(`stands after "${indicator}": without a blank that is text.`);
  return inWord(text, source, offset, range);
}

/** `a:X`, `---X`, or a dash that would begin an item. */
function isAfterIndicator(source: string, index: number, indicator: string): boolean {
  return indicator !== "-" || source[index - 1] !== "-" || index === 1;
}

/** At an end of a key or value, or inside one that is no prose. */
function inWord(text: string, source: string, offset: number, range: OffsetRange): OddPlace | null {
  const [from, to] = [range.start - offset, range.end - offset];
  const isEnd = source.slice(to).trim() === "" || source.slice(0, from).trim() === "";
  if (!isEnd && isProse(source, text.slice(range.start, range.end))) return null;
  const rest = (source.slice(0, from) + source.slice(to)).trim();
  if (rest === "") return besideIndicator(text, range);
  const isHidden = typeof goValue(rest) !== "string";
  const name = JSON.stringify(shorten(rest));
  const consequence = isHidden
    ? `which therefore is text, not ${rest.slice(0, 40)}`
    : `which therefore is not ${name}`;
  return {
    kind: isHidden ? "structure" : "word",
    ...range,
    message: `${counted(text, range)} is part of this text, ${consequence}.`,
    meant: isEnd || THIN_ONLY.test(text.slice(range.start, range.end)) ? "" : null,
  };
}

function* quoted(text: string, { source, offset }: LexemeReader): Iterable<OddPlace> {
  for (const { index, 0: run } of source.matchAll(isProse(source, "\u00a0") ? THIN_RUN : RUN)) {
    const range = { start: offset + index, end: offset + index + run.length };
    const inner = source.slice(1, -1);
    const place = inWord(text, inner, offset + 1, range);
    if (place) yield { ...place, kind: "word" };
  }
}

/** A text of several words, where such spaces are typography, and joiners between letters belong to a script. */
function isProse(source: string, run: string): boolean {
  const isJoiner = /^[\u200c-\u200f]+$/.test(run);
  return isJoiner
    ? /[\u0590-\u0dff\u1f000-\u1ffff]|\p{Extended_Pictographic}/u.test(source)
    : / /.test(source.trim());
}

function counted(text: string, { start, end }: OffsetRange): string {
  const run = [...text.slice(start, end).replaceAll(" ", "")];
  const name = characterName(text, start);
  if (run.length === 1) return name;
  return run.every((character) => character === run[0])
    ? `${run.length} times ${name}`
    : `${name} and ${run.length - 1} more`;
}

/** A blank for each that has a width. */
function blanksFor(text: string, { start, end }: OffsetRange): string {
  return text.slice(start, end).replace(THIN_RUN, "").replace(/./gu, " ");
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
