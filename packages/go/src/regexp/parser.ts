/**
 * Reads an expression as Go's regexp.Compile does, with Go's errors (Go 1.26 regexp/syntax/parse.go, flags Perl). Open
 * groups are on a stack of their own, so that nesting costs no call depth.
 */
import { readCharClass } from "./char-class.js";
import { type CharSet, literalSet } from "./char-set.js";
import { readClassEscape, readEscape } from "./escapes.js";
import { checkUtf8, Reader, RegexpFault } from "./reader.js";
import { type Assertion, measured, type RegexpNode, type RepeatNode } from "./syntax.js";

export interface ParsedRegexp {
  readonly root: RegexpNode;
  /** Names of the groups by their number, "" for one without; the first is the whole match. */
  readonly names: readonly string[];
}

/** Parses an expression; the error is Go's text, "error parsing regexp: …". */
export function parseRegexp(text: string): ParsedRegexp | { readonly error: string } {
  try {
    return new Parser(text).parse();
  } catch (fault) {
    if (fault instanceof RegexpFault) return { error: fault.message };
    throw fault;
  }
}

interface Flags {
  readonly foldCase: boolean;
  readonly multiLine: boolean;
  readonly dotNewline: boolean;
  readonly nonGreedy: boolean;
}

/** A group that is still open; the outermost is the expression itself. */
interface Group {
  readonly start: number;
  /** Its number; 0 for one that does not capture. */
  readonly index: number;
  /** Restored when the group closes. */
  readonly outerFlags: Flags;
  readonly options: RegexpNode[];
  items: RegexpNode[];
}

/** What a repetition operator says. */
type Counts = Pick<RepeatNode, "operator" | "min" | "max">;

/** Go's limits: the highest count, which holds for nested counts multiplied; levels; 128 MB worth of instructions. */
const MAX_COUNT = 1000;
const MAX_HEIGHT = 1000;
const MAX_SIZE = 3_355_443;

const ESCAPED_ASSERTIONS: ReadonlyMap<string, Assertion> = new Map([
  ["A", "text-start"],
  ["z", "text-end"],
  ["b", "word-edge"],
  ["B", "no-word-edge"],
]);
const FLAG_NAMES: ReadonlyMap<string, keyof Flags> = new Map([
  ["i", "foldCase"],
  ["m", "multiLine"],
  ["s", "dotNewline"],
  ["U", "nonGreedy"],
]);
const OPERATORS: ReadonlyMap<string, Counts> = new Map([
  ["*", { operator: "*", min: 0, max: null }],
  ["+", { operator: "+", min: 1, max: null }],
  ["?", { operator: "?", min: 0, max: 1 }],
]);

class Parser {
  readonly #reader: Reader;
  readonly #names: string[] = [""];
  readonly #outer: Group[] = [];
  #flags: Flags = { foldCase: false, multiLine: false, dotNewline: false, nonGreedy: false };
  #group: Group;
  /** Where the repetition just read begins; null when something else was read. */
  #lastRepeat: number | null = null;

  constructor(text: string) {
    this.#reader = new Reader(text);
    this.#group = this.#newGroup(0, 0);
  }

  parse(): ParsedRegexp {
    const reader = this.#reader;
    while (!reader.isDone) {
      const start = reader.at;
      const counts = OPERATORS.get(reader.peek()) ?? this.#counts();
      if (counts === null) this.#item(reader.peek());
      else this.#repeat(counts);
      this.#lastRepeat = counts === null ? null : start;
    }
    const root = this.#within(this.#closedGroup(reader.at));
    if (this.#outer.length > 0) throw new RegexpFault("missing closing )", reader.text);
    return { root, names: this.#names };
  }

  #item(char: string): void {
    const { foldCase, multiLine, dotNewline } = this.#flags;
    const start = this.#reader.at;
    switch (char) {
      case "(":
        this.#openParen();
        break;
      case ")":
        this.#closeParen();
        break;
      case "|":
        this.#endOption();
        break;
      case "^":
        this.#assert(multiLine ? "line-start" : "text-start", 1);
        break;
      case "$":
        this.#assert(multiLine ? "line-end" : "text-end", 1);
        break;
      case ".":
        this.#reader.at++;
        this.#char(start, dotNewline ? anyCharacter : notNewline, null, true);
        break;
      case "[":
        this.#char(start, readCharClass(this.#reader, foldCase));
        break;
      case "\\":
        this.#backslash();
        break;
      default:
        this.#literal(start, this.#reader.rune());
    }
  }

  #backslash(): void {
    const start = this.#reader.at;
    const letter = this.#reader.peek(1);
    const assertion = ESCAPED_ASSERTIONS.get(letter);
    if (assertion !== undefined) this.#assert(assertion, 2);
    else if (letter === "Q") this.#quoted();
    else {
      const set = readClassEscape(this.#reader, this.#flags.foldCase);
      if (set !== null) this.#char(start, set);
      else this.#literal(start, readEscape(this.#reader));
    }
  }

  /** `\Q…\E`, or up to the end. */
  #quoted(): void {
    const reader = this.#reader;
    const start = reader.at + 2;
    const found = reader.text.indexOf("\\E", start);
    const end = found < 0 ? reader.text.length : found;
    checkUtf8(reader.text.slice(start, end));
    reader.at = start;
    while (reader.at < end) this.#literal(reader.at, reader.rune());
    if (found >= 0) reader.at += 2;
  }

  // Groups.

  #openParen(): void {
    const reader = this.#reader;
    const start = reader.at;
    const name = reader.match(/\(\?P?<(?=.)/sy)?.[0];
    if (name !== undefined) this.#namedGroup(start, start + name.length);
    else if (reader.peek(1) === "?") this.#perlFlags();
    else {
      reader.at++;
      this.#enter(start, this.#names.push("") - 1, this.#flags);
    }
  }

