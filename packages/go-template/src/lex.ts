import { isPrint, quote } from "./strconv.js";
import { KEYWORDS, type Token, type TokenKind } from "./token.js";

const LEFT = "{{";
const RIGHT = "}}";
const LEFT_TRIMMED_DELIM = /^-[ \t\r\n]/;
const ALPHANUMERIC = /^[_\p{L}\p{Nd}]$/u;

function isSpace(char: string): boolean {
  return char === " " || char === "\t" || char === "\r" || char === "\n";
}

function isAlphanumeric(char: string): boolean {
  return ALPHANUMERIC.test(char);
}

/** %#U of a character. The end of the input is the rune -1. */
function describeRune(char: string): string {
  if (char === "") return "U+FFFFFFFFFFFFFFFF";
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return isPrint(char) ? `U+${code} '${char}'` : `U+${code}`;
}

/** Length without the spaces at the end. */
function trimmedLength(s: string): number {
  let length = s.length;
  while (length > 0 && isSpace(s.charAt(length - 1))) length--;
  return length;
}

function countLines(s: string): number {
  let lines = 0;
  for (let i = s.indexOf("\n"); i >= 0; i = s.indexOf("\n", i + 1)) lines++;
  return lines;
}

/** A state reads on from the current position: it ends a token, or names the state that goes on. */
type State = () => Token | State;

/** Turns a template into tokens, one at a time, as text/template/parse/lex.go does. */
export class Lexer {
  #input: string;
  #pos = 0;
  #start = 0;
  #line = 1;
  #startLine = 1;
  #parenDepth = 0;
  #insideAction = false;

  constructor(source: string) {
    this.#input = source;
  }

  /** The next token. After an error token the input counts as empty. */
  next(): Token {
    let step: Token | State = this.#insideAction ? this.#insideActionState : this.#textState;
    while (typeof step === "function") step = step();
    return step;
  }

  #emit(kind: TokenKind): Token {
    const text = this.#input.slice(this.#start, this.#pos);
    const token = { kind, pos: this.#start, text, line: this.#startLine };
    this.#line += countLines(text);
    this.#start = this.#pos;
    this.#startLine = this.#line;
    return token;
  }

