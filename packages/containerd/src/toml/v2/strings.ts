import { unicodeName } from "@lookinglass/go";
import { firstByte, type Scanner } from "./scanner.js";

/**
 * Reads the string that starts here.
 * @param form keys are strings of one line: `"""` is an empty string there, followed by a quote
 * @returns the decoded text
 */
export function scanString(scanner: Scanner, form: "one-line" | "any"): string {
  const quote = scanner.peek();
  const isMultiline = form === "any" && scanner.follows(quote.repeat(3));
  if (quote === "'") return isMultiline ? scanMultilineLiteral(scanner) : scanLiteral(scanner);
  return isMultiline ? scanMultilineBasic(scanner) : scanBasic(scanner);
}

function scanLiteral(scanner: Scanner): string {
  const start = ++scanner.position;
  for (; !scanner.atEnd(); scanner.position++) {
    const next = scanner.peek();
    if (next === "'") return scanner.text.slice(start, scanner.position++);
    if (next === "\n" || next === "\r") scanner.failHere("literal strings cannot have new lines");
    if (scanner.atControl()) scanner.failHere("invalid character");
  }
  return scanner.failHere("unterminated literal string");
}

function scanBasic(scanner: Scanner): string {
  const start = ++scanner.position;
  for (; !scanner.atEnd(); scanner.position++) {
    const next = scanner.peek();
    if (next === '"') return decodeBasic(scanner, start, scanner.position++);
    if (next === "\n" || next === "\r") scanner.failHere("basic strings cannot have new lines");
    if (next === "\\") skipEscape(scanner);
  }
  return scanner.failHere('basic string not terminated by "');
}

function skipEscape(scanner: Scanner): void {
  scanner.position++;
  if (scanner.atEnd()) scanner.fail("need a character after \\", scanner.position - 1);
}

function scanMultilineLiteral(scanner: Scanner): string {
  const start = scanner.position;
  scanner.position += 3;
  for (; !scanner.atEnd(); scanner.position++) {
    if (scanner.follows("'''")) {
      const body = bodyRange(scanner, start, "'", "literal");
      return scanner.text.slice(body.start, body.end);
    }
    checkReturn(scanner);
    if (scanner.atControl() && scanner.peek() !== "\n") scanner.failHere("invalid character");
  }
  return scanner.failHere("multiline literal string not terminated by '''");
}

function scanMultilineBasic(scanner: Scanner): string {
  const start = scanner.position;
  scanner.position += 3;
  for (; !scanner.atEnd(); scanner.position++) {
    if (scanner.follows('"""')) {
      const body = bodyRange(scanner, start, '"', "basic");
      return decodeBasic(scanner, body.start, body.end, true);
    }
    if (scanner.peek() === "\\") skipEscape(scanner);
    else checkReturn(scanner);
  }
  return scanner.failHere('multiline basic string not terminated by """');
}

/** A carriage return may stand before a newline only; steps onto that newline. */
function checkReturn(scanner: Scanner): void {
  if (scanner.peek() !== "\r") return;
  if (!scanner.follows("\r\n")) scanner.failHere("need a \\n after \\r");
  scanner.position++;
}

/** At a closing delimiter: up to two more quotes belong to the text. A first newline does not. */
function bodyRange(scanner: Scanner, start: number, quote: string, name: string) {
  scanner.position += 3;
  let extra = 0;
  for (; extra < 2 && scanner.peek() === quote; extra++) scanner.position++;
  if (extra === 2 && scanner.peek() === quote) {
    scanner.failHere(`${quote.repeat(3)} not allowed in multiline ${name} string`);
  }
  const [newline = ""] = /^\r?\n/.exec(scanner.text.slice(start + 3, start + 5)) ?? [];
  return { start: start + 3 + newline.length, end: scanner.position - 3 };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["e", "\x1b"],
]);

/** Decodes what stands between the quotes, checking its characters. The position stays. */
function decodeBasic(scanner: Scanner, start: number, end: number, isMultiline = false): string {
  const body = scanner.text.slice(start, end);
  const hasEscapes = body.includes("\\");
  let decoded = "";
  for (let at = 0; at < body.length; ) {
    const character = body.charAt(at);
    if (character !== "\\") {
      checkCharacter(scanner, start + at, isMultiline, hasEscapes);
      decoded += character;
      at++;
      continue;
    }
    const folded = isMultiline ? foldedLength(body, at) : 0;
    if (folded > 0) {
      at += folded;
    } else {
      const escaped = decodeEscape(scanner, body.slice(at + 1), start + at + 1);
      decoded += escaped.text;
      at += 1 + escaped.length;
    }
  }
  return decoded;
}

function checkCharacter(scanner: Scanner, at: number, isMultiline: boolean, hasEscapes: boolean): void {
  const character = scanner.text.charAt(at);
  const isNewline = character === "\n" || character === "\r";
  const code = character.charCodeAt(0);
  const isControl = (code < 0x20 && code !== 0x09) || code === 0x7f;
  if (!isControl || (isMultiline && isNewline)) return;
  const message = hasEscapes ? `invalid character ${unicodeName(code)}` : "invalid UTF-8";
  scanner.fail(message, at, at + 1);
}

/** The length of a backslash at a line's end with all the white space after it, 0 when it is none. */
function foldedLength(body: string, at: number): number {
  const fold = /\\[ \t]*\r?\n[ \t\r\n]*/y;
  fold.lastIndex = at;
  return fold.exec(body)?.[0].length ?? 0;
}

function decodeEscape(scanner: Scanner, rest: string, at: number): { text: string; length: number } {
  const letter = rest.charAt(0);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) return { text: simple, length: 1 };
  if (letter !== "u" && letter !== "U") {
    return scanner.fail(`invalid escaped character ${unicodeName(firstByte(rest))}`, at, at + 1);
  }
  const digits = letter === "u" ? 4 : 8;
  const hex = rest.slice(1, 1 + digits);
  if (hex.length < digits) {
    return scanner.fail(
      `unicode point needs ${digits} character, not ${hex.length}`,
      at,
      at + 1 + hex.length,
    );
  }
  if (!/^[0-9a-fA-F]+$/.test(hex)) return scanner.fail("non-hex character", at + 1, at + 1 + digits);
  const code = Number.parseInt(hex, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
    return scanner.fail("escape sequence is invalid Unicode code point", at + 1, at + 1 + digits);
  }
  return { text: String.fromCodePoint(code), length: 1 + digits };
}
