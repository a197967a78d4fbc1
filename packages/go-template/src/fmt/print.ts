import { isRawByte, joinRawBytes, runeOf } from "@lookinglass/go";
import type { Budget } from "../limits.js";
import { matchAt } from "../match.js";
import { integerOf, kindOf, unwrap } from "../values.js";
import { append, type Directive, formatOperand, typed } from "./printer.js";

/** "%v" without flags. */
function plain(budget: Budget): Directive {
  return { budget, flags: "", width: 0, precision: undefined };
}

/** fmt.Sprint: a space only between two operands that are both no strings. */
export function sprint(args: readonly unknown[], budget: Budget): string {
  let text = "";
  let previousIsString = true;
  for (const arg of args) {
    const isString = typeof unwrap(arg) === "string";
    if (!isString && !previousIsString) text += " ";
    text = append(budget, text, formatOperand(plain(budget), arg, "v"));
    previousIsString = isString;
  }
  return joinRawBytes(text);
}

/** fmt.Sprintln: a space between all operands, a line feed at the end. */
export function sprintln(args: readonly unknown[], budget: Budget): string {
  return `${args.map((arg) => sprint([arg], budget)).join(" ")}\n`;
}

/** Widths and precisions beyond this are refused. */
const LARGEST_NUMBER = 1_000_000;

/**
 * Text, and a directive with its flags, width, precision and verb. An index of an operand may stand before each of
 * these three, but for the verb not after one that is in force: its bracket is the verb then. A number that is too large swallows the rest of the
 * format; Go finds that it is when it reads a digit more, so 10000009 passes. A point at the end is the verb.
 */
function directive(index: string): RegExp {
  const size = String.raw`(${index})?(\*|0*(?:1000000\d|\d{0,7})(?!\d)|.*)`;
  return new RegExp(String.raw`([^%]*)(?:%([#0+ -]*)${size}(?:(\.(?=.))${size})?(${index})?(.?))?`, "suy");
}

/** An index ends with its bracket; without one, and at the end of the format, the opening bracket is all of it. */
const DIRECTIVE = directive(String.raw`\[(?:(?!\]$)[^\]]*\])?`);
/** The same where no bracket follows any more: none is searched for. */
const UNCLOSED = directive(String.raw`\[`);

/** fmt.Sprintf of a format and operands. */
export function sprintf([first, ...args]: readonly unknown[], budget: Budget): string {
  const source = String(first);
  const lastClose = source.lastIndexOf("]");
  let text = "";
  let argNum = 0;
  let isGood = true;
  /** An index is in force; one has been in force, so that operands left over are not reported. */
  let isIndexed = false;
  let isReordered = false;
  const write = (s: string) => {
    text = append(budget, text, s);
  };
  /** "[n]": the operand to use next, counted from 1. */
  const takeIndex = (index = "") => {
    const n = Number(/^\[(\d{1,7})\]$/.exec(index)?.[1] ?? -1);
    isIndexed = n >= 0;
    isReordered ||= index !== "";
    if (n > 0 && n <= args.length) argNum = n - 1;
    else if (index) isGood = false;
  };
  /** Digits, or "*" for the next operand; undefined if that is no integer in range. */
  const takeSize = (index: string | undefined, size: string, name: string, least: number) => {
    takeIndex(index);
    if (size !== "*") return Number(size);
    isIndexed = false;
    const n = integerIn(args[argNum++]);
    if (n >= least && n <= LARGEST_NUMBER) return n;
    write(`%!(BAD${name})`);
    return undefined;
  };
  for (let at = 0; at < source.length; ) {
    const [all = "", before = "", flags, index, size = "", point, index2, prec = "", index3 = "", char = ""] =
      matchAt(at > lastClose ? UNCLOSED : DIRECTIVE, source, at);
    at += all.length;
    write(before);
    if (flags === undefined) continue;
    isGood = true;
    const width = takeSize(index, size, "WIDTH", -LARGEST_NUMBER) ?? 0;
    if (isIndexed && (size || point)) isGood = false;
    const precision = point ? takeSize(index2, prec, "PREC", 0) : undefined;
    const isBracket = isIndexed && index3;
    if (isBracket) at -= index3.length + char.length - 1;
    else takeIndex(index3);
    const verb = isBracket ? "[" : isRawByte(runeOf(char)) ? "\ufffd" : char;
    const directive = { budget, flags: flagsOf(flags, width, verb), width: Math.abs(width), precision };
    if (verb === "%") write(verb);
    else if (!verb) write("%!(NOVERB)");
    else if (!isGood) write(`%!${verb}(BADINDEX)`);
    else if (argNum < args.length) write(formatOperand(directive, args[argNum++], verb));
    else write(`%!${verb}(MISSING)`);
  }
  if (!isReordered && argNum < args.length) write(extra(args.slice(argNum), budget));
  return joinRawBytes(text);
}

/** What is said of operands left over. */
function extra(args: readonly unknown[], budget: Budget): string {
  return `%!(EXTRA ${args.map((arg) => typed(plain(budget), unwrap(arg))).join(", ")})`;
}

/** The integer that "*" stands for. */
function integerIn(arg: unknown): number {
  const value = unwrap(arg);
  return kindOf(value) === "int" ? Number(integerOf(value)) : Number.NaN;
}

/** Flags as verbs see them: with "v" and "w", which is for errors, "#" and "+" ask for another syntax than elsewhere. */
function flagsOf(flags: string, width: number, verb: string): string {
  const all = width < 0 ? `${flags}-` : flags;
  return "vw".includes(verb) ? all.replaceAll("+", "V").replaceAll("#", "v") : all;
}
