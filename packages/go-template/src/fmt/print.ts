import { isRawByte, joinRawBytes, runeOf } from "../bytes.js";
import type { Budget } from "../limits.js";
import { integerOf, isInteger, typeOf, unwrap } from "../values.js";
import { append, format } from "./printer.js";

/** An operand as "%v" prints it, flags aside. */
function plain(budget: Budget, arg: unknown): string {
  return format({ budget, flags: "", width: 0, precision: undefined }, arg, "v");
}

/** fmt.Sprint: a space only between two operands that are both no strings. */
export function sprint(budget: Budget, args: readonly unknown[]): string {
  let text = "";
  let previousIsString = true;
  for (const arg of args) {
    const isString = typeof unwrap(arg) === "string";
    if (!isString && !previousIsString) text += " ";
    text = append(budget, text, plain(budget, arg));
    previousIsString = isString;
  }
  return joinRawBytes(text);
}

/** fmt.Sprintln: a space between all operands, a line feed at the end. */
export function sprintln(budget: Budget, args: readonly unknown[]): string {
  return `${args.map((arg) => sprint(budget, [arg])).join(" ")}\n`;
}

/** fmt.Sprintf. */
export function sprintf(budget: Budget, format: string, args: readonly unknown[]): string {
  return new Formatter(budget, format, args).run();
}

/** Widths and precisions beyond this are refused. */
const LARGEST_NUMBER = 1_000_000;

class Formatter {
  #text = "";
  #at = 0;
  #argNum = 0;
  /** An explicit argument index has been used: unused operands are not reported. */
  #reordered = false;
  #goodArgNum = true;
  #afterIndex = false;

  constructor(
    readonly budget: Budget,
    readonly format: string,
    readonly args: readonly unknown[],
  ) {}

  run(): string {
    while (this.#at < this.format.length) {
      this.#write(this.#take(/[^%]*/y));
      if (this.#accept("%")) this.#write(this.#directive());
    }
    const rest = this.#reordered ? [] : this.args.slice(this.#argNum);
    if (rest.length > 0) this.#write(`%!(EXTRA ${rest.map((arg) => this.#extra(arg)).join(", ")})`);
    return joinRawBytes(this.#text);
  }

  #write(s: string): void {
    this.#text = append(this.budget, this.#text, s);
  }

  /** Reads a character, if it is the next one. */
  #accept(char: string): boolean {
    const found = this.format.startsWith(char, this.#at);
    if (found) this.#at++;
    return found;
  }

  /** Reads what a sticky expression matches at the position. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.format) ?? [];
    this.#at += found.length;
    return found;
  }

  #directive(): string {
    this.#goodArgNum = true;
    let flags = this.#take(/[#0+ -]*/y);
    this.#readIndex();
    const start = this.#at;
    const width = this.#readSize("WIDTH", -LARGEST_NUMBER) ?? 0;
    if (this.#afterIndex && this.#at > start) this.#goodArgNum = false;
    if (width < 0) flags += "-";
    const precision = this.#readPrecision();
    if (!this.#afterIndex) this.#readIndex();
    const char = this.#take(/./suy);
    const verb = isRawByte(runeOf(char)) ? "\ufffd" : char;
    const problem = this.#problem(verb);
    if (verb === "%" || problem) return problem ?? verb;
    // "%#v" and "%+v" ask for another syntax than the flags do elsewhere.
    if (verb === "v") flags = flags.replaceAll("+", "").replaceAll("#", "v");
    const directive = { budget: this.budget, flags, width: Math.abs(width), precision };
    return format(directive, this.args[this.#argNum++], verb);
  }

  /** Why there is no operand for the verb. */
  #problem(verb: string): string | undefined {
    if (verb === "") return "%!(NOVERB)";
    if (verb === "%") return undefined;
    if (!this.#goodArgNum) return `%!${verb}(BADINDEX)`;
    return this.#argNum < this.args.length ? undefined : `%!${verb}(MISSING)`;
  }

  /** "[n]": the operand to use next, counted from 1. */
  #readIndex(): void {
    this.#afterIndex = false;
    if (!this.#accept("[")) return;
    this.#reordered = true;
    const wasGood = this.#goodArgNum;
    this.#goodArgNum = false;
    const close = this.format.indexOf("]", this.#at);
    if (close < 0 || this.#at === this.format.length - 1) return;
    const digits = this.format.slice(this.#at, close);
    this.#at = close + 1;
    this.#afterIndex = /^\d+$/.test(digits) && !isTooLong(digits);
    const index = Number(digits) - 1;
    if (!this.#afterIndex || index < 0 || index >= this.args.length) return;
    this.#argNum = index;
    this.#goodArgNum = wasGood;
  }

  #readPrecision(): number | undefined {
    // A point at the end is the verb.
    if (this.#at === this.format.length - 1 || !this.#accept(".")) return undefined;
    if (this.#afterIndex) this.#goodArgNum = false;
    this.#readIndex();
    return this.#readSize("PREC", 0);
  }

  /** Digits, or "*" for the next operand; undefined if that is no integer in range. */
  #readSize(name: string, least: number): number | undefined {
    if (this.#accept("*")) {
      this.#afterIndex = false;
      const arg = unwrap(this.args[this.#argNum++]);
      const size = isInteger(arg) ? Number(integerOf(arg)) : Number.NaN;
      if (size >= least && size <= LARGEST_NUMBER) return size;
      this.#write(`%!(BAD${name})`);
      return undefined;
    }
    const digits = this.#take(/\d*/y);
    // A number that is too large swallows the rest of the format.
    if (isTooLong(digits)) this.#at = this.format.length;
    return Number(digits);
  }

  #extra(arg: unknown): string {
    const value = unwrap(arg);
    const text = plain(this.budget, value);
    return value === null ? text : `${typeOf(value)}=${text}`;
  }
}

/** Go gives up when a digit follows a number that is over the limit already: 9999999 still passes. */
function isTooLong(digits: string): boolean {
  return Number(digits.slice(0, -1)) > LARGEST_NUMBER;
}
