/**
 * Parses a regular expression as Go's regexp.Compile does, with Go's errors (Go 1.26 regexp/syntax/parse.go,
 * flags Perl). It works with a stack of open groups, so that nesting costs no call depth.
 */
import { type CharSet, literalSet, readBracketClass, readClassEscape, readEscape } from "./regex-chars.js";
import { limitFault, maxRepeats, repeatsAtMost } from "./regex-limits.js";
import { type Assertion, isFault, measured, type RegexFault, type RegexNode } from "./regex-syntax.js";

export type ParsedRegex = { readonly root: RegexNode } | { readonly error: string };

/** Parses an expression; the error is Go's text, "error parsing regexp: …". */
export function parseRegex(text: string): ParsedRegex {
  const result = new Parser(text).parse();
  return isFault(result)
    ? { error: `error parsing regexp: ${result.code}: \`${result.part}\`` }
    : { root: result };
}

interface Flags {
  readonly foldCase: boolean;
  readonly multiLine: boolean;
  readonly dotNewline: boolean;
}

/** A group that is still open; the outermost is the expression itself. */
interface Group {
  readonly start: number;
  readonly isCapture: boolean;
  /** Restored when the group closes. */
  readonly outerFlags: Flags;
  readonly options: RegexNode[];
  items: RegexNode[];
}

class Parser {
  private at = 0;
  private flags: Flags = { foldCase: false, multiLine: false, dotNewline: false };
  private readonly outer: Group[] = [];
  private group: Group = this.openGroup(0, false);
  /** Where the repetition just read begins, when one was just read. */
  private lastRepeat: number | null = null;

  constructor(private readonly text: string) {}

  parse(): RegexNode | RegexFault {
    while (this.at < this.text.length) {
      const repeatStart = this.at;
      const wasRepeat = this.isRepeatOperator();
      const fault = wasRepeat ? this.readRepeat() : this.readItem();
      if (fault !== null) return fault;
      this.lastRepeat = wasRepeat ? repeatStart : null;
    }
    if (this.outer.length > 0) return { code: "missing closing )", part: this.text };
    const root = this.closedGroup(this.text.length);
    return limitFault(root, this.text) ?? root;
  }

  private readItem(): RegexFault | null {
    switch (this.text[this.at]) {
      case "(":
        return this.readOpenParen();
      case ")":
        return this.readCloseParen();
      case "|":
        this.group.options.push(this.sequence(this.at));
        this.group.items = [];
        this.at += 1;
        return null;
      case "^":
        return this.pushAssertion(this.flags.multiLine ? "line-start" : "text-start", 1);
      case "$":
        return this.pushAssertion(this.flags.multiLine ? "line-end" : "text-end", 1);
      case ".": {
        const { dotNewline } = this.flags;
        return this.pushChar(this.at + 1, (code) => dotNewline || code !== 10, null, true);
      }
      case "[": {
        const read = readBracketClass(this.text, this.at, this.flags.foldCase);
        return isFault(read) ? read : this.pushChar(read.next, read.set);
      }
      case "\\":
        return this.readBackslash();
      default:
        return this.pushLiteral(this.at, this.text.codePointAt(this.at) ?? 0);
    }
  }

  private readBackslash(): RegexFault | null {
    const assertion = backslashAssertions[this.text[this.at + 1] ?? ""];
    if (assertion !== undefined) return this.pushAssertion(assertion, 2);
    if (this.text[this.at + 1] === "Q") return this.readQuoted();
    const readClass = readClassEscape(this.text, this.at, this.flags.foldCase);
    if (readClass !== null)
      return isFault(readClass) ? readClass : this.pushChar(readClass.next, readClass.set);
    const escaped = readEscape(this.text, this.at);
    return isFault(escaped) ? escaped : this.pushLiteral(this.at, escaped.point, escaped.next);
  }

  /** \Q…\E, or up to the end. */
  private readQuoted(): null {
    const end = this.text.indexOf("\\E", this.at + 2);
    const quoted = this.text.slice(this.at + 2, end === -1 ? undefined : end);
    let at = this.at + 2;
    for (const character of quoted) {
      this.pushLiteral(at, character.codePointAt(0) ?? 0, at + character.length);
      at += character.length;
    }
    this.at = end === -1 ? this.text.length : end + 2;
    return null;
  }

  private isRepeatOperator(): boolean {
    const rest = this.text.slice(this.at, this.at + 1);
    return "*+?".includes(rest) || (rest === "{" && this.readCounts() !== null);
  }

  private readRepeat(): RegexFault | null {
    const start = this.at;
    const counts = this.readCounts();
    const [min, max] = counts ?? repeatBounds(this.text[start]);
    const operatorEnd = counts === null ? start + 1 : this.text.indexOf("}", start) + 1;
    if (counts !== null && (min > maxRepeats || (max ?? 0) > maxRepeats || (max !== null && min > max))) {
      return { code: "invalid repeat count", part: this.text.slice(start, operatorEnd) };
    }
    const end = operatorEnd + (this.text[operatorEnd] === "?" ? 1 : 0);
    if (this.lastRepeat !== null) {
      return { code: "invalid nested repetition operator", part: this.text.slice(this.lastRepeat, end) };
    }
    const item = this.group.items.pop();
    if (item === undefined) {
      return { code: "missing argument to repetition operator", part: this.text.slice(start, end) };
    }
    const operator = counts === null ? starPlusOrQuestion(this.text[start]) : "{}";
    const node = measured({ kind: "repeat", operator, item, min, max, start: item.start, end });
    if (node.kind === "repeat" && (min >= 2 || (max ?? 0) >= 2) && !repeatsAtMost(node, maxRepeats)) {
      return { code: "invalid repeat count", part: this.text.slice(start, end) };
    }
    this.at = end;
    return this.push(node);
  }

