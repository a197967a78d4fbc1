import { byteLength, isRawByte, runeOf } from "../bytes.js";
import type { Budget } from "../limits.js";
import { integerOf, isInteger, typeOf, unwrap } from "../values.js";
import { type Flags, Printer } from "./printer.js";

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
  const printer = new Printer(budget);
  args.forEach((arg, i) => {
    if (i > 0) printer.write(" ");
    printer.print(arg, "v");
  });
  printer.write("\n");
  return printer.text;
}

/** fmt.Sprintf. */
export function sprintf(budget: Budget, format: string, args: readonly unknown[]): string {
  return new Formatter(budget, format, args).run();
}

/** Widths and precisions beyond this are refused. */
const LARGEST_NUMBER = 1_000_000;

const FLAG_NAMES: ReadonlyMap<string, "sharp" | "zero" | "plus" | "minus" | "space"> = new Map([
  ["#", "sharp"],
  ["0", "zero"],
  ["+", "plus"],
  ["-", "minus"],
  [" ", "space"],
]);

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
    const { format } = this;
    while (this.#at < format.length) {
      const percent = format.indexOf("%", this.#at);
      const end = percent < 0 ? format.length : percent;
      this.#printer.write(format.slice(this.#at, end));
      this.#at = end + 1;
      if (percent >= 0) this.#directive();
    }
    this.#extra();
    return this.#printer.text;
  }

  #directive(): void {
    const flags: Flags = {};
    this.#printer.flags = flags;
    this.#goodArgNum = true;
    this.#readFlags(flags);
    this.#readIndex();
    this.#readWidth(flags);
    this.#readPrecision(flags);
    if (!this.#afterIndex) this.#readIndex();
    if (this.#at < this.format.length) this.#verb(flags);
    else this.#printer.write("%!(NOVERB)");
  }

  /** Reads a character, if it is the next one. */
  #accept(char: string): boolean {
    const found = this.format.startsWith(char, this.#at);
    if (found) this.#at++;
    return found;
  }

  #readFlags(flags: Flags): void {
    for (;;) {
      const name = FLAG_NAMES.get(this.format.charAt(this.#at));
      if (name === undefined) return;
      flags[name] = true;
      this.#at++;
    }
  }

  /** "[n]": the operand to use next, counted from 1. */
  #readIndex(): void {
    this.#afterIndex = false;
    if (!this.#accept("[")) return;
    this.#reordered = true;
    const wasGood = this.#goodArgNum;
    this.#goodArgNum = false;
    const close = this.format.indexOf("]", this.#at);
    if (close < 0 || byteLength(this.format.slice(this.#at, this.#at + 2)) < 2) return;
    const digits = this.format.slice(this.#at, close);
    this.#at = close + 1;
    this.#afterIndex = /^\d+$/.test(digits) && !isTooLong(digits);
    const index = Number(digits) - 1;
    if (!this.#afterIndex || index < 0 || index >= this.args.length) return;
    this.#argNum = index;
    this.#goodArgNum = wasGood;
  }

  #readWidth(flags: Flags): void {
    if (!this.#accept("*")) {
      flags.width = this.#readNumber();
      if (this.#afterIndex && flags.width !== undefined) this.#goodArgNum = false;
      return;
    }
    const width = this.#intArg();
    if (width === undefined) this.#printer.write("%!(BADWIDTH)");
    else {
      flags.width = Math.abs(width);
      flags.minus ||= width < 0;
    }
    this.#afterIndex = false;
  }

  #readPrecision(flags: Flags): void {
    // A point at the end is the verb.
    if (this.#at + 1 >= this.format.length || !this.#accept(".")) return;
    if (this.#afterIndex) this.#goodArgNum = false;
    this.#readIndex();
    if (!this.#accept("*")) {
      flags.precision = this.#readNumber() ?? 0;
      return;
    }
    const precision = this.#intArg() ?? -1;
    if (precision >= 0) flags.precision = precision;
    else this.#printer.write("%!(BADPREC)");
    this.#afterIndex = false;
  }

  /** Decimal digits at the position. A number that is too large swallows the rest of the format. */
  #readNumber(): number | undefined {
    const [digits = ""] = /^\d*/.exec(this.format.slice(this.#at)) ?? [];
    const tooLong = isTooLong(digits);
    this.#at = tooLong ? this.format.length : this.#at + digits.length;
    return tooLong || digits === "" ? undefined : Number(digits);
  }

  /** The operand of "*"; undefined if it is no integer of reasonable size. */
  #intArg(): number | undefined {
    if (this.#argNum >= this.args.length) return undefined;
    const arg = unwrap(this.args[this.#argNum++]);
    const n = isInteger(arg) ? Number(integerOf(arg)) : Number.NaN;
    return Math.abs(n) <= LARGEST_NUMBER ? n : undefined;
  }

  #verb(flags: Flags): void {
    const [char = ""] = this.format.slice(this.#at, this.#at + 2);
    const verb = isRawByte(runeOf(char)) ? "\ufffd" : char;
    this.#at += char.length;
    if (verb === "%") this.#printer.write("%");
    else if (!this.#goodArgNum) this.#printer.write(`%!${verb}(BADINDEX)`);
    else if (this.#argNum >= this.args.length) this.#printer.write(`%!${verb}(MISSING)`);
    else {
      // "%#v" and "%+v" ask for another syntax than the flags do elsewhere.
      if (verb === "v") Object.assign(flags, { sharpV: flags.sharp, sharp: false, plus: false });
      this.#printer.print(this.args[this.#argNum++], verb);
    }
  }

  #extra(): void {
    if (this.#reordered || this.#argNum >= this.args.length) return;
    this.#printer.flags = {};
    let before = "%!(EXTRA ";
    for (const arg of this.args.slice(this.#argNum)) {
      const value = unwrap(arg);
      this.#printer.write(value === null ? before : `${before}${typeOf(value)}=`);
      this.#printer.print(value, "v");
      before = ", ";
    }
    this.#printer.write(")");
  }
}

/** Go gives up when a digit follows a number that is over the limit already: 9999999 still passes. */
function isTooLong(digits: string): boolean {
  return Number(digits.slice(0, -1)) > LARGEST_NUMBER;
}
