import type { Lexer, TokenType } from "./lexer.js";

const DATE = /\d{4}-\d{2}-\d{2}/y;
const TIME = /\d{2}:\d{2}:\d{2}(?:\.\d+)?/y;
const OFFSET = /Z|[+-]\d{2}:\d{2}/y;

/** Reads a date, a time, or both with an offset; reports a fault and returns false when it is none. */
export function lexDateOrTime(lexer: Lexer): boolean {
  if (lexer.text.charAt(lexer.at + 2) === ":") return lexPart(lexer, TIME, "LocalTime");
  if (!lexPart(lexer, DATE, "LocalDate")) return false;
  const next = lexer.peek();
  if (next === "") return true;
  if (next !== " " && next !== "T") {
    // The end of a line too: go-toml 1.x takes a lone date only before a blank or the end of the text.
    lexer.fail(`incorrect date/time separation character: ${next}`);
    return false;
  }
  if (next === " " && !/^\d{2}$/.test(lexer.text.slice(lexer.at + 1, lexer.at + 3))) return true;
  lexer.skip();
  if (!lexPart(lexer, TIME, "LocalTime")) return false;
  return /[Z+-]/.test(lexer.peek()) ? lexPart(lexer, OFFSET, "TimeOffset") : true;
}

function lexPart(lexer: Lexer, pattern: RegExp, type: TokenType): boolean {
  pattern.lastIndex = lexer.at;
  const [part] = pattern.exec(lexer.text) ?? [];
  if (part === undefined) {
    lexer.fail(`invalid ${type}`);
    return false;
  }
  lexer.at += part.length;
  // "12:00:00." has no fraction: go-toml wants a digit after the point.
  if (type === "LocalTime" && !part.includes(".") && lexer.peek() === ".") {
    lexer.fail("expected at least one digit in time's fraction");
    return false;
  }
  lexer.emit(type);
  return true;
}
