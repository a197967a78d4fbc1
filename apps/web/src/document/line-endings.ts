/** A text that an editor can keep byte for byte: no byte order mark, one kind of line ending. */
export interface EditableText {
  readonly text: string;
  /** What had to change to get there, in words; empty when nothing had. */
  readonly changes: readonly string[];
}

/** Makes a text editable: mixed line endings all become the most frequent one. */
export function editableText(source: string): EditableText {
  const changes: string[] = [];
  let text = source;
  if (text.startsWith("\ufeff")) {
    text = text.slice(1);
    changes.push("the byte order mark was removed");
  }
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  if (cr > 0 || (crlf > 0 && lf > 0)) {
    const ending = crlf > lf ? "\r\n" : "\n";
    text = text.replace(/\r\n|\r|\n/g, ending);
    changes.push(`mixed line endings became ${crlf > lf ? "CRLF" : "LF"}`);
  }
  return { text, changes };
}
