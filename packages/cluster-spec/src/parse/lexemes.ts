import { CST, Lexer } from "yaml";

/** The texts of a spec's lexemes as `yaml` cuts them, two of its own marks among them: before a document, before a scalar. */
export type LexemeTexts = readonly string[];

/** Where the first lexeme begins: the library counts a byte order mark as a column, so it does not get to see it. */
export function firstOffset(text: string): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

export function lexemeTexts(text: string): LexemeTexts {
  return [...new Lexer().lex(text.slice(firstOffset(text)))];
}

/** White space and comments. */
export function isBlank(type: LexemeReader["type"]): type is "space" | "newline" | "comment" {
  return type === "space" || type === "newline" || type === "comment";
}

/** Reads lexemes one after the other and knows the place of each. */
export class LexemeReader {
  /** "end" behind the last lexeme; null is none that the library knows. */
  type: CST.TokenType | "end" | null = "newline";
  source = "";
  offset: number;
  /** Of the lexeme, when only blanks and list dashes stand before it on its line; else -1. */
  column = 0;
  /** White space or the beginning of the text stands before the lexeme. */
  isSpaced = true;
  readonly #texts: LexemeTexts;
  #next = 0;

  constructor(text: string, texts: LexemeTexts) {
    this.#texts = texts;
    this.offset = firstOffset(text);
    this.#read();
  }

  /** Goes on to the next lexeme. */
  advance(): void {
    // A mark of the library's own has no place in the text.
    if (this.type !== "doc-mode") this.#pass();
    this.#read();
  }

  /** The same from the content of a block scalar, which ends with its last line. */
  advanceLines(): void {
    this.advance();
    this.column = 0;
    this.isSpaced = true;
  }

  /** Passes blanks, line breaks and comments; false at a tab, and at a comment without a blank before it. */
  skip(): boolean {
    for (;;) {
      if (!isBlank(this.type)) return true;
      if (this.type === "space" ? this.source.includes("\t") : this.type === "comment" && !this.isSpaced)
        return false;
      this.advance();
    }
  }

  #pass(): void {
    const { type, source } = this;
    this.isSpaced = type === "newline" || type === "space";
    if (type === "newline") this.column = 0;
    else if (this.column >= 0 && (type === "space" || type === "seq-item-ind")) this.column += source.length;
    else this.column = -1;
    this.offset += source.length;
  }

  #read(): void {
    const source = this.#texts[this.#next];
    this.#next += 1;
    if (source === undefined) {
      this.type = "end";
      this.source = "";
    } else if (source === CST.SCALAR) {
      this.type = "scalar";
      this.source = this.#texts[this.#next] ?? "";
      this.#next += 1;
    } else {
      this.type = CST.tokenType(source);
      this.source = source;
    }
  }
}
