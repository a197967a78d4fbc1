/** Lines of a text by offsets; a line ends before its line feed. */

export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** The first offset from `start` on that holds no blank or tab. */
export function contentStart(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}

/** Is there nothing but white space in a range? */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char !== " " && char !== "\t" && char !== "\r" && char !== "\n") return false;
  }
  return true;
}

/** Does the line that begins here end a document (`---`, `...`)? */
export function isDocumentMarker(text: string, start: number): boolean {
  if (!text.startsWith("---", start) && !text.startsWith("...", start)) return false;
  const next = text[start + 3];
  return next === undefined || next === "\n" || next === "\r" || next === " " || next === "\t";
}

/** End of the line without the carriage return that may stand there. */
export function visibleEnd(text: string, end: number): number {
  return text[end - 1] === "\r" ? end - 1 : end;
}

/**
 * Does the line that begins here end whatever the lines above opened in a column: by indentation no deeper, or by a
 * document marker? Blank lines do not.
 */
export function endsNesting(text: string, start: number, column: number): boolean {
  const end = lineEnd(text, start);
  if (isBlank(text, start, end)) return false;
  return contentStart(text, start) - start <= column || isDocumentMarker(text, start);
}
