import { isRawByte, runeOf } from "../bytes.js";
import type { Budget } from "../limits.js";
import { integerOf, isInteger, typeOf, unwrap } from "../values.js";
import { Printer } from "./printer.js";

/** fmt.Sprint: a space only between two operands that are both no strings. */
export function sprint(budget: Budget, args: readonly unknown[]): string {
  const printer = new Printer(budget);
  let previousIsString = true;
  for (const arg of args) {
    const isString = typeof unwrap(arg) === "string";
    if (!isString && !previousIsString) printer.write(" ");
    printer.print(arg, "v");
    previousIsString = isString;
  }
  return printer.text;
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
  readonly #printer: Printer;
  #at = 0;
  #argNum = 0;
  /** An explicit argument index has been used: unused operands are not reported. */
  #reordered = false;
  #goodArgNum = true;
  #afterIndex = false;

  constructor(
    budget: Budget,
    readonly format: string,
    readonly args: readonly unknown[],
  ) {
    this.#printer = new Printer(budget);
  }

  run(): string {
    while (this.#at < this.format.length) {
      this.#printer.write(this.#take(/[^%]*/y));
      if (this.#take(/%/y)) this.#directive();
    }
    if (!this.#reordered) this.#extra(this.args.slice(this.#argNum));
    return this.#printer.text;
  }

  /** Reads what a sticky expression matches at the position. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.format) ?? [];
    this.#at += found.length;
    return found;
  }

  #directive(): void {
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
    // "%#v" and "%+v" ask for another syntax than the flags do elsewhere.
    if (verb === "v") flags = flags.replaceAll("+", "").replaceAll("#", "v");
    this.#printer.format(flags, Math.abs(width), precision);
    this.#verb(verb);
  }

  /** "[n]": the operand to use next, counted from 1. */
  #readIndex(): void {
    this.#afterIndex = false;
    if (!this.#take(/\[/y)) return;
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
    if (!this.#take(/\.(?!$)/y)) return undefined;
    if (this.#afterIndex) this.#goodArgNum = false;
    this.#readIndex();
    return this.#readSize("PREC", 0);
  }

  /** Digits, or "*" for the next operand; undefined if that is no integer in range. */
  #readSize(name: string, least: number): number | undefined {
    if (this.#take(/\*/y)) {
      this.#afterIndex = false;
      const arg = unwrap(this.args[this.#argNum++]);
      const size = isInteger(arg) ? Number(integerOf(arg)) : Number.NaN;
      if (size >= least && size <= LARGEST_NUMBER) return size;
      this.#printer.write(`%!(BAD${name})`);
      return undefined;
    }
    const digits = this.#take(/\d*/y);
    // A number that is too large swallows the rest of the format.
    if (isTooLong(digits)) this.#at = this.format.length;
    return Number(digits);
  }

  #verb(verb: string): void {
    const missing = this.#argNum >= this.args.length && "MISSING";
    const problem = this.#goodArgNum ? missing : "BADINDEX";
    if (verb === "") this.#printer.write("%!(NOVERB)");
    else if (verb === "%") this.#printer.write(verb);
    else if (problem) this.#printer.write(`%!${verb}(${problem})`);
    else this.#printer.print(this.args[this.#argNum++], verb);
  }

  #extra(args: readonly unknown[]): void {
    this.#printer.format();
    args.forEach((arg, i) => {
      const value = unwrap(arg);
      this.#printer.write(i > 0 ? ", " : "%!(EXTRA ");
      if (value !== null) this.#printer.write(`${typeOf(value)}=`);
      this.#printer.print(value, "v");
    });
    if (args.length > 0) this.#printer.write(")");
  }
}

/** Go gives up when a digit follows a number that is over the limit already: 9999999 still passes. */
function isTooLong(digits: string): boolean {
  return Number(digits.slice(0, -1)) > LARGEST_NUMBER;
}
