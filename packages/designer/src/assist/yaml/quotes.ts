/** Does a quoted scalar begin here, inside a flow collection? An apostrophe within a word does not begin one. */
export function beginsQuoted(text: string, offset: number): boolean {
  const char = text[offset];
  return (char === '"' || char === "'") && /[\s[\]{},:]/.test(text[offset - 1] ?? " ");
}

/** Offset of the quote that ends a quoted scalar, or null when it is not before `end`. */
export function closingQuote(text: string, from: number, end: number, quote = '"'): number | null {
  for (let at = from; at < end; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return null;
}
