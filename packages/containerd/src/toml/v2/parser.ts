import { unicodeName } from "@lookinglass/go";
import type {
  Expression,
  KeyPart,
  KeyValue,
  TableHeader,
  TomlFault,
  TomlScalar,
  TomlValue,
} from "../types.js";
import { scanNumberOrTime } from "./numbers.js";
import { Scanner } from "./scanner.js";
import { scanString } from "./strings.js";

/** A bound of ours on nested values and on the parts of a key; go-toml has none. */
const MAX_DEPTH = 200;

export interface ParsedToml {
  /** In the order of the text. */
  expressions: Expression[];
  /** Syntax faults. Expressions after the first one are for display only: go-toml stops there. */
  faults: TomlFault[];
}

/**
 * Reads TOML as go-toml 2.x's unstable.Parser does: the same texts accepted, the same messages.
 * @param text the document
 * @param recover go on at the next line that starts a table or a key, to find every fault
 */
export function parseToml(text: string, recover = false): ParsedToml {
  const scanner = new Scanner(text);
  const parsed: ParsedToml = { expressions: [], faults: [] };
  let first = true;
  while (!scanner.atEnd()) {
    const result = scanner.attempt(() => {
      if (!first) readNewline(scanner);
      readLine(scanner, parsed.expressions);
    });
    first = false;
    if (result === null) continue;
    parsed.faults.push(result);
    if (!recover) break;
    scanner.position = nextStart(scanner, result.start);
    first = true;
  }
  return parsed;
}

