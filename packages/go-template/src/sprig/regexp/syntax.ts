// Go's regexp/syntax: reads an expression with the flags of regexp.Compile (Perl).

import { classTest, type RuneTest } from "./char-class.js";
import { readClass, readClassEscape, readEscapedRune } from "./escapes.js";
import { RegexError, runeOf, Scanner } from "./scanner.js";

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
/** Go allows 1000; compiling is recursive. */
const MAX_NESTING = 150;
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
  readonly #in: Scanner;
  readonly #names: string[] = [""];
  readonly #groups: Group[] = [];
  #level: Level = { alternatives: [], current: [] };
  #flags: Flags = { fold: false, multiLine: false, dotNewline: false, nonGreedy: false };
  /** Where the repetition just read starts; -1 if the last item was none. */
  #lastRepeat = -1;

  constructor(source: string) {
    this.#in = new Scanner(source);
  }

  parse(): Expression {
    while (this.#in.at < this.#in.source.length) {
      const start = this.#in.at;
      const repeated = this.#item(this.#in.peek());
      this.#lastRepeat = repeated ? start : -1;
    }
    if (this.#groups.length > 0) throw new RegexError("missing closing )", this.#in.source);
    return { root: finish(this.#level), names: this.#names };
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
    this.#in.at += length;
    this.#push({ op: "assert", assertion });
  }

  /** Reads one item; true for a repetition operator. */
  #item(char: string): boolean {
    switch (char) {
      case "(":
        this.#open();
        return false;
      case "|":
        this.#in.at++;
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
        this.#in.at++;
        const { dotNewline } = this.#flags;
        this.#pushTest((rune) => dotNewline || rune !== 10);
        return false;
      }
      case "[": {
        const { items, negated } = readClass(this.#in);
        this.#pushTest(classTest(items, negated, this.#flags.fold));
        return false;
      }
      case "*":
      case "+":
      case "?":
        this.#in.at++;
        this.#repeat(this.#in.at - 1, char === "+" ? 1 : 0, char === "?" ? 1 : -1);
        return true;
      case "{":
        return this.#counted();
      case "\\":
        this.#escape();
        return false;
      default:
        this.#pushLiteral(runeOf(this.#in.read()));
        return false;
    }
  }

  // Groups.

  #open(): void {
    if (this.#in.startsWith("(?")) {
      this.#special();
      return;
    }
    this.#in.at++;
    this.#openGroup(this.#names.push("") - 1);
  }

  #openGroup(index: number, flags = this.#flags): void {
    if (this.#groups.length >= MAX_NESTING)
      throw new RegexError("expression nests too deeply", this.#in.source);
    this.#groups.push({ op: "group", flags: this.#flags, index, outer: this.#level });
    this.#level = { alternatives: [], current: [] };
    this.#flags = flags;
  }

  #close(): void {
    const group = this.#groups.pop();
    if (group === undefined) throw new RegexError("unexpected )", this.#in.source);
    const sub = finish(this.#level);
    this.#in.at++;
    this.#level = group.outer;
    this.#flags = group.flags;
    this.#push(group.index === 0 ? sub : { op: "capture", index: group.index, sub });
  }

  /** "(?P<name>", "(?<name>", "(?flags)" and "(?flags:". */
  #special(): void {
    const rest = this.#in.source.slice(this.#in.at);
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
    this.#in.at += end + 1;
    this.#openGroup(this.#names.push(name) - 1);
  }

  #perlFlags(): void {
    const start = this.#in.at;
    const flags: { -readonly [name in keyof Flags]: Flags[name] } = { ...this.#flags };
    let value = true;
    let sawFlag = false;
    this.#in.at += 2;
    for (let char = this.#in.read(); char !== ""; char = this.#in.read()) {
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
    throw new RegexError("invalid or unsupported Perl syntax", this.#in.source.slice(start, this.#in.at));
  }

  // Repetition.

  /** "{n}", "{n,}" and "{n,m}"; anything else that starts with a brace is literal. */
  #counted(): boolean {
    const start = this.#in.at;
    const match = /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(this.#in.source.slice(start, start + 64));
    if (match === null) {
      this.#pushLiteral(runeOf(this.#in.read()));
      return false;
    }
    const [all, low = "", comma, high] = match;
    const min = Number(low);
    const max = comma === undefined ? min : high === undefined ? -1 : Number(high);
    if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && min > max)) {
      throw new RegexError("invalid repeat count", all);
    }
    this.#in.at += all.length;
    this.#repeat(start, min, max);
    return true;
  }

  #repeat(start: number, min: number, max: number): void {
    let greedy = !this.#flags.nonGreedy;
    if (this.#in.peek() === "?") {
      this.#in.at++;
      greedy = !greedy;
    }
    if (this.#lastRepeat >= 0) {
      throw new RegexError(
        "invalid nested repetition operator",
        this.#in.source.slice(this.#lastRepeat, this.#in.at),
      );
    }
    const sub = this.#level.current.pop();
    const operator = this.#in.source.slice(start, this.#in.at);
    if (sub === undefined) throw new RegexError("missing argument to repetition operator", operator);
    const node: RegexNode = { op: "repeat", min, max, greedy, sub };
    if ((min >= 2 || max >= 2) && !fitsRepeatLimit(node, MAX_REPEAT)) {
      throw new RegexError("invalid repeat count", operator);
    }
    this.#push(node);
  }

  // Escapes and classes.

  #escape(): void {
    const next = this.#in.source.charAt(this.#in.at + 1);
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
    const item = readClassEscape(this.#in);
    if (item !== undefined) this.#pushTest(classTest([item], false, this.#flags.fold));
    else this.#pushLiteral(readEscapedRune(this.#in));
  }

  /** "\Q…\E": literal text. */
  #quoted(): void {
    const start = this.#in.at + 2;
    const end = this.#in.source.indexOf("\\E", start);
    const stop = end < 0 ? this.#in.source.length : end;
    this.#in.at = start;
    while (this.#in.at < stop) this.#pushLiteral(runeOf(this.#in.read()));
    this.#in.at = end < 0 ? stop : end + 2;
  }
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
