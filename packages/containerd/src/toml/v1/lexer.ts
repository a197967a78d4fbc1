import { lexNumber } from "./lex-numbers.js";
import { readBasicString, readLiteralString } from "./lex-strings.js";
import { lexDateOrTime } from "./lex-times.js";

/** As go-toml prints them. */
export type TokenType =
  | "EOF"
  | "Error"
  | "Key"
  | "="
  | ","
  | "["
  | "]"
  | "[["
  | "]]"
  | "{"
  | "}"
  | "KeyGroup"
  | "KeyGroupArray"
  | "String"
  | "True"
  | "False"
  | "Inf"
  | "NaN"
  | "Integer"
  | "Float"
  | "LocalDate"
  | "LocalTime"
  | "TimeOffset";

export interface Token {
  type: TokenType;
  /** Strings and keys without escapes; the message of an error. */
  text: string;
  start: number;
  end: number;
}

/** A state of the lexer: does its part and names the next; null ends. */
export type State = (lexer: Lexer) => State | null;

/** The text and what was read of it. Follows go-toml 1.9's lexer, state by state. */
export class Lexer {
  /** The next character. */
  at = 0;
  /** Where the current token starts. */
  start = 0;
  readonly tokens: Token[] = [];
  /** The open brackets, innermost last. */
  readonly brackets: ("[" | "{")[] = [];

  constructor(readonly text: string) {}

  /** The next character, "" at the end. */
  peek(): string {
    return this.text.charAt(this.at);
  }

  next(): string {
    const character = this.peek();
    this.at += character.length;
    return character;
  }

