/** What Go's regexp.Compile reports. */
export class RegexError extends Error {
  constructor(what: string, where: string) {
    super(`error parsing regexp: ${what}: \`${where}\``);
  }
}

/** A position in an expression. */
export class Scanner {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The character at the position; "" at the end. */
  peek(): string {
    const rune = this.source.codePointAt(this.at);
    return rune === undefined ? "" : String.fromCodePoint(rune);
  }

  read(): string {
    const char = this.peek();
    if (/\p{Surrogate}/u.test(char)) throw new RegexError("invalid UTF-8", this.source.slice(this.at));
    this.at += char.length;
    return char;
  }

  startsWith(prefix: string): boolean {
    return this.source.startsWith(prefix, this.at);
  }
}

export function runeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}
