// Sprig's case styles: strings.Title, goutils (untitle, swapcase) and xstrings 1.3.3 (snake, camel, kebab).

import { fixed, type GoFunction } from "../functions.js";
import { STRING, text } from "./coerce.js";
import {
  isLetter,
  isLower,
  isSpace,
  isTitle,
  isUpper,
  mapRunes,
  runesOf,
  toLower,
  toTitle,
  toUpper,
} from "./unicode.js";

/** strings.Title: the first letter of each word. */
function title(s: string): string {
  let afterSeparator = true;
  return mapRunes(s, (char) => {
    const mapped = afterSeparator ? toTitle(char) : char;
    afterSeparator = isSeparator(char);
    return mapped;
  });
}

function isSeparator(char: string): boolean {
  if (char <= "\x7f") return !/^\w$/.test(char);
  return /^[\p{L}\p{Nd}]$/u.test(char) ? false : isSpace(char);
}

/** goutils.Uncapitalize. */
function untitle(s: string): string {
  let start = true;
  return mapRunes(s, (char) => {
    const mapped = start && !isSpace(char) ? toLower(char) : char;
    start = isSpace(char);
    return mapped;
  });
}

/** goutils.SwapCase: a lower case letter after white space gets title case. */
function swapCase(s: string): string {
  let afterSpace = true;
  return mapRunes(s, (char) => {
    if (isUpper(char) || isTitle(char)) {
      afterSpace = false;
      return toLower(char);
    }
    if (!isLower(char)) {
      afterSpace = isSpace(char);
      return char;
    }
    const mapped = afterSpace ? toTitle(char) : toUpper(char);
    afterSpace = false;
    return mapped;
  });
}

function isConnector(char: string): boolean {
  return char === "-" || char === "_" || isSpace(char);
}

/** xstrings.ToCamelCase. */
function camelCase(s: string): string {
  const chars = runesOf(s);
  const lead = chars.findIndex((char) => !isConnector(char));
  if (lead < 0) return chars.join("") + (chars.at(-1) ?? "");
  let result = chars.slice(0, lead).join("");
  let previous = toUpper(chars[lead] ?? "");
  if (lead === chars.length - 1) return result + previous;
  for (const char of chars.slice(lead + 1)) {
    if (isConnector(char) && isConnector(previous)) {
      result += previous;
    } else if (isConnector(previous)) {
      previous = toUpper(char);
      continue;
    } else {
      result += previous;
    }
    previous = isConnector(char) ? char : toLower(char);
  }
  return result + previous;
}

type WordKind = "none" | "number" | "upper" | "alphabet" | "connector" | "punctuation" | "other";

interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

const NO_WORD: Word = { kind: "none", text: "" };

const PUNCTUATION = /^\p{P}$/u;

function kindOfRune(char: string): WordKind {
  if (isConnector(char)) return "connector";
  if (PUNCTUATION.test(char)) return "punctuation";
  if (isUpper(char)) return "upper";
  if (isAlphabet(char)) return "alphabet";
  return /^\p{N}$/u.test(char) ? "number" : "other";
}

/** A letter that is not of the CJK ideographs. */
function isAlphabet(char: string): boolean {
  return isLetter(char) && !/^[\u4e00-\u9fcc\u3400-\u4d85\u{20000}-\u{2b81d}]$/u.test(char);
}

/** A rune with the broken bytes before it, which go where it goes. */
interface Unit {
  readonly rune: string;
  readonly text: string;
}

function unitsOf(s: string): readonly Unit[] {
  const units: Unit[] = [];
  let broken = "";
  for (const char of s) {
    if (char === "\ufffd" || /\p{Surrogate}/u.test(char)) broken += char;
    else {
      units.push({ rune: char, text: broken + char });
      broken = "";
    }
  }
  if (broken !== "") units.push({ rune: units.at(-1)?.rune ?? "", text: broken });
  return units;
}

/** Words as xstrings' nextWord cuts them: capitals stay together, but the last one begins the word after them. */
class Words {
  readonly #units: readonly Unit[];
  #at = 0;

