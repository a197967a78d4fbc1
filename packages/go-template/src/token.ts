import { byteLength } from "./bytes.js";
import { quote } from "./strconv.js";

/** Token kinds; keywords are the strings of KEYWORDS. */
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
  | Keyword;

type Keyword =
  | "dot"
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

export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  [".", "dot"],
  ["block", "block"],
  ["break", "break"],
  ["continue", "continue"],
  ["define", "define"],
  ["else", "else"],
  ["end", "end"],
  ["if", "if"],
  ["nil", "nil"],
  ["range", "range"],
  ["template", "template"],
  ["with", "with"],
]);
const KEYWORD_KINDS: ReadonlySet<string> = new Set(KEYWORDS.values());

/** How a token is shown in an error: its text quoted, a keyword in angle brackets, long texts cut. */
export function describeToken(token: Token): string {
  if (token.kind === "eof") return "EOF";
  if (token.kind === "error") return token.text;
  if (KEYWORD_KINDS.has(token.kind)) return `<${token.text}>`;
  if (byteLength(token.text) <= 10) return quote(token.text);
  return `${quote([...token.text].slice(0, 10).join(""))}...`;
}