/** The next line that looks like the start of an expression. */
function nextStart(scanner: Scanner, from: number): number {
  const start = /\n(?=[ \t]*(?:\[|["'\w.-]+[ \t]*=))/g;
  start.lastIndex = Math.max(scanner.position, from);
  return start.test(scanner.text) ? start.lastIndex : scanner.text.length;
}

function readNewline(scanner: Scanner): void {
  if (scanner.take("\n") || scanner.atEnd()) return;
  if (scanner.peek() !== "\r") {
    scanner.failHere(`expected newline but got ${unicodeName(scanner.peekByte())}`);
  }
  if (scanner.take("\r\n")) return;
  const isLast = scanner.position + 1 >= scanner.text.length;
  scanner.failHere(isLast ? "windows new line expected" : "windows new line should be \\r\\n");
}

/** One line at most: an expression, a comment, both or neither; the line's end stays. */
function readLine(scanner: Scanner, expressions: Expression[]): void {
  scanner.skipBlanks();
  const expression = readExpression(scanner);
  scanner.skipBlanks();
  // A bad comment spoils the expression before it.
  if (scanner.peek() === "#") readComment(scanner);
  if (expression !== null) expressions.push(expression);
}

function readExpression(scanner: Scanner): Expression | null {
  const next = scanner.peek();
  if (next === "" || next === "\n" || next === "\r" || next === "#") return null;
  return next === "[" ? readHeader(scanner) : readKeyValue(scanner, 0);
}

function readComment(scanner: Scanner): void {
  while (!scanner.atEnd() && scanner.peek() !== "\n") {
    if (scanner.follows("\r\n")) scanner.position++;
    else if (scanner.atControl()) scanner.failHere("invalid character in comment");
    else scanner.position++;
  }
}

function readHeader(scanner: Scanner): TableHeader {
  const start = scanner.position;
  const isArray = scanner.take("[[");
  if (!isArray) scanner.position++;
  scanner.skipBlanks();
  const key = readKey(scanner);
  scanner.skipBlanks();
  scanner.expect("]");
  if (isArray) scanner.expect("]");
  return { kind: isArray ? "array-table" : "table", key, start, end: scanner.position };
}

function readKeyValue(scanner: Scanner, depth: number): KeyValue {
  const start = scanner.position;
  const key = readKey(scanner);
  scanner.skipBlanks();
  if (scanner.atEnd()) scanner.fail("expected = after a key, but the document ends there", start);
  scanner.expect("=");
  scanner.skipBlanks();
  const value = readValue(scanner, depth);
  return { kind: "key-value", key, value, start, end: scanner.position };
}

function readKey(scanner: Scanner): KeyPart[] {
  const parts = [readSimpleKey(scanner)];
  for (;;) {
    const before = scanner.position;
    scanner.skipBlanks();
    if (!scanner.take(".")) {
      scanner.position = before;
      return parts;
    }
    if (parts.length >= MAX_DEPTH) scanner.failHere(`key has more than ${MAX_DEPTH} parts`);
    scanner.skipBlanks();
    parts.push(readSimpleKey(scanner));
  }
}

function readSimpleKey(scanner: Scanner): KeyPart {
  const start = scanner.position;
  if (scanner.atEnd()) scanner.failHere("expected key but found none");
  const next = scanner.peek();
  if (next === '"' || next === "'") {
    const name = scanString(scanner, "one-line");
    return { name, start, end: scanner.position };
  }
  const name = scanner.takeWhile(/[A-Za-z0-9_-]+/y);
  if (name === "")
    scanner.failHere(`invalid character at start of key: ${String.fromCharCode(scanner.peekByte())}`);
  return { name, start, end: scanner.position };
}

function readValue(scanner: Scanner, depth: number): TomlValue {
  if (scanner.atEnd()) scanner.failHere("expected value, not eof");
  const start = scanner.position;
  const done = (kind: TomlScalar["kind"], text: string): TomlScalar => ({
    kind,
    text,
    start,
    end: scanner.position,
  });
  switch (scanner.peek()) {
    case '"':
    case "'":
      return done("string", scanString(scanner, "any"));
    case "t":
      return done("boolean", scanner.takeWord("true"));
    case "f":
      return done("boolean", scanner.takeWord("false"));
    case "[":
      return readArray(scanner, depth + 1);
    case "{":
      return readInlineTable(scanner, depth + 1);
    default:
      return scanNumberOrTime(scanner);
  }
}

function readArray(scanner: Scanner, depth: number): TomlValue {
  const start = scanner.position++;
  if (depth > MAX_DEPTH) scanner.fail(`values are nested deeper than ${MAX_DEPTH}`, start);
  const items: TomlValue[] = [];
  while (!scanner.atEnd()) {
    skipBlankLines(scanner);
    if (scanner.atEnd()) scanner.fail("array is incomplete", start, start + 1);
    if (scanner.peek() === "]") break;
    if (scanner.peek() === ",") {
      if (items.length === 0) scanner.failHere("array cannot start with comma");
      scanner.position++;
      skipBlankLines(scanner);
    } else if (items.length > 0) {
      scanner.failHere("array elements must be separated by commas");
    }
    if (scanner.peek() === "]") break;
    items.push(readValue(scanner, depth));
    skipBlankLines(scanner);
  }
  scanner.expect("]");
  return { kind: "array", items, start, end: scanner.position };
}

function skipBlankLines(scanner: Scanner): void {
  for (;;) {
    scanner.skipBlanks();
    if (scanner.peek() === "#") readComment(scanner);
    if (scanner.peek() !== "\n" && scanner.peek() !== "\r") return;
    readNewline(scanner);
  }
}

function readInlineTable(scanner: Scanner, depth: number): TomlValue {
  const start = scanner.position++;
  if (depth > MAX_DEPTH) scanner.fail(`values are nested deeper than ${MAX_DEPTH}`, start);
  const entries: KeyValue[] = [];
  while (!scanner.atEnd()) {
    const before = scanner.position;
    scanner.skipBlanks();
    if (scanner.atEnd()) scanner.fail("inline table is incomplete", before, before + 1);
    if (scanner.peek() === "}") break;
    if (entries.length > 0) {
      scanner.expect(",");
      scanner.skipBlanks();
    }
    entries.push(readKeyValue(scanner, depth));
  }
  scanner.expect("}");
  return { kind: "inline-table", entries, start, end: scanner.position };
}
