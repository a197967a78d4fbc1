import { toBytes } from "@lookinglass/go";
import type { TextRange, TomlFault } from "../types.js";

/** Unwinds the descent after a fault; caught in Scanner.attempt, never seen outside toml/v2. */
class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly range: TextRange,
  ) {
    super(message);
  }
}

/** The first byte of a text: go-toml's messages name bytes, not characters. */
export function firstByte(text: string): number {
  return toBytes(String.fromCodePoint(text.codePointAt(0) ?? 0))[0] ?? 0;
}

/** A position in a text. Characters are UTF-16 units: TOML's own syntax is all ASCII. */
export class Scanner {
  position = 0;

  constructor(readonly text: string) {}

  atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The next character, "" at the end. */
  peek(): string {
    return this.text.charAt(this.position);
  }

  peekByte(): number {
    return firstByte(this.text.slice(this.position, this.position + 2));
  }

  /** Whether the next character is a control character other than tab: TOML allows none of them. */
  atControl(): boolean {
    const code = this.text.charCodeAt(this.position);
    return (code < 0x20 && code !== 0x09) || code === 0x7f;
  }

  follows(word: string): boolean {
    return this.text.startsWith(word, this.position);
  }

  take(word: string): boolean {
    if (!this.follows(word)) return false;
    this.position += word.length;
    return true;
  }

  /** @param pattern sticky */
  takeWhile(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const [found = ""] = pattern.exec(this.text) ?? [];
    this.position += found.length;
    return found;
  }

  takeWord(word: string): string {
    if (!this.take(word)) this.fail(`expected '${word}'`, this.position, this.position + word.length);
    return word;
  }

  skipBlanks(): void {
    while (this.peek() === " " || this.peek() === "\t") this.position++;
  }

  expect(character: string): void {
    if (this.atEnd()) this.failHere(`expected character ${character} but the document ended here`);
    if (!this.take(character)) this.failHere(`expected character ${character}`);
  }

  failHere(message: string): never {
    return this.fail(message, this.position, this.position + 1);
  }

  fail(message: string, start: number, end = this.position): never {
    const last = this.text.length;
    throw new SyntaxFault(message, { start: Math.min(start, last), end: Math.min(end, last) });
  }

  /** Runs a step. @returns the fault it ended in, or null */
  attempt(step: () => void): TomlFault | null {
    try {
      step();
      return null;
    } catch (fault) {
      if (fault instanceof SyntaxFault) return { message: fault.message, ...fault.range };
      throw fault;
    }
  }
}