  /** {2}, {2,} or {2,3} at the place; null where the brace is an ordinary character. */
  private readCounts(): [min: number, max: number | null] | null {
    const match = /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/.exec(this.text.slice(this.at));
    if (match === null) return null;
    const min = Number(match[1]);
    if (match[2] === undefined) return [min, min];
    return [min, match[3] === undefined ? null : Number(match[3])];
  }

  private readOpenParen(): RegexFault | null {
    if (this.text[this.at + 1] !== "?") return this.enterGroup(this.at + 1, true, this.flags);
    const nameStart = /^\(\?P<.|^\(\?<./s.exec(this.text.slice(this.at, this.at + 5));
    if (nameStart !== null) return this.readNamedGroup(this.at + nameStart[0].length - 1);
    return this.readFlags();
  }

  private readNamedGroup(nameStart: number): RegexFault | null {
    const end = this.text.indexOf(">", this.at);
    if (end === -1) return { code: "invalid named capture", part: this.text.slice(this.at) };
    const name = this.text.slice(nameStart, end);
    if (!/^[A-Za-z0-9_]+$/.test(name)) {
      return { code: "invalid named capture", part: this.text.slice(this.at, end + 1) };
    }
    return this.enterGroup(end + 1, true, this.flags);
  }

  /** (?i), (?i:…), (?:…): flags for the rest of the group, or for a group of their own. */
  private readFlags(): RegexFault | null {
    const match = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(this.text.slice(this.at));
    if (match === null) return { code: "invalid or unsupported Perl syntax", part: this.unreadableFlags() };
    const [whole, on = "", off = "", end] = match;
    const flags: Flags = {
      foldCase: flagAfter("i", on, off, this.flags.foldCase),
      multiLine: flagAfter("m", on, off, this.flags.multiLine),
      dotNewline: flagAfter("s", on, off, this.flags.dotNewline),
    };
    const next = this.at + whole.length;
    if (end === ":") return this.enterGroup(next, false, flags);
    this.flags = flags;
    this.at = next;
    return null;
  }

  /** Go names the flags up to and including the first character that is none. */
  private unreadableFlags(): string {
    const rest = this.text.slice(this.at);
    return /^\(\?[imsU]*(?:-[imsU]*)?./su.exec(rest)?.[0] ?? rest;
  }

  private enterGroup(next: number, isCapture: boolean, flags: Flags): null {
    this.outer.push(this.group);
    this.group = this.openGroup(this.at, isCapture);
    this.flags = flags;
    this.at = next;
    return null;
  }

  private openGroup(start: number, isCapture: boolean): Group {
    return { start, isCapture, outerFlags: this.flags, options: [], items: [] };
  }

  private readCloseParen(): RegexFault | null {
    const outer = this.outer.pop();
    if (outer === undefined) return { code: "unexpected )", part: this.text };
    const { isCapture, outerFlags, start } = this.group;
    const item = this.closedGroup(this.at);
    this.at += 1;
    this.group = outer;
    this.flags = outerFlags;
    return this.push(isCapture ? measured({ kind: "capture", item, start, end: this.at }) : item);
  }

  private closedGroup(end: number): RegexNode {
    const { options, start } = this.group;
    const last = this.sequence(end);
    return options.length === 0
      ? last
      : measured({ kind: "choice", options: [...options, last], start, end });
  }

  private sequence(end: number): RegexNode {
    const { items, start } = this.group;
    const [only] = items;
    return items.length === 1 && only !== undefined
      ? only
      : measured({ kind: "sequence", items, start: only?.start ?? start, end });
  }

  private pushAssertion(assertion: Assertion, length: number): RegexFault | null {
    const start = this.at;
    this.at += length;
    return this.push(measured({ kind: "assertion", assertion, start, end: this.at }));
  }

  private pushLiteral(start: number, point: number, next?: number): RegexFault | null {
    const literal = String.fromCodePoint(point);
    const set = literalSet(point, this.flags.foldCase);
    return this.pushChar(next ?? start + literal.length, set, literal, false, start);
  }

  private pushChar(
    next: number,
    has: CharSet,
    literal: string | null = null,
    isDot = false,
    start = this.at,
  ): RegexFault | null {
    this.at = next;
    return this.push(measured({ kind: "char", has, literal, isDot, start, end: next }));
  }

  private push(node: RegexNode): RegexFault | null {
    const fault = limitFault(node, this.text);
    if (fault !== null) return fault;
    this.group.items.push(node);
    return null;
  }
}

const backslashAssertions: Readonly<Record<string, Assertion>> = {
  A: "text-start",
  z: "text-end",
  b: "word-edge",
  B: "no-word-edge",
};

function flagAfter(flag: string, on: string, off: string, before: boolean): boolean {
  return off.includes(flag) ? false : on.includes(flag) || before;
}

function repeatBounds(operator: string | undefined): [min: number, max: number | null] {
  return [operator === "+" ? 1 : 0, operator === "?" ? 1 : null];
}

function starPlusOrQuestion(operator: string | undefined): "*" | "+" | "?" {
  return operator === "*" || operator === "+" ? operator : "?";
}
