import { quote, unicodeName } from "./strconv.js";
import { isKeyword, type Token, type TokenKind } from "./token.js";

const LEFT = "{{";
const SPACES = /[ \t\r\n]*/y;
const LEFT_TRIMMED = /\{\{-[ \t\r\n]/y;
const RIGHT = /(?:[ \t\r\n]-)?\}\}/y;
const ALPHANUMERIC = /[_\p{L}\p{Nd}]/uy;
const TERMINATOR = /[ \t\r\n.,|:)(]|\}\}|$/y;
/** Accepts too much ("0x0.2", "089", "."): what is wrong is found when the number is converted. */
const NUMBER =
  /(?=[.+\-\d])[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

/** The tokens of an action. The first that is found at a place is taken. */
const TOKENS: readonly (readonly [TokenKind, RegExp])[] = [
  // A space before "-}}" belongs to the delimiter.
  ["space", /[ \t\r\n]+(?!-\}\})/y],
  ["field", /\.(?!\d|$)[_\p{L}\p{Nd}]*/uy],
  ["variable", /\$[_\p{L}\p{Nd}]*/uy],
  ["number", NUMBER],
  ["identifier", /[_\p{L}\p{Nd}]+/uy],
  ["string", /"(?:[^"\\\n]|\\[^\n])*"/uy],
  ["rawString", /`[^`]*`/y],
  ["charConstant", /'(?:[^'\\\n]|\\[^\n])*'/uy],
  ["leftParen", /\(/y],
  ["rightParen", /\)/y],
  ["pipe", /\|/y],
  ["declare", /:=/y],
  ["assign", /=/y],
  ["char", /[^:"'`\P{ASCII}\p{Cc}]/uy],
];

/** Why no token begins with a character. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ["", "unclosed action"],
  [":", "expected :="],
  ['"', "unterminated quoted string"],
  ["'", "unterminated character constant"],
  ["`", "unterminated raw quoted string"],
]);

/** Turns a template into tokens, one at a time, as text/template/parse/lex.go does. */
export class Lexer {
  #input: string;
  #pos = 0;
  #start = 0;
  #line = 1;
  #parenDepth = 0;
  #insideAction = false;

  constructor(source: string) {
    this.#input = source;
  }

  /** The next token. After an error token the input counts as empty. */
  next(): Token {
    let token: Token | undefined;
    while (token === undefined) token = this.#insideAction ? this.#action() : this.#text();
    return token;
  }

  /** Ends a token at the current position. What is no part of any token is taken as a space, and dropped. */
  #emit(kind: TokenKind): Token {
    const text = this.#input.slice(this.#start, this.#pos);
    const token = { kind, pos: this.#start, text, line: this.#line };
    this.#line += text.split("\n").length - 1;
    this.#start = this.#pos;
    return token;
  }

  #error(message: string): Token {
    const token: Token = { kind: "error", pos: this.#start, text: message, line: this.#line };
    this.#input = "";
    this.#pos = 0;
    this.#start = 0;
    return token;
  }

  /** Whether a sticky expression matches at the position. */
  #isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.#pos;
    return pattern.test(this.#input);
  }

  /** Reads what a sticky expression matches at the position; false if it does not match. */
  #take(pattern: RegExp): boolean {
    const found = this.#isAt(pattern);
    if (found) this.#pos = pattern.lastIndex;
    return found;
  }

  /** Text up to an action; undefined if there was none. */
  #text(): Token | undefined {
    const delim = this.#input.indexOf(LEFT, this.#start);
    this.#pos = delim < 0 ? this.#input.length : delim;
    if (delim === this.#start) return this.#leftDelim();
    if (delim < 0) return this.#emit(this.#pos > this.#start ? "text" : "eof");
    if (this.#isAt(LEFT_TRIMMED)) {
      while (this.#pos > this.#start && " \t\r\n".includes(this.#input.charAt(this.#pos - 1))) this.#pos--;
    }
    const token = this.#emit("text");
    this.#pos = delim;
    this.#emit("space");
    return token.text ? token : undefined;
  }

  /** The left delimiter; undefined for a comment. */
  #leftDelim(): Token | undefined {
    const inner = this.#pos + (this.#isAt(LEFT_TRIMMED) ? 4 : 2);
    const isComment = this.#input.startsWith("/*", inner);
    this.#pos = isComment ? inner : this.#pos + 2;
    const token = this.#emit("leftDelim");
    if (isComment) return this.#comment();
    this.#pos = inner;
    this.#emit("space");
    this.#insideAction = true;
    this.#parenDepth = 0;
    return token;
  }

  #comment(): Token | undefined {
    const end = this.#input.indexOf("*/", this.#pos + 2);
    if (end < 0) return this.#error("unclosed comment");
    this.#pos = end + 2;
    if (!this.#take(RIGHT)) return this.#error("comment ends before closing delimiter");
    if (this.#pos > end + 4) this.#take(SPACES);
    this.#emit("space");
    return undefined;
  }

  /** The right delimiter, which has been read. */
  #rightDelim(): Token {
    const trimmed = this.#pos > this.#start + 2;
    if (trimmed) {
      this.#pos -= 2;
      this.#emit("space");
      this.#pos += 2;
    }
    const token = this.#emit("rightDelim");
    if (trimmed) this.#take(SPACES);
    this.#emit("space");
    this.#insideAction = false;
    return token;
  }

  #action(): Token {
    if (this.#take(RIGHT)) return this.#parenDepth ? this.#error("unclosed left paren") : this.#rightDelim();
    const [kind] = TOKENS.find(([, pattern]) => this.#take(pattern)) ?? [];
    switch (kind) {
      case undefined:
        return this.#unreadable();
      case "field":
      case "variable":
      case "identifier":
        return this.#word(kind);
      case "number":
        return this.#number();
      case "leftParen":
        this.#parenDepth++;
        break;
      case "rightParen":
        if (--this.#parenDepth < 0) return this.#error("unexpected right paren");
    }
    return this.#emit(kind);
  }

  #unreadable(): Token {
    const message = UNREADABLE.get(this.#input.charAt(this.#pos));
    return this.#error(message ?? `unrecognized character in action: ${this.#describeRune()}`);
  }

  /** %#U of the character at the position; the end of the input is the rune -1. */
  #describeRune(): string {
    return unicodeName(this.#input.codePointAt(this.#pos) ?? -1);
  }

  /** A word has to end where it ends: ".x.y" is two fields, "$x+2" is refused. */
  #word(kind: "field" | "variable" | "identifier"): Token {
    if (!this.#isAt(TERMINATOR)) return this.#error(`bad character ${this.#describeRune()}`);
    const word = this.#input.slice(this.#start, this.#pos);
    if (word === ".") return this.#emit("dot");
    if (word === "true" || word === "false") return this.#emit("bool");
    return this.#emit(isKeyword(word) ? word : kind);
  }

  /** A number, or two that make a complex one. A letter or digit after it makes it a bad one. */
  #number(): Token {
    let bad = this.#take(ALPHANUMERIC);
    if (!bad && !this.#isAt(/[+-]/y)) return this.#emit("number");
    if (!bad) {
      this.#take(NUMBER);
      bad = this.#take(ALPHANUMERIC) || this.#input.charAt(this.#pos - 1) !== "i";
    }
    const text = quote(this.#input.slice(this.#start, this.#pos));
    return bad ? this.#error(`bad number syntax: ${text}`) : this.#emit("complex");
  }
}
