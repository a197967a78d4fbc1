import type { OffsetRange } from "@lookinglass/cluster-spec";
import { credentialShapes, isCredentialName, isCredentialValue } from "@lookinglass/secrets";

/** A place in a text that looks like a credential, and what it looks like. */
export interface TextMatch extends OffsetRange {
  readonly description: string;
}

/** `name: ` or `"name": `, and TOML's `name = `; in compact JSON, TOML and shells also without a blank. */
const NAMED =
  /(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|(?<![\w.-])([\w.!#$%&*+^`|~-]{1,100}))[ \t]{0,8}(?::[ \t]{1,8}|:(?=["'])|=[ \t]{0,8})/g;

/** `--password word`, `--token=word` */
const OPTION = /(?<![\w-])--([a-z][a-z-]{1,40})(?:=|[ \t]{1,8})(?=[^\s-])/g;

/** `curl -u user:word` */
const CURL_USER =
  /\bcurl\b[^\n]{0,400}?[ \t](?:-u|--user)[ \t=]{0,8}(["']?[^\s:"']{1,200}:[^\s"']{1,200}["']?)/g;

const VALUE = /"(?:[^"\\\n]|\\.){0,4096}"|'[^'\n]{0,4096}'|[^\s"'[{&*!|>#,\\][^\s,#}\]]{0,4096}/y;
/** What may stand between a list's bracket, its values and commas: blanks, line breaks, comments. */
const BETWEEN = /(?:[\s,]|#[^\n]{0,400}\n){0,400}/y;
const MOST_VALUES = 100;

/** Everything in a text that looks like a credential: specs, comments in them, and texts inside them alike. */
export function findInText(text: string): TextMatch[] {
  const named = [NAMED, OPTION].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => namedValue(text, match)).filter((found) => found !== null),
  );
  const users = Array.from(text.matchAll(CURL_USER), ({ index, 0: whole, 1: user = "" }) =>
    place(index + whole.length - user.length, user, "A user name and password"),
  );
  return [...credentialShapes(text), ...named, ...users];
}

/** The first credential after a credential's name. */
function namedValue(text: string, match: RegExpExecArray): TextMatch | null {
  const name = match.slice(1).find((group) => group !== undefined) ?? "";
  if (!isCredentialName(name)) return null;
  const value = valuesAt(text, match.index + match[0].length).find(({ written }) =>
    isCredentialValue(written.replace(/^["']|["']$/g, "")),
  );
  return value ? place(value.start, value.written, `The value of ${name}`) : null;
}

interface Value {
  readonly start: number;
  readonly written: string;
}

/** The value that stands there, or those of a list; of a list in brackets the quoted ones. */
function valuesAt(text: string, start: number): Value[] {
  if (text[start] !== "[") return valueAt(text, start);
  const values: Value[] = [];
  let at = skip(BETWEEN, text, start + 1);
  while (values.length < MOST_VALUES && (text[at] === '"' || text[at] === "'")) {
    const [value] = valueAt(text, at);
    if (!value) break;
    values.push(value);
    at = skip(BETWEEN, text, at + value.written.length);
  }
  return values;
}

function valueAt(text: string, start: number): Value[] {
  const end = skip(VALUE, text, start);
  return end > start ? [{ start, written: text.slice(start, end) }] : [];
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function place(start: number, found: string, description: string): TextMatch {
  return { start, end: start + found.length, description };
}
