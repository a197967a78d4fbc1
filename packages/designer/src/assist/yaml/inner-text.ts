import type { Scalar } from "./cursor-place.js";
import { contentStart, isBlank, lineEnd, lineStart, visibleEnd } from "./lines.js";

/** The text that a scalar holds, and the way between its offsets and those of the text around it. */
export interface InnerText {
  readonly text: string;
  /** Of the cursor, in `text`. */
  readonly offset: number;
  toOuter(offset: number): number;
  /** As it has to be written into the scalar; null where it cannot hold that (several lines in a plain or folded scalar). */
  write(text: string): string | null;
}

/**
 * The text of the scalar at a cursor; null where the cursor stands outside of it: in a block scalar's header or
 * indentation, behind a closing quote. Escapes stay as they are written, so that offsets carry over.
 */
export function innerText(text: string, scalar: Scalar, offset: number): InnerText | null {
  switch (scalar.form) {
    case "block":
      return blockText(text, scalar, offset);
    case "plain":
      return lineText(text.slice(scalar.start, scalar.end), scalar.start, offset, (written) =>
        written.includes("\n") ? null : written,
      );
    case "single":
      return quotedText(text, scalar, offset, (written) =>
        written.includes("\n") ? null : written.replaceAll("'", "''"),
      );
    case "double":
      return quotedText(text, scalar, offset, (written) => JSON.stringify(written).slice(1, -1));
  }
}

function quotedText(
  text: string,
  { start, end, closed, form }: Scalar,
  offset: number,
  write: InnerText["write"],
): InnerText | null {
  const contentEnd = closed ? end - 1 : end;
  if (offset <= start || offset > contentEnd) return null;
  const raw = text.slice(start + 1, contentEnd);
  // As long as it was: a line feed behind a blank.
  const decoded = form === "double" ? raw.replaceAll("\\n", " \n") : raw;
  return lineText(decoded, start + 1, offset, write);
}

function lineText(text: string, start: number, offset: number, write: InnerText["write"]): InnerText {
  return { text, offset: offset - start, toOuter: (inner) => start + inner, write };
}

/** A line of a block scalar: where it begins within the scalar's text, and where in the text around it. */
interface BlockLine {
  readonly inner: number;
  readonly outer: number;
}

function blockText(text: string, scalar: Scalar, offset: number): InnerText | null {
  const cursorLine = lineStart(text, offset);
  if (cursorLine <= scalar.start) return null;
  const indent = scalar.indent ?? offset - cursorLine;
  if (offset - cursorLine < indent) return null;
  const lines: BlockLine[] = [];
  let inner = "";
  for (let start = lineEnd(text, scalar.start) + 1; start <= scalar.end; start = lineEnd(text, start) + 1) {
    const end = visibleEnd(text, lineEnd(text, start));
    const outer = isBlank(text, start, end)
      ? Math.min(start + indent, end)
      : Math.min(start + indent, contentStart(text, start));
    if (lines.length > 0) inner += "\n";
    lines.push({ inner: inner.length, outer });
    inner += text.slice(outer, end);
  }
  const line = lines.findLast(({ outer }) => outer <= offset);
  if (!line) return null;
  return {
    text: inner,
    offset: line.inner + offset - line.outer,
    toOuter: (at) => {
      const holder = lines.findLast((candidate) => candidate.inner <= at);
      return holder ? holder.outer + at - holder.inner : scalar.end;
    },
    write: (written) => {
      const isFolded = text[scalar.start] === ">";
      return isFolded && written.includes("\n") ? null : written.replaceAll("\n", `\n${" ".repeat(indent)}`);
    },
  };
}
