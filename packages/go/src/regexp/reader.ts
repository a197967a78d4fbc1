/** What Go's regexp.Compile reports; inside this folder it is thrown, and parseRegexp makes a value of it. */
export class RegexpFault extends Error {
  constructor(code: string, part: string) {
    super(`error parsing regexp: ${code}: \`${part}\``);
  }
}

/** Go's utf8.RuneError, which reading past the end gives. */
const NO_RUNE = 0xfffd;
const SURROGATE = /\p{Surrogate}/u;

/** A place in the text of an expression. */
export class Reader {
  at = 0;
  /** Whether `:]` may still come: looking for one that never does takes the whole text each time. */
  #mayEndNames = true;

  constructor(readonly text: string) {}

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  /** One UTF-16 unit, as every character with a meaning is; "" past the end. */
  peek(offset = 0): string {
    return this.text.charAt(this.at + offset);
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.at);
  }

  /** What has been read since a place. */
  since(start: number): string {
    return this.text.slice(start, this.at);
  }

  /** Matches a sticky expression here, without moving on. */
  match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    return sticky.exec(this.text);
  }

  /** Reads one character's code point. */
  rune(): number {
    const rune = this.text.codePointAt(this.at);
    if (rune === undefined) return NO_RUNE;
    if (rune >= 0xd800 && rune <= 0xdfff) throw new RegexpFault("invalid UTF-8", this.text.slice(this.at));
    this.at += rune > 0xffff ? 2 : 1;
    return rune;
  }

  /** The offset of the `:]` that ends a name; -1 where none follows. */
  endOfName(): number {
    const end = this.#mayEndNames ? this.text.indexOf(":]", this.at + 2) : -1;
    this.#mayEndNames = end >= 0;
    return end;
  }
}

/** Refuses a text that holds a byte which is no UTF-8: a lone surrogate here. */
export function checkUtf8(text: string): void {
  const at = text.search(SURROGATE);
  if (at >= 0) throw new RegexpFault("invalid UTF-8", text.slice(at));
}
