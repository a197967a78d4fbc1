/** Replaces the UTF-16 units from `start` up to `end` of a text. Edits of one change do not overlap. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const inOrder = (edits: readonly TextEdit[]) => edits.toSorted((a, b) => a.start - b.start || a.end - b.end);

/** The text after all edits; each gives its place in the text before any of them. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let position = 0;
  for (const { start, end, newText } of inOrder(edits)) {
    result += text.slice(position, start) + newText;
    position = end;
  }
  return result + text.slice(position);
}

/** The edits that lead back from the text after `edits` to `text`. */
export function invertTextEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return inOrder(edits).map(({ start, end, newText }) => {
    const inverse = {
      start: start + shift,
      end: start + shift + newText.length,
      newText: text.slice(start, end),
    };
    shift += newText.length - (end - start);
    return inverse;
  });
}

/** One edit that turns a text into another, leaving their common start and end. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
