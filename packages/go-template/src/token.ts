import { byteLength } from "./bytes.js";
import { quote } from "./strconv.js";

/** Token kinds; a keyword is its own kind. */
export type TokenKind =
  | "error"
  | "bool"
  | "char"
  | "charConstant"
  | "complex"
  | "assign"
  | "declare"
  | "eof"
  | "field"
  | "identifier"
  | "leftDelim"
  | "leftParen"
  | "number"
  | "pipe"
  | "rawString"
  | "rightDelim"
  | "rightParen"
  | "space"
  | "string"
  | "text"
  | "variable"
  | "dot"
  | Keyword;

type Keyword =
  | "block"
  | "break"
  | "continue"
  | "define"
  | "else"
  | "end"
  | "if"
  | "nil"
  | "range"
  | "template"
  | "with";

export interface Token {
  readonly kind: TokenKind;
  /** Offset in the source, in UTF-16 units. */
  readonly pos: number;
  readonly text: string;
  /** Line on which the token starts, from 1. */
  readonly line: number;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "block break continue define else end if nil range template with".split(" "),
);

/** Whether a word is a keyword, or the kind of a token that of one. */
export function isKeyword(word: string): word is Keyword {
  return KEYWORDS.has(word);
}

/** How a token is shown in an error: its text quoted, a keyword in angle brackets, long texts cut. */
export function describeToken(token: Token): string {
  if (token.kind === "eof") return "EOF";
  if (token.kind === "error") return token.text;
  if (token.kind === "dot" || isKeyword(token.kind)) return `<${token.text}>`;
  if (byteLength(token.text) <= 10) return quote(token.text);
  return `${quote([...token.text].slice(0, 10).join(""))}...`;
}