  constructor(s: string) {
    this.#units = unitsOf(s);
  }

  get done(): boolean {
    return this.#at >= this.#units.length;
  }

  next(): Word {
    const first = this.#units[this.#at];
    if (first === undefined) return NO_WORD;
    const kind = first.rune === "" ? "none" : kindOfRune(first.rune);
    const start = this.#at++;
    if (kind === "upper") this.#upperWord();
    else this.#while((rune) => belongs(kind, rune));
    const units = this.#units.slice(start, this.#at);
    return { kind, text: units.map((unit) => unit.text).join("") };
  }

  #while(test: (rune: string) => boolean): void {
    for (
      let unit = this.#units[this.#at];
      unit !== undefined && test(unit.rune);
      unit = this.#units[this.#at]
    ) {
      this.#at++;
    }
  }

  #upperWord(): void {
    if (!isUpper(this.#units[this.#at]?.rune ?? "")) {
      this.#while((rune) => isAlphabet(rune) && !isUpper(rune));
      return;
    }
    this.#while(isUpper);
    if (!this.done && isAlphabet(this.#units[this.#at]?.rune ?? "")) this.#at--;
  }
}

function belongs(kind: WordKind, char: string): boolean {
  if (kind === "alphabet") return isAlphabet(char) && !isUpper(char);
  // An underscore is a connector at the start of a word, and punctuation among punctuation.
  return kind === "punctuation" ? PUNCTUATION.test(char) : kind === kindOfRune(char);
}

/** xstrings' camelCaseToLowerCase: a state machine over words. */
class WordJoiner {
  readonly #words: Words;
  readonly #connector: string;
  #result = "";

  constructor(s: string, connector: string) {
    this.#words = new Words(s);
    this.#connector = connector;
  }

  join(): string {
    let word = this.#words.next();
    while (!this.#words.done) {
      if (word.kind !== "connector") this.#write(word);
      const previous = word;
      word = this.#words.next();
      if (previous.kind === "connector") this.#write(previous);
      else if (previous.kind === "number") word = this.#joinLetters(word);
      else if (previous.kind !== "punctuation") word = this.#afterLetters(word);
    }
    this.#write(word);
    return this.#result;
  }

  #write(word: Word): void {
    this.#result += lowered(word, this.#connector);
  }

  #separate(next: Word): void {
    if (next.kind !== "connector" && next.kind !== "punctuation") this.#result += this.#connector;
  }

  /** Letters and digits after a number stay with it; gives the word behind them. */
  #joinLetters(from: Word): Word {
    let next = from;
    while (next.kind === "alphabet" || next.kind === "number") {
      this.#write(next);
      next = this.#words.next();
    }
    if (next.kind !== "none") this.#separate(next);
    return next;
  }

  /** After letters a word begins; a number begins one only if letters follow it. Gives the word to go on with. */
  #afterLetters(next: Word): Word {
    if (next.kind !== "number") {
      this.#separate(next);
      return next;
    }
    if (this.#words.done) return next;
    const following = this.#words.next();
    if (following.kind !== "alphabet") {
      this.#write(next);
      this.#separate(following);
      return following;
    }
    this.#result += this.#connector;
    this.#write(next);
    return this.#joinLetters(following);
  }
}

function lowered({ kind, text: word }: Word, connector: string): string {
  if (kind !== "upper" && kind !== "connector") return word;
  return mapRunes(word, (char) => (isConnector(char) ? connector : isUpper(char) ? toLower(char) : char));
}

function onString(call: (s: string) => string): GoFunction {
  return fixed([STRING], ([s]) => call(text(s)));
}

export const caseFunctions: Readonly<Record<string, GoFunction>> = {
  title: onString(title),
  untitle: onString(untitle),
  swapcase: onString(swapCase),
  snakecase: onString((s) => new WordJoiner(s, "_").join()),
  kebabcase: onString((s) => new WordJoiner(s, "-").join()),
  camelcase: onString(camelCase),
};