  /** Skips the text before the current position. */
  #ignore(): void {
    this.#line += countLines(this.#input.slice(this.#start, this.#pos));
    this.#start = this.#pos;
    this.#startLine = this.#line;
  }

  #error(message: string): Token {
    const token: Token = { kind: "error", pos: this.#start, text: message, line: this.#startLine };
    this.#input = "";
    this.#pos = 0;
    this.#start = 0;
    return token;
  }

  /** The character at the current position; "" at the end. */
  #peek(): string {
    const rune = this.#input.codePointAt(this.#pos);
    return rune === undefined ? "" : String.fromCodePoint(rune);
  }

  #read(): string {
    const char = this.#peek();
    this.#pos += char.length;
    return char;
  }

  #accept(valid: string): boolean {
    const char = this.#peek();
    if (char === "" || !valid.includes(char)) return false;
    this.#pos += char.length;
    return true;
  }

  #acceptRun(valid: string): void {
    while (this.#accept(valid));
  }

  #textState: State = () => {
    const found = this.#input.indexOf(LEFT, this.#pos);
    if (found < 0) {
      this.#pos = this.#input.length;
      return this.#emit(this.#pos > this.#start ? "text" : "eof");
    }
    if (found === this.#pos) return this.#leftDelimState;
    const text = this.#input.slice(this.#pos, found);
    const trimmed = LEFT_TRIMMED_DELIM.test(this.#input.slice(found + 2, found + 4));
    this.#pos += trimmed ? trimmedLength(text) : text.length;
    const token = this.#emit("text");
    this.#pos = found;
    this.#ignore();
    return token.text === "" ? this.#leftDelimState : token;
  };

  #leftDelimState: State = () => {
    this.#pos += LEFT.length;
    const trimmed = LEFT_TRIMMED_DELIM.test(this.#input.slice(this.#pos, this.#pos + 2));
    const afterMarker = trimmed ? 2 : 0;
    if (this.#input.startsWith("/*", this.#pos + afterMarker)) {
      this.#pos += afterMarker;
      this.#ignore();
      return this.#commentState;
    }
    const token = this.#emit("leftDelim");
    this.#insideAction = true;
    this.#pos += afterMarker;
    this.#ignore();
    this.#parenDepth = 0;
    return token;
  };

  #commentState: State = () => {
    const end = this.#input.indexOf("*/", this.#pos + 2);
    if (end < 0) return this.#error("unclosed comment");
    this.#pos = end + 2;
    const delim = this.#rightDelimLength();
    if (delim === 0) return this.#error("comment ends before closing delimiter");
    this.#pos += delim;
    if (delim > RIGHT.length) this.#skipSpaces();
    this.#ignore();
    return this.#textState;
  };

  /** Length of the right delimiter at the position, with its trim marker; 0 if there is none. */
  #rightDelimLength(): number {
    if (this.#input.startsWith(RIGHT, this.#pos)) return RIGHT.length;
    const trimmed = isSpace(this.#input.charAt(this.#pos)) && this.#input.startsWith("-}}", this.#pos + 1);
    return trimmed ? RIGHT.length + 2 : 0;
  }

  #skipSpaces(): void {
    while (isSpace(this.#input.charAt(this.#pos))) this.#pos++;
  }

  #rightDelim(length: number): Token {
    const trimmed = length > RIGHT.length;
    if (trimmed) {
      this.#pos += 2;
      this.#ignore();
    }
    this.#pos += RIGHT.length;
    const token = this.#emit("rightDelim");
    if (trimmed) {
      this.#skipSpaces();
      this.#ignore();
    }
    this.#insideAction = false;
    return token;
  }

  #insideActionState: State = () => {
    const delim = this.#rightDelimLength();
    if (delim > 0)
      return this.#parenDepth === 0 ? this.#rightDelim(delim) : this.#error("unclosed left paren");
    const char = this.#read();
    switch (char) {
      case "":
        return this.#error("unclosed action");
      case " ":
      case "\t":
      case "\r":
      case "\n":
        return this.#spaceState;
      case "=":
        return this.#emit("assign");
      case ":":
        return this.#read() === "=" ? this.#emit("declare") : this.#error("expected :=");
      case "|":
        return this.#emit("pipe");
      case '"':
        return this.#quoted('"', "string", "unterminated quoted string");
      case "'":
        return this.#quoted("'", "charConstant", "unterminated character constant");
      case "`":
        return this.#rawString();
      case "$":
        return this.#fieldOrVariable("variable");
      case "(":
        this.#parenDepth++;
        return this.#emit("leftParen");
      case ")":
        return this.#rightParen();
      default:
        return this.#operand(char);
    }
  };

  #operand(char: string): Token {
    if (char === "." && !/^\d$/.test(this.#input.charAt(this.#pos)) && this.#pos < this.#input.length) {
      return this.#fieldOrVariable("field");
    }
    this.#pos -= char.length;
    if (/^[.+\-\d]$/.test(char)) return this.#number();
    if (isAlphanumeric(char)) return this.#identifier();
    this.#pos += char.length;
    if (char <= "\x7f" && isPrint(char)) return this.#emit("char");
    return this.#error(`unrecognized character in action: ${describeRune(char)}`);
  }

  #rightParen(): Token {
    this.#parenDepth--;
    if (this.#parenDepth < 0) return this.#error("unexpected right paren");
    return this.#emit("rightParen");
  }

  /** The first space is read. A space before "-}}" belongs to the delimiter. */
  #spaceState: State = () => {
    this.#skipSpaces();
    if (this.#input.startsWith("-}}", this.#pos)) {
      this.#pos--;
      if (this.#pos === this.#start) return this.#rightDelim(RIGHT.length + 2);
    }
    return this.#emit("space");
  };

  #skipAlphanumeric(): void {
    while (isAlphanumeric(this.#peek())) this.#read();
  }

  #identifier(): Token {
    this.#skipAlphanumeric();
    if (!this.#atTerminator()) return this.#badCharacter();
    const word = this.#input.slice(this.#start, this.#pos);
    if (word === "true" || word === "false") return this.#emit("bool");
    return this.#emit(KEYWORDS.get(word) ?? "identifier");
  }

  #fieldOrVariable(kind: "field" | "variable"): Token {
    if (this.#atTerminator()) return this.#emit(kind === "variable" ? "variable" : "dot");
    this.#skipAlphanumeric();
    return this.#atTerminator() ? this.#emit(kind) : this.#badCharacter();
  }

  #badCharacter(): Token {
    return this.#error(`bad character ${describeRune(this.#peek())}`);
  }

  /** Whether an identifier may end here: ".x.y" is two fields, "$x+2" is refused. */
  #atTerminator(): boolean {
    const char = this.#peek();
    return (
      char === "" || isSpace(char) || ".,|:)(".includes(char) || this.#input.startsWith(RIGHT, this.#pos)
    );
  }

  #quoted(mark: string, kind: TokenKind, unterminated: string): Token {
    for (;;) {
      let char = this.#read();
      if (char === mark) return this.#emit(kind);
      const escaped = char === "\\";
      if (escaped) char = this.#read();
      if (char === "" || char === "\n") return this.#error(unterminated);
    }
  }

  #rawString(): Token {
    const end = this.#input.indexOf("`", this.#pos);
    if (end < 0) return this.#error("unterminated raw quoted string");
    this.#pos = end + 1;
    return this.#emit("rawString");
  }

  /** Accepts too much ("0x0.2", "089"): what is wrong is found when the number is converted. */
  #number(): Token {
    if (!this.#scanNumber()) return this.#badNumber();
    const sign = this.#peek();
    if (sign !== "+" && sign !== "-") return this.#emit("number");
    if (!this.#scanNumber() || this.#input.charAt(this.#pos - 1) !== "i") return this.#badNumber();
    return this.#emit("complex");
  }

  #badNumber(): Token {
    return this.#error(`bad number syntax: ${quote(this.#input.slice(this.#start, this.#pos))}`);
  }

  #scanNumber(): boolean {
    this.#accept("+-");
    let digits = "0123456789_";
    if (this.#accept("0")) {
      if (this.#accept("xX")) digits = "0123456789abcdefABCDEF_";
      else if (this.#accept("oO")) digits = "01234567_";
      else if (this.#accept("bB")) digits = "01_";
    }
    this.#acceptRun(digits);
    if (this.#accept(".")) this.#acceptRun(digits);
    const exponent = digits.length === 11 ? "eE" : digits.length === 23 ? "pP" : "";
    if (exponent !== "" && this.#accept(exponent)) {
      this.#accept("+-");
      this.#acceptRun("0123456789_");
    }
    this.#accept("i");
    if (!isAlphanumeric(this.#peek())) return true;
    this.#read();
    return false;
  }
}