  #namedGroup(start: number, nameStart: number): void {
    const { text } = this.#reader;
    const end = text.indexOf(">", start);
    if (end < 0) {
      checkUtf8(text.slice(start));
      throw new RegexpFault("invalid named capture", text.slice(start));
    }
    const name = text.slice(nameStart, end);
    checkUtf8(name);
    if (!/^[A-Za-z0-9_]+$/.test(name))
      throw new RegexpFault("invalid named capture", text.slice(start, end + 1));
    this.#reader.at = end + 1;
    this.#enter(start, this.#names.push(name) - 1, this.#flags);
  }

  /** `(?i)`, `(?i:…)`, `(?:…)`: flags for the rest of the group, or for a group of their own. */
  #perlFlags(): void {
    const reader = this.#reader;
    const start = reader.at;
    const flags: { -readonly [name in keyof Flags]: Flags[name] } = { ...this.#flags };
    let [isOn, mayEnd] = [true, true];
    reader.at += 2;
    while (!reader.isDone) {
      const char = String.fromCodePoint(reader.rune());
      const name = FLAG_NAMES.get(char);
      if (name !== undefined) {
        flags[name] = isOn;
        mayEnd = true;
      } else if (char === "-" && isOn) {
        isOn = false;
        mayEnd = false;
      } else if ((char === ":" || char === ")") && mayEnd) {
        if (char === ":") this.#enter(start, 0, flags);
        else this.#flags = flags;
        return;
      } else break;
    }
    throw new RegexpFault("invalid or unsupported Perl syntax", reader.since(start));
  }

  #endOption(): void {
    this.#group.options.push(this.#within(this.#sequence(this.#reader.at)));
    this.#group.items = [];
    this.#reader.at++;
  }

  #enter(start: number, index: number, flags: Flags): void {
    this.#outer.push(this.#group);
    this.#group = this.#newGroup(start, index);
    this.#flags = flags;
  }

  #newGroup(start: number, index: number): Group {
    return { start, index, outerFlags: this.#flags, options: [], items: [] };
  }

  #closeParen(): void {
    const reader = this.#reader;
    const item = this.#within(this.#closedGroup(reader.at));
    const outer = this.#outer.pop();
    if (outer === undefined) throw new RegexpFault("unexpected )", reader.text);
    const { index, outerFlags, start } = this.#group;
    reader.at++;
    this.#group = outer;
    this.#flags = outerFlags;
    this.#push(index === 0 ? item : measured({ kind: "capture", index, item, start, end: reader.at }));
  }

  #closedGroup(end: number): RegexpNode {
    const { options, start } = this.#group;
    const last = this.#within(this.#sequence(end));
    return options.length === 0
      ? last
      : measured({ kind: "choice", options: [...options, last], start, end });
  }

  #sequence(end: number): RegexpNode {
    const { items, start } = this.#group;
    const [first] = items;
    if (first !== undefined && items.length === 1) return first;
    return measured({ kind: "sequence", items, start: first?.start ?? start, end });
  }

  // Repetition.

  /** {2}, {2,} or {2,3}; null where the brace is an ordinary character. Counts of any length are counts. */
  #counts(): Counts | null {
    const match = this.#reader.match(/\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/y);
    if (match === null) return null;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === undefined ? null : Number(match[3]);
    return { operator: "{}", min, max };
  }

  #repeat({ operator, min, max }: Counts): void {
    const reader = this.#reader;
    const start = reader.at;
    reader.at = operator === "{}" ? reader.text.indexOf("}", start) + 1 : start + 1;
    if (min > MAX_COUNT || (max !== null && (max > MAX_COUNT || min > max)))
      throw new RegexpFault("invalid repeat count", reader.since(start));
    const isSwapped = reader.peek() === "?";
    if (isSwapped) reader.at++;
    if (this.#lastRepeat !== null)
      throw new RegexpFault("invalid nested repetition operator", reader.since(this.#lastRepeat));
    const item = this.#group.items.pop();
    if (item === undefined)
      throw new RegexpFault("missing argument to repetition operator", reader.since(start));
    const isGreedy = isSwapped === this.#flags.nonGreedy;
    const place = { start: item.start, end: reader.at };
    this.#push(measured({ kind: "repeat", operator, item, min, max, isGreedy, ...place }));
    if ((min >= 2 || (max ?? 0) >= 2) && (this.#group.items.at(-1)?.copies ?? 0) > MAX_COUNT)
      throw new RegexpFault("invalid repeat count", reader.since(start));
  }

  // Nodes.

  #assert(assertion: Assertion, length: number): void {
    const start = this.#reader.at;
    this.#reader.at += length;
    this.#push(measured({ kind: "assertion", assertion, start, end: this.#reader.at }));
  }

  #literal(start: number, point: number): void {
    this.#char(start, literalSet(point, this.#flags.foldCase), String.fromCodePoint(point));
  }

  #char(start: number, has: CharSet, literal: string | null = null, isDot = false): void {
    this.#push(measured({ kind: "char", has, literal, isDot, start, end: this.#reader.at }));
  }

  #push(node: RegexpNode): void {
    this.#group.items.push(this.#within(node));
  }

  #within(node: RegexpNode): RegexpNode {
    if (node.size > MAX_SIZE) throw new RegexpFault("expression too large", this.#reader.text);
    if (node.height > MAX_HEIGHT) throw new RegexpFault("expression nests too deeply", this.#reader.text);
    return node;
  }
}

const anyCharacter: CharSet = () => true;
const notNewline: CharSet = (code) => code !== 10;
