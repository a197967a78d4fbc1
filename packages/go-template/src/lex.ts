import { quote, toWellFormed, unicodeName } from "@lookinglass/go";
import { matchAt } from "./match.js";

/** A part of a template. */
export interface Token {
  /**
   * "text", "number", "complex", "bool", "field", "variable", "identifier", "error" or "eof"; a string or character
   * constant has its quote for a kind, and a keyword, delimiter or operator its text.
   */
  readonly kind: string;
  /** Offset in the source, in UTF-16 units. */
  readonly pos: number;
  /** What the source says there; of an error, what is wrong. */
  readonly text: string;
  /** Whether space stands before it, in an action. */
  readonly isApart?: boolean;
}

/** Where reading stands. After an error there are no further tokens. */
export interface Lexer {
  readonly source: string;
  pos: number;
  /** Parentheses that are open in the action around; -1 outside of actions. */
  parens: number;
}

const TRAILING_SPACE = /(?<![ \t\r\n])[ \t\r\n]+$/;
/** A delimiter, whether it trims; a comment, whether that is closed and ends with the right delimiter. */
const LEFT = /\{\{(-[ \t\r\n])?(\/\*(?:.*?(\*\/)(\}\}|[ \t\r\n]-\}\}[ \t\r\n]*)?)?)?/sy;
/** What may follow a word: ".x.y" is two fields, "$x+2" is refused. */
const TERMINATOR = /[ \t\r\n.,|:)(]|\}\}|$/y;

/** Accepts too much ("0x0.2", "089", "."): what is wrong is found when the number is converted. */
export const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*\.?[\da-fA-F_]*(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*\.?[0-7_]*|0[bB][01_]*\.?[01_]*|[\d_]*\.?[\d_]*(?:[eE][+-]?[\d_]*)?)i?/;

/**
 * A token of an action, with the space before it (but that before "-}}" belongs to that): in turn the end of the
 * action; a number, or two that make a complex one, or either with a letter that makes it a bad one; a word; a literal
 * in quotes; an operator.
 */
const TOKEN = new RegExp(
  String.raw`([ \t\r\n]+(?!-\}\}))?(?:(\}\}|[ \t\r\n]-\}\}[ \t\r\n]*)|((?=[+\-\d]|\.(?:\d|$))${NUMBER.source})((?=[+-])${NUMBER.source})?([_\p{L}\p{Nd}])?|([.$][_\p{L}\p{Nd}]*|[_\p{L}\p{Nd}]+)|("(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|\x60[^\x60]*\x60)|:=|[^:"'\x60\P{ASCII}\p{Cc} ])?`,
  "uy",
);

/** Whether a word is a kind of token of its own, which Go's errors show in angle brackets. */
export function isKeyword(word: string): boolean {
  return /^(?:block|break|continue|define|else|end|if|nil|range|template|with|\.)$/.test(word);
}

/** Why no token begins with a character. */
const UNREADABLE: Readonly<Record<string, string>> = {
  "": "unclosed action",
  ":": "expected :=",
  '"': "unterminated quoted string",
  "'": "unterminated character constant",
  "`": "unterminated raw quoted string",
};

/** The next token of a template, as text/template/parse/lex.go reads them. */
export function nextToken(lexer: Lexer): Token {
  return lexer.parens < 0 ? readText(lexer) : readAction(lexer);
}

/** Reads text, or the delimiter that begins an action. */
function readText(lexer: Lexer): Token {
  const { source } = lexer;
  for (;;) {
    const { pos } = lexer;
    const delim = source.indexOf("{{", pos);
    const end = delim < 0 ? source.length : delim;
    const [open = "", trim, comment, close, right] = matchAt(LEFT, source, end);
    const between = source.slice(pos, end);
    const text = trim ? between.replace(TRAILING_SPACE, "") : between;
    lexer.pos = end;
    if (text) return { kind: "text", pos, text };
    lexer.pos += open.length;
    if (!open) return { kind: "eof", pos: end, text };
    if (!comment) {
      lexer.parens = 0;
      return { kind: "{{", pos: end, text: "{{" };
    }
    if (!right) {
      const error = close ? "comment ends before closing delimiter" : "unclosed comment";
      return { kind: "error", pos: end + open.indexOf("/"), text: error };
    }
  }
}

function readAction(lexer: Lexer): Token {
  const { source } = lexer;
  const [all = "", space = "", close, number, imaginary, tail, word, quoted] = matchAt(
    TOKEN,
    source,
    lexer.pos,
  );
  const pos = lexer.pos + space.length;
  const text = all.slice(space.length);
  const isApart = space !== "";
  lexer.pos += all.length;
  let error: string | undefined;
  if (close) {
    if (!lexer.parens--) return { kind: "}}", pos: source.indexOf("}}", pos), text: "}}", isApart };
    error = "unclosed left paren";
  } else if (!text) {
    error =
      UNREADABLE[source.charAt(pos)] ?? `unrecognized character in action: ${describeRune(source, pos)}`;
  } else if (tail || (imaginary && !imaginary.endsWith("i"))) {
    error = `bad number syntax: ${quote(text)}`;
  } else if (word && matchAt(TERMINATOR, source, lexer.pos).length === 0) {
    error = `bad character ${describeRune(source, lexer.pos)}`;
  } else if (text === "(") {
    lexer.parens++;
  } else if (text === ")" && !lexer.parens--) {
    error = "unexpected right paren";
  }
  if (error) return { kind: "error", pos, text: error };
  const kind = word ? kindOfWord(word) : quoted ? text.charAt(0) : text;
  return { kind: imaginary ? "complex" : number ? "number" : kind, pos, text, isApart };
}

function kindOfWord(word: string): string {
  if (isKeyword(word)) return word;
  if (word === "true" || word === "false") return "bool";
  return word.startsWith(".") ? "field" : word.startsWith("$") ? "variable" : "identifier";
}

/** %#U of the character at a place, U+FFFD where it is half of one; the end of the input is the rune -1. */
function describeRune(source: string, pos: number): string {
  return unicodeName(toWellFormed(source.slice(pos, pos + 2)).codePointAt(0) ?? -1);
}
