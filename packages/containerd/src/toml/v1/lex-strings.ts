import type { Lexer } from "./lexer.js";

type ReadString = { text: string } | { error: string };

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["n", "\n"],
  ["b", "\b"],
  ["f", "\f"],
  ["/", "/"],
  ["t", "\t"],
  ["r", "\r"],
  ["\\", "\\"],
]);

/** Reads up to the end mark, which stays; everything stands for itself, newlines too. */
export function readLiteralString(lexer: Lexer, end: string): ReadString {
  const start = lexer.at;
  const close = lexer.text.indexOf(end, start);
  if (close < 0) {
    lexer.at = lexer.text.length;
    return { error: "unclosed string" };
  }
  lexer.at = close;
  return { text: lexer.text.slice(start, close) };
}

/** Reads up to the end mark, which stays, and decodes escapes. */
export function readBasicString(lexer: Lexer, end: string, newLines: boolean): ReadString {
  let text = "";
  while (!lexer.follows(end)) {
    const next = lexer.peek();
    if (next === "") return { error: "unclosed string" };
    if (next === "\\") {
      const escaped = readEscape(lexer);
      if ("error" in escaped) return escaped;
      text += escaped.text;
    } else {
      const isNewline = next === "\n" || next === "\r";
      if (next < " " && next !== "\t" && !(newLines && isNewline)) {
        return {
          error: `unescaped control character U+${next.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
        };
      }
      text += lexer.next();
    }
    // An end mark must follow some character before the text ends.
    if (lexer.peek() === "") return { error: "unclosed string" };
  }
  return { text };
}

function readEscape(lexer: Lexer): ReadString {
  lexer.next();
  const letter = lexer.peek();
  if (letter !== "" && "\r\n\t ".includes(letter)) {
    while (lexer.peek() !== "" && "\r\n\t ".includes(lexer.peek())) lexer.next();
    return { text: "" };
  }
  if (letter === "u" || letter === "U") return readCodePoint(lexer, letter === "u" ? 4 : 8);
  const text = ESCAPES.get(letter);
  if (text === undefined) return { error: `invalid escape sequence: \\${letter}` };
  lexer.next();
  return { text };
}

function readCodePoint(lexer: Lexer, digits: number): ReadString {
  const hex = lexer.text.slice(lexer.at + 1, lexer.at + 1 + digits);
  if (hex.length < digits || !/^[0-9a-fA-F]*$/.test(hex)) return { error: "unfinished unicode escape" };
  lexer.at += 1 + digits;
  const code = Number.parseInt(hex, 16);
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return { text: isCharacter ? String.fromCodePoint(code) : "\ufffd" };
}