  follows(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  skip(count = 1): void {
    this.at = Math.min(this.at + count, this.text.length);
    this.start = this.at;
  }

  emit(type: TokenType, text = this.text.slice(this.start, this.at)): void {
    this.tokens.push({ type, text, start: this.start, end: this.at });
    this.start = this.at;
  }

  fail(message: string): null {
    this.tokens.push({ type: "Error", text: message, start: this.start, end: this.at });
    return null;
  }
}

export function lex(text: string): Token[] {
  const lexer = new Lexer(text);
  let state: State | null = lexVoid;
  while (state !== null) state = state(lexer);
  return lexer.tokens;
}

export function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

export function isBareKeyCharacter(character: string): boolean {
  return /^[A-Za-z0-9_-]$/.test(character);
}

/** Between expressions, and in inline tables where a key is due. */
const lexVoid: State = (lexer) => {
  while (isBlank(lexer.peek()) || lexer.peek() === "\n" || lexer.peek() === "\r") lexer.skip();
  switch (lexer.peek()) {
    case "":
      lexer.emit("EOF");
      return null;
    case "}":
      return lexRightBrace;
    case "[":
      return lexTableKey;
    case "#":
      return lexComment(lexer, lexVoid);
    case "=":
      return lexOne("=", lexRvalue);
    default:
      return lexKey;
  }
};

/** After `=`, in arrays, and after a value until its line ends. */
const lexRvalue: State = (lexer) => {
  while (isBlank(lexer.peek())) lexer.skip();
  const next = lexer.peek();
  switch (next) {
    case "":
      lexer.emit("EOF");
      return null;
    case "\n":
    case "\r":
      lexer.skip();
      return lexer.brackets.at(-1) === "[" ? lexRvalue : lexVoid;
    case ".":
      return lexer.fail("cannot start float with a dot");
    case "=":
      return lexOne("=", lexRvalue);
    case ",":
      return lexOne(",", lexer.brackets.at(-1) === "{" ? lexVoid : lexRvalue);
    case "[":
    case "{":
      lexer.brackets.push(next);
      return lexOne(next, next === "[" ? lexRvalue : lexVoid);
    case "]":
      return lexRightBracket;
    case "}":
      return lexRightBrace;
    case "#":
      return lexComment(lexer, lexRvalue);
    case '"':
    case "'":
      return lexString;
    default:
      return lexScalar(lexer);
  }
};

const WORDS: readonly (readonly [word: string, type: TokenType])[] = [
  ["true", "True"],
  ["false", "False"],
  ["inf", "Inf"],
  ["nan", "NaN"],
];

function lexScalar(lexer: Lexer): State | null {
  for (const [word, type] of WORDS) {
    if (!lexer.follows(word)) continue;
    lexer.at += word.length;
    lexer.emit(type);
    return lexRvalue;
  }
  const next = lexer.peek();
  if (/^\d{2}:|^\d{4}-/.test(lexer.text.slice(lexer.at, lexer.at + 5))) {
    return lexDateOrTime(lexer) ? lexRvalue : null;
  }
  if (/[0-9+-]/.test(next)) return lexNumber(lexer) ? lexRvalue : null;
  return lexer.fail(`no value can start with ${next}`);
}

function lexOne(type: TokenType, then: State): State {
  return (lexer) => {
    lexer.next();
    lexer.emit(type);
    return then;
  };
}

const lexRightBrace: State = (lexer) => closeBracket(lexer, "{", "}");
const lexRightBracket: State = (lexer) => closeBracket(lexer, "[", "]");

function closeBracket(lexer: Lexer, open: "[" | "{", close: "]" | "}"): State | null {
  lexer.next();
  lexer.emit(close);
  if (lexer.brackets.at(-1) !== open) return lexer.fail(`cannot have '${close}' here`);
  lexer.brackets.pop();
  return lexRvalue;
}

/** A carriage return ends a comment only before a newline. */
function lexComment(lexer: Lexer, then: State): State {
  while (lexer.peek() !== "" && lexer.peek() !== "\n" && !lexer.follows("\r\n")) lexer.next();
  lexer.skip(0);
  return then;
}

/** A table's name is taken as it is up to the first bracket; escapes in it are not decoded. */
const lexTableKey: State = (lexer) => {
  lexer.next();
  const isArray = lexer.peek() === "[";
  if (isArray) lexer.next();
  lexer.emit(isArray ? "[[" : "[");
  return isArray ? lexArrayTableName : lexTableName;
};

const lexTableName: State = (lexer) => {
  toBracket(lexer);
  if (lexer.peek() === "") return lexer.fail("unclosed table key");
  if (lexer.peek() === "[") return lexer.fail("table key cannot contain ']'");
  if (lexer.at > lexer.start) lexer.emit("KeyGroup");
  lexer.next();
  lexer.emit("]");
  return lexVoid;
};

const lexArrayTableName: State = (lexer) => {
  for (;;) {
    toBracket(lexer);
    if (lexer.peek() === "") return lexer.fail("unclosed table array key");
    if (lexer.peek() === "[") return lexer.fail("table array key cannot contain ']'");
    if (lexer.at > lexer.start) lexer.emit("KeyGroupArray");
    lexer.next();
    if (lexer.peek() !== "]") continue;
    lexer.next();
    lexer.emit("]]");
    return lexVoid;
  }
};

function toBracket(lexer: Lexer): void {
  while (lexer.peek() !== "" && lexer.peek() !== "[" && lexer.peek() !== "]") lexer.next();
}

/** A key up to its `=`: quoted parts decoded but still in quotes, to be split by keys.ts. */
const lexKey: State = (lexer) => {
  let key = "";
  for (let next = lexer.peek(); next !== "" && next !== "="; next = lexer.peek()) {
    if (next === '"' || next === "'") {
      lexer.next();
      const string = next === '"' ? readBasicString(lexer, next, true) : readLiteralString(lexer, next);
      if ("error" in string) return lexer.fail(string.error);
      key += next + string.text + next;
      lexer.next();
    } else if (isBlank(next)) {
      const dotted = readBlanksAroundDot(lexer);
      if (dotted === null) break;
      key += dotted;
    } else {
      if (next === "\n") return lexer.fail("keys cannot contain new lines");
      if (next !== "." && !isBareKeyCharacter(next))
        return lexer.fail(`keys cannot contain ${next} character`);
      key += lexer.next();
    }
  }
  lexer.emit("Key", key);
  return lexVoid;
};

function readBlanksAroundDot(lexer: Lexer): string | null {
  const start = lexer.at;
  while (isBlank(lexer.peek())) lexer.next();
  if (lexer.peek() !== ".") return null;
  lexer.next();
  while (isBlank(lexer.peek())) lexer.next();
  return lexer.text.slice(start, lexer.at);
}

const lexString: State = (lexer) => {
  const quote = lexer.next();
  const isMultiline = lexer.follows(quote.repeat(2));
  if (isMultiline) lexer.at += 2;
  lexer.skip(0);
  const end = isMultiline ? quote.repeat(3) : quote;
  if (isMultiline) skipFirstNewline(lexer);
  const string = quote === '"' ? readBasicString(lexer, end, isMultiline) : readLiteralString(lexer, end);
  if ("error" in string) return lexer.fail(string.error);
  lexer.emit("String", string.text);
  lexer.skip(end.length);
  return lexRvalue;
};

function skipFirstNewline(lexer: Lexer): void {
  if (lexer.follows("\r\n")) lexer.skip(2);
  else if (lexer.peek() === "\n") lexer.skip();
}
