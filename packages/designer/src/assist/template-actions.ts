/** What stands between `{{` and `}}`, without these; to the end of the text where it is not closed. */
export interface Action {
  readonly start: number;
  readonly end: number;
  readonly isComment: boolean;
}

/** The actions of a template in order. One that is not closed ends where the next begins. */
export function templateActions(source: string): Action[] {
  const actions: Action[] = [];
  for (let open = source.indexOf("{{"); open >= 0; ) {
    const start = open + 2;
    const isComment = /^(?:-\s)?\/\*/.test(source.slice(start, start + 4));
    const end = isComment ? commentEnd(source, start) : actionEnd(source, start);
    actions.push({ start, end, isComment });
    open = source.indexOf("{{", end);
  }
  return actions;
}

function commentEnd(source: string, start: number): number {
  const end = source.indexOf("*/", start);
  return end < 0 ? source.length : end + 2;
}

function actionEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && !source.startsWith("{{", at) && !source.startsWith("}}", at)) {
    at = quotedEnd(source, at) ?? at + 1;
  }
  return at;
}

const QUOTED = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/y;

/** End of the quoted text that begins at an offset; null where none does, or where it is not closed. */
function quotedEnd(source: string, at: number): number | null {
  if (!/["'`]/.test(source[at] ?? "")) return null;
  QUOTED.lastIndex = at;
  return QUOTED.test(source) ? QUOTED.lastIndex : null;
}

/** Does a text of an action end within quotes that are not closed? */
export function endsInQuotes(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const end = quotedEnd(text, at);
    if (end === null && /["'`]/.test(text[at] ?? "")) return true;
    at = end ?? at + 1;
  }
  return false;
}
