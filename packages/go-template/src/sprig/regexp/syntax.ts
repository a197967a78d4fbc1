// Go's regexp/syntax: reads an expression with the flags of regexp.Compile (Perl).

import {
  type ClassItem,
  classTest,
  PERL_CLASSES,
  POSIX_CLASSES,
  propertyItem,
  type RuneTest,
} from "./char-class.js";

export type Assertion = "beginLine" | "endLine" | "beginText" | "endText" | "wordBoundary" | "noWordBoundary";

export type RegexNode =
  | { readonly op: "rune"; readonly test: RuneTest }
  | { readonly op: "assert"; readonly assertion: Assertion }
  | { readonly op: "capture"; readonly index: number; readonly sub: RegexNode }
  | {
      readonly op: "repeat";
      readonly min: number;
      /** -1 means no end. */
      readonly max: number;
      readonly greedy: boolean;
      readonly sub: RegexNode;
    }
  | { readonly op: "concat" | "alternate"; readonly subs: readonly RegexNode[] };

export interface Expression {
  readonly root: RegexNode;
  /** Names of the groups by their number; the first is the whole match. */
  readonly names: readonly string[];
}

/** What Go's regexp.Compile reports. */
export class RegexError extends Error {
  constructor(what: string, where: string) {
    super(`error parsing regexp: ${what}: \`${where}\``);
  }
}

/** An open group: the flags that hold after it, and its number if it captures. */
interface Group {
  readonly op: "group";
  readonly flags: Flags;
  readonly index: number;
  readonly outer: Level;
}

interface Flags {
  readonly fold: boolean;
  readonly multiLine: boolean;
  readonly dotNewline: boolean;
  readonly nonGreedy: boolean;
}

/** What has been read inside a group: finished alternatives, and the one being read. */
interface Level {
  readonly alternatives: RegexNode[];
  current: RegexNode[];
}

const MAX_REPEAT = 1000;
const MAX_NESTING = 1000;
const SPECIAL_ESCAPES: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const ASSERTION_ESCAPES: ReadonlyMap<string, Assertion> = new Map([
  ["A", "beginText"],
  ["z", "endText"],
  ["b", "wordBoundary"],
  ["B", "noWordBoundary"],
]);
const FLAG_NAMES: Readonly<Record<string, keyof Flags>> = {
  i: "fold",
  m: "multiLine",
  s: "dotNewline",
  U: "nonGreedy",
};

export function parseRegex(source: string): Expression {
  return new RegexParser(source).parse();
}

class RegexParser {
  readonly #source: string;
  readonly #names: string[] = [""];
  readonly #groups: Group[] = [];
  #level: Level = { alternatives: [], current: [] };
  #flags: Flags = { fold: false, multiLine: false, dotNewline: false, nonGreedy: false };
  #at = 0;
  /** Where the repetition just read starts; -1 if the last item was none. */
  #lastRepeat = -1;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): Expression {
    while (this.#at < this.#source.length) {
      const start = this.#at;
      const repeated = this.#item(this.#peek());
      this.#lastRepeat = repeated ? start : -1;
    }
    if (this.#groups.length > 0) throw new RegexError("missing closing )", this.#source);
    return { root: finish(this.#level), names: this.#names };
  }

  /** The character at the position; "" at the end. */
  #peek(): string {
    const rune = this.#source.codePointAt(this.#at);
    return rune === undefined ? "" : String.fromCodePoint(rune);
  }

  #read(): string {
    const char = this.#peek();
    if (/\p{Surrogate}/u.test(char)) throw new RegexError("invalid UTF-8", this.#source.slice(this.#at));
    this.#at += char.length;
    return char;
  }

  #startsWith(prefix: string): boolean {
    return this.#source.startsWith(prefix, this.#at);
  }

