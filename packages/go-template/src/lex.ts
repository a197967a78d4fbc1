import { quote, unicodeName } from "./strconv.js";

/** A part of a template. */
export interface Token {
  /**
   * "text", "space", "number", "complex", "bool", "field", "variable", "identifier", "error" or "eof"; a string or
   * character constant has its quote for a kind, and a keyword, delimiter or operator its text.
   */
  readonly kind: string;
  /** Offset in the source, in UTF-16 units. */
  readonly pos: number;
  /** What the source says there; of an error, what is wrong. */
  readonly text: string;
}

const LEFT_TRIMMED = /\{\{-[ \t\r\n]/y;
const TRAILING_SPACE = /(?<![ \t\r\n])[ \t\r\n]+$/;
const RIGHT = /\}\}|[ \t\r\n]-\}\}[ \t\r\n]*/y;
/** What may follow a word: ".x.y" is two fields, "$x+2" is refused. */
const TERMINATOR = /[ \t\r\n.,|:)(]|\}\}|$/y;

/** Accepts too much ("0x0.2", "089", "."): what is wrong is found when the number is converted. */
const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*\.?[\da-fA-F_]*(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*\.?[0-7_]*|0[bB][01_]*\.?[01_]*|[\d_]*\.?[\d_]*(?:[eE][+-]?[\d_]*)?)i?/;

/**
 * The tokens of an action: a number (or two that make a complex one, or either with a letter that makes it a bad
 * one), a word, a literal in quotes, space (but that before "-}}" belongs to the delimiter), an operator.
 */
const TOKEN = new RegExp(
  [
    String.raw`((?=[+\-\d]|\.(?:\d|$))${NUMBER.source})((?=[+-])${NUMBER.source})?([_\p{L}\p{Nd}])?`,
    String.raw`([.$][_\p{L}\p{Nd}]*|[_\p{L}\p{Nd}]+)`,
    String.raw`("(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|\x60[^\x60]*\x60)`,
    String.raw`([ \t\r\n]+(?!-\}\}))`,
    String.raw`:=|[^:"'\x60\P{ASCII}\p{Cc}]`,
  ].join("|"),
  "uy",
);

const KEYWORDS: ReadonlySet<string> = new Set(
  "block break continue define else end if nil range template with .".split(" "),
);

/** Whether a word is a kind of token of its own, which Go's errors show in angle brackets. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word);
}

/** Why no token begins with a character. */
const UNREADABLE: Readonly<Record<string, string>> = {
  "": "unclosed action",
  ":": "expected :=",
  '"': "unterminated quoted string",
  "'": "unterminated character constant",
  "`": "unterminated raw quoted string",
};

/** What a sticky expression matches at a place. */
function matchAt(pattern: RegExp, source: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(source);
}

function errorToken(pos: number, text: string): Token {
  return { kind: "error", pos, text };
}

/** The tokens of a template, as text/template/parse/lex.go reads them; an error is the last. */
export function* lex(source: string): Generator<Token, void> {
  for (let pos = 0; pos < source.length; ) {
    const delim = source.indexOf("{{", pos);
    const end = delim < 0 ? source.length : delim;
    const trim = matchAt(LEFT_TRIMMED, source, end);
    const text = source.slice(pos, end);
    const kept = trim ? text.replace(TRAILING_SPACE, "") : text;
    if (kept) yield { kind: "text", pos, text: kept };
    if (delim < 0) return;
    const inner = end + (trim ? 4 : 2);
    pos = yield* source.startsWith("/*", inner) ? comment(source, inner) : action(source, end, inner);
  }
}

/** Reads a comment; returns where it ends. */
function* comment(source: string, start: number): Generator<Token, number> {
  const end = source.indexOf("*/", start + 2);
  const close = matchAt(RIGHT, source, end + 2);
  if (end >= 0 && close) return end + 2 + close[0].length;
  yield errorToken(start, end < 0 ? "unclosed comment" : "comment ends before closing delimiter");
  return source.length;
}

/** Reads an action from its delimiter, its first token at an inner place; returns where it ends. */
function* action(source: string, delim: number, inner: number): Generator<Token, number> {
  yield { kind: "{{", pos: delim, text: "{{" };
  let parens = 0;
  for (let pos = inner; ; ) {
    const close = matchAt(RIGHT, source, pos);
    const token = close ? rightDelim(source, pos, parens) : readToken(source, pos);
    if (token.kind === "(") parens++;
    const isUnbalanced = token.kind === ")" && --parens < 0;
    yield isUnbalanced ? errorToken(pos, "unexpected right paren") : token;
    if (isUnbalanced || token.kind === "error") return source.length;
    pos += (close?.[0] ?? token.text).length;
    if (close) return pos;
  }
}

function rightDelim(source: string, pos: number, parens: number): Token {
  if (parens > 0) return errorToken(pos, "unclosed left paren");
  return { kind: "}}", pos: source.indexOf("}}", pos), text: "}}" };
}

function readToken(source: string, pos: number): Token {
  const [text = "", number, imaginary, tail, word, quoted, space] = matchAt(TOKEN, source, pos) ?? [];
  if (!text) {
    const why = UNREADABLE[source.charAt(pos)];
    return errorToken(pos, why ?? `unrecognized character in action: ${describeRune(source, pos)}`);
  }
  if (number) {
    const isBad = tail || (imaginary && !imaginary.endsWith("i"));
    if (isBad) return errorToken(pos, `bad number syntax: ${quote(text)}`);
    return { kind: imaginary ? "complex" : "number", pos, text };
  }
  const end = pos + text.length;
  if (word && !matchAt(TERMINATOR, source, end)) {
    return errorToken(pos, `bad character ${describeRune(source, end)}`);
  }
  const kind = word ? kindOfWord(word) : quoted ? text.charAt(0) : space ? "space" : text;
  return { kind, pos, text };
}

function kindOfWord(word: string): string {
  if (isKeyword(word)) return word;
  if (word === "true" || word === "false") return "bool";
  return word.startsWith(".") ? "field" : word.startsWith("$") ? "variable" : "identifier";
}

/** %#U of the character at a place; the end of the input is the rune -1. */
function describeRune(source: string, pos: number): string {
  return unicodeName(source.codePointAt(pos) ?? -1);
}
