/**
 * What a parsed TOML document no longer tells: its headers in order, and its dates as written. Goes over a text that
 * smol-toml has read without an error, and tells what go-toml refuses there because it came with TOML 1.1.
 */

/** A date in a scanned text becomes a string that begins so: neither text nor escapes of a document make a lone surrogate. */
export const DATE_MARK = "\ud800";

export interface TomlScan {
  /** The text with every date as a marked string. */
  readonly marked: string;
  /** The `[a.b]` headers in order, as written. */
  readonly headers: readonly string[];
}

export type TomlScanResult = TomlScan | { readonly error: string };

interface Scanning {
  readonly text: string;
  /** Open brackets and braces. */
  readonly open: string[];
  readonly headers: string[];
  marked: string;
  /** Up to where `marked` is written. */
  written: number;
  at: number;
  /** The last token that is neither blank nor comment; empty at the start of a statement. */
  before: string;
  error: string | undefined;
}

export function scanToml(text: string): TomlScanResult {
  const scan: Scanning = {
    ...{ text, open: [], headers: [], marked: "", written: 0, at: 0, before: "", error: undefined },
  };
  // smol-toml passes over a byte order mark.
  if (text.startsWith("\ufeff")) scan.error = "a byte order mark before the first key";
  while (scan.at < text.length && scan.error === undefined) step(scan);
  if (scan.error !== undefined) return { error: scan.error };
  return { marked: scan.marked + text.slice(scan.written), headers: scan.headers };
}

const BLANK = /[ \t\r]+|#[^\n]*/y;
const DATE =
  /(?:\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d[\d:.]*(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d[\d:.]*)(?=[\s,\]}#]|$)/y;
const WORD = /[^\s#"'[\]{},=]+/y;

function step(scan: Scanning): void {
  const { text, at, open } = scan;
  const character = text.charAt(at);
  const blank = matchAt(BLANK, text, at);
  if (blank !== undefined) scan.at += blank.length;
  else if (character === "\n") newLine(scan);
  else if (character === '"' || character === "'") string(scan, character);
  else if (character === "[" && open.length === 0 && scan.before === "") header(scan);
  else if (character === "[" || character === "{") take(scan, character, () => open.push(character));
  else if (character === "]" || character === "}") close(scan, character);
  else word(scan);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function take(scan: Scanning, token: string, then?: () => void): void {
  scan.at += token.length;
  scan.before = token;
  then?.();
}

function newLine(scan: Scanning): void {
  if (scan.open.at(-1) === "{") scan.error = "newline in inline table";
  scan.at++;
  if (scan.open.length === 0) scan.before = "";
}

function close(scan: Scanning, character: string): void {
  if (character === "}" && scan.before === ",") scan.error = "trailing comma in inline table";
  take(scan, character, () => scan.open.pop());
}

function string(scan: Scanning, quote: string): void {
  const end = stringEnd(scan.text, scan.at, quote);
  const token = scan.text.slice(scan.at, end);
  if (quote === '"' && /^(?:[^\\]|\\[^x])*\\x/.test(token)) scan.error = "invalid escaped character";
  take(scan, token);
}

/** Where the string that begins here is over. */
function stringEnd(text: string, start: number, quote: string): number {
  const isLong = text.startsWith(quote.repeat(3), start);
  const delimiter = isLong ? quote.repeat(3) : quote;
  let at = start + delimiter.length;
  while (at < text.length && !text.startsWith(delimiter, at))
    at += quote === '"' && text[at] === "\\" ? 2 : 1;
  at += delimiter.length;
  // One or two more quotes belong to a long string's content.
  for (let more = 0; isLong && more < 2 && text[at] === quote; more++) at++;
  return Math.min(at, text.length);
}

function header(scan: Scanning): void {
  const { text, at } = scan;
  let end = at + 1;
  while (end < text.length && text[end] !== "]") {
    const character = text.charAt(end);
    end = character === '"' || character === "'" ? stringEnd(text, end, character) : end + 1;
  }
  const isArray = text[at + 1] === "[";
  const token = text.slice(at, end + (isArray ? 2 : 1));
  if (!isArray) scan.headers.push(token);
  take(scan, token);
}

function word(scan: Scanning): void {
  const { text, at } = scan;
  const isValue = scan.before === "=" || scan.before === "[" || scan.before === ",";
  const date = isValue ? matchAt(DATE, text, at) : undefined;
  if (date === undefined || isKey(text, at + date.length)) {
    const token = matchAt(WORD, text, at) ?? text.charAt(at);
    if (isValue && isTooLarge(token) && !isKey(text, at + token.length)) scan.error = "value out of range";
    take(scan, token);
    return;
  }
  if (/^(?:\S*[Tt ])?\d\d:\d\d(?!:)/.test(date)) scan.error = "a time without seconds";
  if (!isInCalendar(date)) scan.error = "a day that no month has";
  scan.marked += `${text.slice(scan.written, at)}"${DATE_MARK}${date}"`;
  take(scan, date);
  scan.written = scan.at;
}

/** smol-toml reads 1e400 as infinity. */
function isTooLarge(token: string): boolean {
  return /^[+-]?\d/.test(token) && Math.abs(Number(token.replaceAll("_", ""))) === Number.POSITIVE_INFINITY;
}

/** smol-toml takes the 30th of February for a day in March. */
function isInCalendar(date: string): boolean {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(date) ?? [];
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** A bare key may look like a date: `{ a = 1, 1979-05-27 = 2 }`. */
function isKey(text: string, end: number): boolean {
  return matchAt(/[ \t]*[=.]/y, text, end) !== undefined;
}
