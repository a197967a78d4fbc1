/** For every UTF-16 unit of a scalar's value, the range of the text that produced it. */
export interface ScalarOffsets {
  readonly value: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Builds a value together with the place of every unit. */
export class OffsetWriter {
  readonly text: string;
  readonly #value: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Writes units that stand for a whole range of the text. */
  put(units: string, start: number, end: number): void {
    this.#value.push(units);
    for (let index = 0; index < units.length; index += 1) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Writes a range of the text as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.#value.push(this.text.slice(start, end));
    for (let at = start; at < end; at += 1) {
      this.#starts.push(at);
      this.#ends.push(at + 1);
    }
  }

  finish(): ScalarOffsets {
    return { value: this.#value.join(""), starts: this.#starts, ends: this.#ends };
  }
}

/** Start and end of every line of a range, line breaks excluded. */
export function linesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let at = start; ; ) {
    const newline = text.indexOf("\n", at);
    if (newline === -1 || newline >= end) {
      lines.push({ start: at, end });
      return lines;
    }
    const crlf = newline > at && text[newline - 1] === "\r";
    lines.push({ start: at, end: crlf ? newline - 1 : newline });
    at = newline + 1;
  }
}

export const isBlank = (unit: string | undefined): boolean => unit === " " || unit === "\t";

export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text[at])) at += 1;
  return at;
}

export function skipBlanksBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text[at - 1])) at -= 1;
  return at;
}
