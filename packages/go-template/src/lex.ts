import { isPrint, quote } from "./strconv.js";
import { KEYWORDS, type Token, type TokenKind } from "./token.js";

const LEFT = "{{";
const RIGHT = "}}";
const LEFT_TRIMMED_DELIM = /^-[ \t\r\n]/;
const SPACES = /[ \t\r\n]*/y;
const ALPHANUMERIC = /[_\p{L}\p{Nd}]/uy;
const ALPHANUMERICS = /[_\p{L}\p{Nd}]*/uy;
const TERMINATOR = /[ \t\r\n.,|:)(]|\}\}|$/y;
/** Accepts too much ("0x0.2", "089", ""): what is wrong is found when the number is converted. */
const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

function isSpace(char: string): boolean {
  return char === " " || char === "\t" || char === "\r" || char === "\n";
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

  /** Reads what a sticky expression matches at the position; false if it matches nothing. */
  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#pos;
    const [match = ""] = pattern.exec(this.#input) ?? [];
    this.#pos += match.length;
    return match !== "";
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
    if (delim > RIGHT.length) this.#take(SPACES);
    this.#ignore();
    return this.#textState;
  };

  /** Length of the right delimiter at the position, with its trim marker; 0 if there is none. */
  #rightDelimLength(): number {
    if (this.#input.startsWith(RIGHT, this.#pos)) return RIGHT.length;
    const trimmed = isSpace(this.#input.charAt(this.#pos)) && this.#input.startsWith("-}}", this.#pos + 1);
    return trimmed ? RIGHT.length + 2 : 0;
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
      this.#take(SPACES);
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
    if (this.#take(ALPHANUMERICS)) return this.#identifier();
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
    this.#take(SPACES);
    if (this.#input.startsWith("-}}", this.#pos)) {
      this.#pos--;
      if (this.#pos === this.#start) return this.#rightDelim(RIGHT.length + 2);
    }
    return this.#emit("space");
  };

  /** A word that has been read. */
  #identifier(): Token {
    if (!this.#atTerminator()) return this.#badCharacter();
    const word = this.#input.slice(this.#start, this.#pos);
    if (word === "true" || word === "false") return this.#emit("bool");
    return this.#emit(KEYWORDS.get(word) ?? "identifier");
  }

  #fieldOrVariable(kind: "field" | "variable"): Token {
    if (this.#atTerminator()) return this.#emit(kind === "variable" ? "variable" : "dot");
    this.#take(ALPHANUMERICS);
    return this.#atTerminator() ? this.#emit(kind) : this.#badCharacter();
  }

  #badCharacter(): Token {
    return this.#error(`bad character ${describeRune(this.#peek())}`);
  }

  /** Whether an identifier may end here: ".x.y" is two fields, "$x+2" is refused. */
  #atTerminator(): boolean {
    TERMINATOR.lastIndex = this.#pos;
    return TERMINATOR.test(this.#input);
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

  #number(): Token {
    if (!this.#scanNumber()) return this.#badNumber();
    const sign = this.#peek();
    if (sign !== "+" && sign !== "-") return this.#emit("number");
    if (!this.#scanNumber() || this.#input.charAt(this.#pos - 1) !== "i") return this.#badNumber();
    return this.#emit("complex");
  }

  /** Reads a number; false if a letter or digit follows that does not belong to it. */
  #scanNumber(): boolean {
    this.#take(NUMBER);
    return !this.#take(ALPHANUMERIC);
  }

  #badNumber(): Token {
    return this.#error(`bad number syntax: ${quote(this.#input.slice(this.#start, this.#pos))}`);
  }
}
