import { byteLength, isRawByte } from "../bytes.js";
import type { Budget } from "../limits.js";
import { integerOf, kindOf, typeOf, unwrap } from "../values.js";
import { type Flags, noFlags, Printer } from "./printer.js";

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
    const flags = noFlags();
    this.#printer.flags = flags;
    this.#goodArgNum = true;
    this.#afterIndex = false;
    this.#readFlags(flags);
    this.#readIndex();
    this.#readWidth(flags);
    this.#readPrecision(flags);
    if (!this.#afterIndex) this.#readIndex();
    if (this.#at >= this.format.length) this.#printer.write("%!(NOVERB)");
    else this.#verb(flags);
  }

  #peek(): string {
    return this.format.charAt(this.#at);
  }

  #readFlags(flags: Flags): void {
    for (;;) {
      switch (this.#peek()) {
        case "#":
          flags.sharp = true;
          break;
        case "0":
          flags.zero = true;
          break;
        case "+":
          flags.plus = true;
          break;
        case "-":
          flags.minus = true;
          break;
        case " ":
          flags.space = true;
          break;
        default:
          return;
      }
      this.#at++;
    }
  }

  /** "[n]": the operand to use next, counted from 1. */
  #readIndex(): void {
    this.#afterIndex = false;
    if (this.#peek() !== "[") return;
    this.#reordered = true;
    const close = this.format.indexOf("]", this.#at);
    if (close < 0 || byteLength(this.format.slice(this.#at, this.#at + 3)) < 3) {
      this.#goodArgNum = false;
      this.#at++;
      return;
    }
    const digits = this.format.slice(this.#at + 1, close);
    this.#at = close + 1;
    const index = /^\d+$/.test(digits) && !isTooLong(digits) ? Number(digits) - 1 : undefined;
    this.#afterIndex = index !== undefined;
    if (index !== undefined && index >= 0 && index < this.args.length) this.#argNum = index;
    else this.#goodArgNum = false;
  }

  #readWidth(flags: Flags): void {
    if (this.#peek() === "*") {
      this.#at++;
      flags.width = this.#intArg();
      if (flags.width === undefined) this.#printer.write("%!(BADWIDTH)");
      else if (flags.width < 0) {
        flags.width = -flags.width;
        flags.minus = true;
      }
      this.#afterIndex = false;
      return;
    }
    flags.width = this.#readNumber();
    if (this.#afterIndex && flags.width !== undefined) this.#goodArgNum = false;
  }

  #readPrecision(flags: Flags): void {
    if (this.#peek() !== "." || this.#at + 1 >= this.format.length) return;
    this.#at++;
    if (this.#afterIndex) this.#goodArgNum = false;
    this.#readIndex();
    if (this.#peek() !== "*") {
      flags.precision = this.#readNumber() ?? 0;
      return;
    }
    this.#at++;
    const precision = this.#intArg();
    if (precision !== undefined && precision >= 0) flags.precision = precision;
    else this.#printer.write("%!(BADPREC)");
    this.#afterIndex = false;
  }

  /** Decimal digits at the position. A number that is too large swallows the rest of the format. */
  #readNumber(): number | undefined {
    const digits = /^\d*/.exec(this.format.slice(this.#at))?.[0] ?? "";
    if (digits === "") return undefined;
    if (isTooLong(digits)) {
      this.#at = this.format.length;
      return undefined;
    }
    this.#at += digits.length;
    return Number(digits);
  }

  /** The operand of "*"; undefined if it is no integer of reasonable size. */
  #intArg(): number | undefined {
    if (this.#argNum >= this.args.length) return undefined;
    const arg = unwrap(this.args[this.#argNum++]);
    const kind = kindOf(arg);
    if (kind !== "int" && kind !== "uint") return undefined;
    const n = Number(integerOf(arg));
    return Math.abs(n) > LARGEST_NUMBER ? undefined : n;
  }

  #verb(flags: Flags): void {
    const rune = this.format.codePointAt(this.#at) ?? 0;
    const char = String.fromCodePoint(rune);
    const verb = isRawByte(rune) ? "\ufffd" : char;
    this.#at += char.length;
    if (verb === "%") this.#printer.write("%");
    else if (!this.#goodArgNum) this.#printer.write(`%!${verb}(BADINDEX)`);
    else if (this.#argNum >= this.args.length) this.#printer.write(`%!${verb}(MISSING)`);
    else {
      if (verb === "v") useGoSyntax(flags);
      this.#printer.print(this.args[this.#argNum++], verb);
    }
  }

  #extra(): void {
    if (this.#reordered || this.#argNum >= this.args.length) return;
    this.#printer.flags = noFlags();
    this.#printer.write("%!(EXTRA ");
    this.args.slice(this.#argNum).forEach((arg, i) => {
      if (i > 0) this.#printer.write(", ");
      const value = unwrap(arg);
      if (value !== null) this.#printer.write(`${typeOf(value)}=`);
      this.#printer.print(value, "v");
    });
    this.#printer.write(")");
  }
}

/** "%#v" and "%+v" ask for another syntax than the flags do elsewhere. */
function useGoSyntax(flags: Flags): void {
  flags.sharpV = flags.sharp;
  flags.sharp = false;
  flags.plus = false;
}

/** Go gives up when a digit follows a number that is over the limit already: 9999999 still passes. */
function isTooLong(digits: string): boolean {
  return Number(digits.slice(0, -1)) > LARGEST_NUMBER;
}