  #push(node: RegexNode): void {
    this.#level.current.push(node);
  }

  #pushTest(test: RuneTest): void {
    this.#push({ op: "rune", test });
  }

  #pushLiteral(rune: number): void {
    this.#pushTest(classTest([{ lo: rune, hi: rune }], false, this.#flags.fold));
  }

  #assert(assertion: Assertion, length: number): void {
    this.#at += length;
    this.#push({ op: "assert", assertion });
  }

  /** Reads one item; true for a repetition operator. */
  #item(char: string): boolean {
    switch (char) {
      case "(":
        this.#open();
        return false;
      case "|":
        this.#at++;
        this.#level.alternatives.push(concat(this.#level.current));
        this.#level.current = [];
        return false;
      case ")":
        this.#close();
        return false;
      case "^":
        this.#assert(this.#flags.multiLine ? "beginLine" : "beginText", 1);
        return false;
      case "$":
        this.#assert(this.#flags.multiLine ? "endLine" : "endText", 1);
        return false;
      case ".": {
        this.#at++;
        const { dotNewline } = this.#flags;
        this.#pushTest((rune) => dotNewline || rune !== 10);
        return false;
      }
      case "[":
        this.#class();
        return false;
      case "*":
      case "+":
      case "?":
        this.#at++;
        this.#repeat(this.#at - 1, char === "+" ? 1 : 0, char === "?" ? 1 : -1);
        return true;
      case "{":
        return this.#counted();
      case "\\":
        this.#escape();
        return false;
      default:
        this.#pushLiteral(runeOf(this.#read()));
        return false;
    }
  }

  // Groups.

  #open(): void {
    if (this.#startsWith("(?")) {
      this.#special();
      return;
    }
    this.#at++;
    this.#openGroup(this.#names.push("") - 1);
  }

  #openGroup(index: number, flags = this.#flags): void {
    if (this.#groups.length >= MAX_NESTING) throw new RegexError("expression nests too deeply", this.#source);
    this.#groups.push({ op: "group", flags: this.#flags, index, outer: this.#level });
    this.#level = { alternatives: [], current: [] };
    this.#flags = flags;
  }

  #close(): void {
    const group = this.#groups.pop();
    if (group === undefined) throw new RegexError("unexpected )", this.#source);
    const sub = finish(this.#level);
    this.#at++;
    this.#level = group.outer;
    this.#flags = group.flags;
    this.#push(group.index === 0 ? sub : { op: "capture", index: group.index, sub });
  }

  /** "(?P<name>", "(?<name>", "(?flags)" and "(?flags:". */
  #special(): void {
    const rest = this.#source.slice(this.#at);
    const named = /^\(\?P?</.exec(rest)?.[0];
    if (named !== undefined && rest.length > named.length) {
      this.#namedGroup(rest, named.length);
      return;
    }
    this.#perlFlags();
  }

  #namedGroup(rest: string, prefix: number): void {
    const end = rest.indexOf(">");
    if (end < 0) throw new RegexError("invalid named capture", rest);
    const name = rest.slice(prefix, end);
    if (!/^\w+$/.test(name)) throw new RegexError("invalid named capture", rest.slice(0, end + 1));
    this.#at += end + 1;
    this.#openGroup(this.#names.push(name) - 1);
  }

  #perlFlags(): void {
    const start = this.#at;
    const flags: { -readonly [name in keyof Flags]: Flags[name] } = { ...this.#flags };
    let value = true;
    let sawFlag = false;
    this.#at += 2;
    for (let char = this.#read(); char !== ""; char = this.#read()) {
      const name = Object.hasOwn(FLAG_NAMES, char) ? FLAG_NAMES[char] : undefined;
      if (name !== undefined) {
        flags[name] = value;
        sawFlag = true;
      } else if (char === "-" && value) {
        value = false;
        sawFlag = false;
      } else if ((char === ":" || char === ")") && (value || sawFlag)) {
        if (char === ":") this.#openGroup(0, flags);
        else this.#flags = flags;
        return;
      } else {
        break;
      }
    }
    throw new RegexError("invalid or unsupported Perl syntax", this.#source.slice(start, this.#at));
  }

  // Repetition.

  /** "{n}", "{n,}" and "{n,m}"; anything else that starts with a brace is literal. */
  #counted(): boolean {
    const start = this.#at;
    const match = /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(this.#source.slice(start, start + 64));
    if (match === null) {
      this.#pushLiteral(runeOf(this.#read()));
      return false;
    }
    const [all, low = "", comma, high] = match;
    const min = Number(low);
    const max = comma === undefined ? min : high === undefined ? -1 : Number(high);
    if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && min > max)) {
      throw new RegexError("invalid repeat count", all);
    }
    this.#at += all.length;
    this.#repeat(start, min, max);
    return true;
  }

  #repeat(start: number, min: number, max: number): void {
    let greedy = !this.#flags.nonGreedy;
    if (this.#peek() === "?") {
      this.#at++;
      greedy = !greedy;
    }
    if (this.#lastRepeat >= 0) {
      throw new RegexError(
        "invalid nested repetition operator",
        this.#source.slice(this.#lastRepeat, this.#at),
      );
    }
    const sub = this.#level.current.pop();
    const operator = this.#source.slice(start, this.#at);
    if (sub === undefined) throw new RegexError("missing argument to repetition operator", operator);
    const node: RegexNode = { op: "repeat", min, max, greedy, sub };
    if ((min >= 2 || max >= 2) && !fitsRepeatLimit(node, MAX_REPEAT)) {
      throw new RegexError("invalid repeat count", operator);
    }
    this.#push(node);
  }

  // Escapes and classes.

  #escape(): void {
    const next = this.#source.charAt(this.#at + 1);
    const assertion = ASSERTION_ESCAPES.get(next);
    if (assertion !== undefined) {
      this.#assert(assertion, 2);
      return;
    }
    if (next === "C") throw new RegexError("invalid escape sequence", "\\C");
    if (next === "Q") {
      this.#quoted();
      return;
    }
    const item = this.#classEscape();
    if (item !== undefined) this.#pushTest(classTest([item], false, this.#flags.fold));
    else this.#pushLiteral(this.#escapedRune());
  }

  /** "\Q…\E": literal text. */
  #quoted(): void {
    const start = this.#at + 2;
    const end = this.#source.indexOf("\\E", start);
    const stop = end < 0 ? this.#source.length : end;
    this.#at = start;
    while (this.#at < stop) this.#pushLiteral(runeOf(this.#read()));
    this.#at = end < 0 ? stop : end + 2;
  }

  /** "\d", "\pL" and the like; undefined if no class starts here. */
  #classEscape(): ClassItem | undefined {
    if (this.#peek() !== "\\") return undefined;
    const letter = this.#source.charAt(this.#at + 1);
    if (letter === "p" || letter === "P") return this.#unicodeClass(letter === "P");
    const item = PERL_CLASSES.get(letter);
    if (item !== undefined) this.#at += 2;
    return item;
  }

  #unicodeClass(negated: boolean): ClassItem | undefined {
    const start = this.#at;
    this.#at += 2;
    let name = this.#read();
    if (name === "") {
      this.#at = start;
      return undefined;
    }
    if (name === "{") {
      const end = this.#source.indexOf("}", this.#at);
      if (end < 0) throw new RegexError("invalid character class range", this.#source.slice(start));
      name = this.#source.slice(this.#at, end);
      this.#at = end + 1;
    }
    const inverse = name.startsWith("^");
    const item = propertyItem(inverse ? name.slice(1) : name, negated !== inverse);
    if (item !== undefined) return item;
    throw new RegexError("invalid character class range", this.#source.slice(start, this.#at));
  }

  #escapedRune(): number {
    const start = this.#at;
    this.#at++;
    const char = this.#read();
    if (char === "") throw new RegexError("trailing backslash at end of expression", "");
    const rune = this.#escapeValue(char);
    if (rune !== undefined) return rune;
    throw new RegexError("invalid escape sequence", this.#source.slice(start, this.#at));
  }

  #escapeValue(char: string): number | undefined {
    if (char === "x") return this.#hexEscape();
    if (/^[0-7]$/.test(char)) return this.#octalEscape(char);
    if (Object.hasOwn(SPECIAL_ESCAPES, char)) return SPECIAL_ESCAPES[char];
    return char < "\x80" && !/^[\dA-Za-z]$/.test(char) ? runeOf(char) : undefined;
  }

  /** One to three octal digits; a single one must be 0, as others look like back-references. */
  #octalEscape(first: string): number | undefined {
    const digits = first + (/^[0-7]{1,2}/.exec(this.#source.slice(this.#at, this.#at + 2))?.[0] ?? "");
    if (digits.length === 1 && first !== "0") return undefined;
    this.#at += digits.length - 1;
    return Number.parseInt(digits, 8);
  }

  #hexEscape(): number | undefined {
    if (this.#peek() === "") return undefined;
    if (this.#peek() === "{") {
      this.#at++;
      return this.#bracedHex();
    }
    const digits = this.#read() + this.#read();
    return /^[\da-fA-F]{2}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
  }

  #bracedHex(): number | undefined {
    let rune = 0;
    for (let count = 0; ; count++) {
      const char = this.#read();
      if (char === "}") return count > 0 ? rune : undefined;
      if (!/^[\da-fA-F]$/.test(char)) return undefined;
      rune = rune * 16 + Number.parseInt(char, 16);
      if (rune > 0x10ffff) return undefined;
    }
  }

  #class(): void {
    const start = this.#at;
    this.#at++;
    const negated = this.#peek() === "^";
    if (negated) this.#at++;
    const items: ClassItem[] = [];
    for (let first = true; first || this.#peek() !== "]"; first = false) items.push(this.#classItem(start));
    this.#at++;
    this.#pushTest(classTest(items, negated, this.#flags.fold));
  }

  #classItem(start: number): ClassItem {
    return this.#posixClass() ?? this.#classEscape() ?? this.#classRange(start);
  }

  /** "[:alpha:]" and "[:^alpha:]". */
  #posixClass(): ClassItem | undefined {
    if (!this.#startsWith("[:")) return undefined;
    const end = this.#source.indexOf(":]", this.#at + 2);
    if (end < 0) return undefined;
    const whole = this.#source.slice(this.#at, end + 2);
    const negated = whole.startsWith("[:^");
    const items = POSIX_CLASSES.get(whole.slice(negated ? 3 : 2, -2));
    if (items === undefined) throw new RegexError("invalid character class range", whole);
    this.#at = end + 2;
    return { items, negated };
  }

  #classRange(classStart: number): ClassItem {
    const start = this.#at;
    const lo = this.#classRune(classStart);
    if (this.#peek() !== "-" || this.#at + 1 >= this.#source.length || this.#startsWith("-]"))
      return { lo, hi: lo };
    this.#at++;
    const hi = this.#classRune(classStart);
    if (hi >= lo) return { lo, hi };
    throw new RegexError("invalid character class range", this.#source.slice(start, this.#at));
  }

  #classRune(classStart: number): number {
    if (this.#peek() === "") throw new RegexError("missing closing ]", this.#source.slice(classStart));
    return this.#peek() === "\\" ? this.#escapedRune() : runeOf(this.#read());
  }
}

function runeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function concat(subs: readonly RegexNode[]): RegexNode {
  const [only] = subs;
  return only !== undefined && subs.length === 1 ? only : { op: "concat", subs };
}

function finish({ alternatives, current }: Level): RegexNode {
  if (alternatives.length === 0) return concat(current);
  return { op: "alternate", subs: [...alternatives, concat(current)] };
}

/** Nested counts must not multiply to more than the limit. */
function fitsRepeatLimit(node: RegexNode, limit: number): boolean {
  switch (node.op) {
    case "repeat": {
      const count = node.max < 0 ? node.min : node.max;
      if (node.max === 0) return true;
      if (count > limit) return false;
      return fitsRepeatLimit(node.sub, count > 0 && isCounted(node) ? Math.floor(limit / count) : limit);
    }
    case "capture":
      return fitsRepeatLimit(node.sub, limit);
    case "concat":
    case "alternate":
      return node.subs.every((sub) => fitsRepeatLimit(sub, limit));
    default:
      return true;
  }
}

/** Whether the repetition was written with braces; "*", "+" and "?" do not count. */
function isCounted({ min, max }: { min: number; max: number }): boolean {
  return min > 1 || max > 1;
}
