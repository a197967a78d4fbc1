// encoding/json's Unmarshal into an interface {}, with the texts of its errors.

import { toBytes } from "@lookinglass/go";
import { type Budget, checkNesting, spend } from "../limits.js";
import { float64 } from "../values.js";

/** The text of a syntax error. */
export class JsonSyntaxError extends Error {}

/** Reads JSON: numbers are float64, objects Maps. Throws JsonSyntaxError. */
export function parseJson(budget: Budget, source: string): unknown {
  return new JsonReader(budget, source).read();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Go reads a space behind the end: where a space can stand, it misses the rest; elsewhere the space is wrong. */
function endOfInput(context: string): string {
  const spaceFits = /^(?:looking|after (?!decimal)|in string literal)/.test(context);
  return spaceFits ? "unexpected end of JSON input" : `invalid character ' ' ${context}`;
}

class JsonReader {
  #at = 0;
  #depth = 0;

  constructor(
    readonly budget: Budget,
    readonly source: string,
  ) {}

  read(): unknown {
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.source.length) this.#fail("after top-level value");
    return value;
  }

  #peek(): string {
    return this.source.charAt(this.#at);
  }

  #skipSpace(): void {
    while (" \t\r\n".includes(this.#peek()) && this.#at < this.source.length) this.#at++;
  }

  /** The error for the current character, or for the end of the input. */
  #fail(context: string): never {
    if (this.#at >= this.source.length) throw new JsonSyntaxError(endOfInput(context));
    throw new JsonSyntaxError(`invalid character ${this.#quotedByte()} ${context}`);
  }

  /** The byte at the position as Go shows it: as the character of that code. */
  #quotedByte(): string {
    const char = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0);
    const byte = toBytes(char)[0] ?? 0;
    if (char === "'") return "'\\''";
    if (char === '"') return "'\"'";
    if (char === "\\") return "'\\\\'";
    const shown = SHOWN_CONTROLS.get(byte);
    if (shown !== undefined) return `'${shown}'`;
    if (byte < 0x20 || byte === 0x7f) return `'\\x${byte.toString(16).padStart(2, "0")}'`;
    return byte >= 0x80 && byte < 0xa1 ? `'\\u00${byte.toString(16)}'` : `'${String.fromCharCode(byte)}'`;
  }

  #value(): unknown {
    this.#skipSpace();
    spend(this.budget, 1);
    const char = this.#peek();
    switch (char) {
      case "{":
        return this.#nested(() => this.#object());
      case "[":
        return this.#nested(() => this.#array());
      case '"':
        return this.#string();
      case "t":
        return this.#literal("true", true);
      case "f":
        return this.#literal("false", false);
      case "n":
        return this.#literal("null", null);
      default:
        if (char === "-" || /^\d$/.test(char)) return this.#number();
        return this.#fail("looking for beginning of value");
    }
  }

  #nested<T>(read: () => T): T {
    checkNesting(++this.#depth);
    this.#at++;
    const value = read();
    this.#depth--;
    return value;
  }

  #object(): Map<string, unknown> {
    const entries = new Map<string, unknown>();
    this.#skipSpace();
    if (this.#peek() === "}") {
      this.#at++;
      return entries;
    }
    for (;;) {
      this.#skipSpace();
      if (this.#peek() !== '"') this.#fail("looking for beginning of object key string");
      const key = this.#string();
      this.#skipSpace();
      if (this.#peek() !== ":") this.#fail("after object key");
      this.#at++;
      entries.set(key, this.#value());
      if (this.#end("}", "after object key:value pair")) return entries;
    }
  }

  #array(): unknown[] {
    const items: unknown[] = [];
    this.#skipSpace();
    if (this.#peek() === "]") {
      this.#at++;
      return items;
    }
    for (;;) {
      items.push(this.#value());
      if (this.#end("]", "after array element")) return items;
    }
  }

  /** Reads a comma, or the end of a container. */
  #end(close: string, context: string): boolean {
    this.#skipSpace();
    const char = this.#peek();
    if (char !== close && char !== ",") this.#fail(context);
    this.#at++;
    return char === close;
  }

  #literal<T>(word: string, value: T): T {
    for (let i = 0; i < word.length; i++) {
      if (this.#peek() !== word.charAt(i)) this.#fail(`in literal ${word} (expecting '${word.charAt(i)}')`);
      this.#at++;
    }
    return value;
  }

  #string(): string {
    this.#at++;
    let text = "";
    for (;;) {
      const char = this.#peek();
      if (char === "" || char < " ") this.#fail("in string literal");
      this.#at++;
      if (char === '"') return text.replace(/\p{Surrogate}/gu, "\ufffd");
      text += char === "\\" ? this.#escape() : char;
    }
  }

  #escape(): string {
    const char = this.#peek();
    if (char === "u") return this.#unicodeEscape();
    const escaped = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
    if (escaped === undefined) return this.#fail("in string escape code");
    this.#at++;
    return escaped;
  }

  #unicodeEscape(): string {
    this.#at++;
    const start = this.#at;
    for (let i = 0; i < 4; i++) {
      if (!/^[\da-fA-F]$/.test(this.#peek())) this.#fail("in \\u hexadecimal character escape");
      this.#at++;
    }
    return String.fromCharCode(Number.parseInt(this.source.slice(start, this.#at), 16));
  }

  #number(): unknown {
    const start = this.#at;
    if (this.#peek() === "-") this.#at++;
    if (this.#peek() === "0") this.#at++;
    else this.#digits("in numeric literal");
    if (this.#peek() === ".") {
      this.#at++;
      this.#digits("after decimal point in numeric literal");
    }
    if (/^[eE]$/.test(this.#peek())) {
      this.#at++;
      if (/^[+-]$/.test(this.#peek())) this.#at++;
      this.#digits("in exponent of numeric literal");
    }
    return this.#float(this.source.slice(start, this.#at));
  }

  #digits(context: string): void {
    if (!/^\d$/.test(this.#peek())) this.#fail(context);
    while (/^\d$/.test(this.#peek())) this.#at++;
  }

  #float(literal: string): unknown {
    const value = Number(literal);
    if (Number.isFinite(value)) return float64(value);
    throw new JsonSyntaxError(`json: cannot unmarshal number ${literal} into Go value of type float64`);
  }
}

const SHOWN_CONTROLS = new Map([
  [7, "\\a"],
  [8, "\\b"],
  [9, "\\t"],
  [10, "\\n"],
  [11, "\\v"],
  [12, "\\f"],
  [13, "\\r"],
]);
