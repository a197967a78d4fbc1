/** Go's regexp.Regexp, as far as it is used here. */
import { Matcher, type Slots } from "./matcher.js";
import { parseRegexp } from "./parser.js";
import { compile, type Program } from "./program.js";
import { runeFrom } from "./runes.js";

/** Where the work is paid for; each throws where there was too much. */
export interface Meter {
  readonly steps: (count: number) => void;
  /** A text of this length is made. */
  readonly text: (length: number) => void;
}

/** regexp.Compile; the error is Go's text. */
export function compileRegexp(source: string, meter: Meter): Regexp | { readonly error: string } {
  meter.steps(source.length);
  const parsed = parseRegexp(source);
  if ("error" in parsed) return parsed;
  const program = compile(parsed.root, { keepsGroups: true, spend: meter.steps });
  return new Regexp(source, program, parsed.names, meter);
}

/** A compiled expression. */
export class Regexp {
  readonly #source: string;
  readonly #program: Program;
  readonly #names: readonly string[];
  readonly #meter: Meter;

  constructor(source: string, program: Program, names: readonly string[], meter: Meter) {
    this.#source = source;
    this.#program = program;
    this.#names = names;
    this.#meter = meter;
  }

  matches(text: string): boolean {
    return this.#matcher(new Subject(text)).find(0) !== undefined;
  }

  /** FindString: "" if nothing matches. */
  find(text: string): string {
    const subject = new Subject(text);
    const match = this.#matcher(subject).find(0);
    return match === undefined ? "" : subject.slice(match[0], match[1]);
  }

  /** FindAllString: at most so many, or all if the limit is negative. */
  findAll(text: string, limit: number): string[] {
    const subject = new Subject(text);
    return this.#allMatches(subject, limit).map(([start, end]) => subject.slice(start, end));
  }

  /** FindAllStringSubmatch: the whole match and its groups, "" for one that took no part. */
  findAllGroups(text: string): string[][] {
    const subject = new Subject(text);
    return this.#allMatches(subject, -1).map((match) =>
      this.#names.map((_, i) =>
        subject.slice(Math.max(match[2 * i] ?? 0, 0), Math.max(match[2 * i + 1] ?? 0, 0)),
      ),
    );
  }

  /** ReplaceAllString: $1, ${name} in the replacement stand for groups. */
  replaceAll(text: string, replacement: string): string {
    return this.#replace(text, (subject, match) => this.#expand(replacement, subject, match));
  }

  replaceAllLiteral(text: string, replacement: string): string {
    return this.#replace(text, () => replacement);
  }

  /** Split: the parts between matches, at most so many; undefined for none. */
  split(text: string, limit: number): string[] | undefined {
    if (limit === 0) return undefined;
    if (this.#source.length > 0 && text === "") return [""];
    const subject = new Subject(text);
    const parts: string[] = [];
    let begin = 0;
    let end = 0;
    for (const match of this.#allMatches(subject, limit)) {
      if (limit > 0 && parts.length === limit - 1) break;
      end = match[0] ?? 0;
      if (match[1] !== 0) parts.push(subject.slice(begin, end));
      begin = match[1] ?? 0;
    }
    if (end !== subject.length) parts.push(subject.slice(begin, subject.length));
    return parts;
  }

  #matcher(subject: Subject): Matcher {
    return new Matcher(this.#program, this.#names.length, subject.runes, this.#meter.steps);
  }

  /** An empty match right after another match does not count. */
  #allMatches(subject: Subject, limit: number): Slots[] {
    const matcher = this.#matcher(subject);
    const matches: Slots[] = [];
    let previousEnd = -1;
    for (let at = 0; at <= subject.length && (limit < 0 || matches.length < limit); ) {
      const match = matcher.find(at);
      if (match === undefined) break;
      const [start = 0, end = 0] = match;
      const empty = end === at;
      if (!empty || start !== previousEnd) matches.push(match);
      at = empty ? at + 1 : end;
      previousEnd = end;
    }
    return matches;
  }

  #replace(text: string, replacement: (subject: Subject, match: Slots) => string): string {
    const subject = new Subject(text);
    const matcher = this.#matcher(subject);
    let result = "";
    let copied = 0;
    for (let at = 0; at <= subject.length; ) {
      const match = matcher.find(at);
      if (match === undefined) break;
      const [start = 0, end = 0] = match;
      result += subject.slice(copied, start);
      if (end > copied || start === 0) result += replacement(subject, match);
      this.#meter.text(result.length);
      copied = end;
      at = Math.max(at + 1, end);
    }
    return result + subject.slice(copied, subject.length);
  }

  /** Expand: "$name" takes the longest name; "$$" is a dollar; an unknown group is empty. */
  #expand(template: string, subject: Subject, match: Slots): string {
    return template.replace(
      /\$(?:(\$)|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
      (_, dollar, name, braced) =>
        dollar === undefined ? this.#group(String(name ?? braced), subject, match) : "$",
    );
  }

  /** A group by its number, which has no leading zero, or the first one with that name that took part. */
  #group(name: string, subject: Subject, match: Slots): string {
    const isNumber = /^(?:0|[1-9]\d*)$/.test(name);
    const index = isNumber
      ? Number(name)
      : this.#names.findIndex((each, i) => i > 0 && each === name && (match[2 * i] ?? -1) >= 0);
    const start = index < 0 ? undefined : match[2 * index];
    return start === undefined || start < 0 ? "" : subject.slice(start, match[2 * index + 1]);
  }
}

/** A text by runes, as matching goes, with the offset of each in it. */
class Subject {
  readonly runes: number[] = [];
  readonly #text: string;
  readonly #offsets: number[] = [];

  constructor(text: string) {
    this.#text = text;
    let at = 0;
    for (const character of text) {
      this.#offsets.push(at);
      this.runes.push(runeFrom(character));
      at += character.length;
    }
    this.#offsets.push(text.length);
  }

  get length(): number {
    return this.runes.length;
  }

  slice(start = 0, end = 0): string {
    return this.#text.slice(this.#offsets[start], this.#offsets[end]);
  }
}

/** regexp.QuoteMeta. */
export function quoteMeta(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}
