import { joinRawBytes, runeOf, toByteString } from "../bytes.js";
import { type Budget, checkNesting } from "../limits.js";
import { canBackquote, characterOf, hex, quote, unicodeName } from "../strconv.js";
import {
  Complex,
  elementAt,
  floatOf,
  Interface,
  integerOf,
  isNil,
  kindOf,
  mapGet,
  Opaque,
  sliceOf,
  typeOf,
  unwrap,
} from "../values.js";
import { formatFloat } from "./float.js";
import { sortedKeys } from "./sorted.js";

/** What stands between "%" and the verb. */
export interface Flags {
  minus?: boolean;
  plus?: boolean;
  sharp?: boolean;
  space?: boolean;
  zero?: boolean;
  /** "%#v": Go syntax. */
  sharpV?: boolean;
  width?: number | undefined;
  precision?: number | undefined;
}

const BASES: ReadonlyMap<string, number> = new Map([
  ["v", 10],
  ["d", 10],
  ["b", 2],
  ["o", 8],
  ["O", 8],
  ["x", 16],
  ["X", 16],
]);
const FLOAT_VERBS = "vbgGxXfFeE";

/** Formats single values as Go's fmt does, into one text. What formats a kind returns false for a verb it has not. */
export class Printer {
  flags: Flags = {};
  readonly #budget: Budget;
  #out = "";

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** What has been written. */
  get text(): string {
    return joinRawBytes(this.#out);
  }

  write(s: string): true {
    this.#out += s;
    if (this.#out.length > this.#budget.maxOutputBytes) this.#budget.spendText(this.#out.length);
    return true;
  }

  /** Formats one operand. */
  print(arg: unknown, verb: string): void {
    const value = unwrap(arg);
    if (!this.#operand(value, verb)) this.#badVerb(value, verb);
  }

  #operand(value: unknown, verb: string): boolean {
    if (value === null) return (verb === "v" || verb === "T") && this.#pad("<nil>");
    switch (verb) {
      case "T":
        return this.#string(typeOf(value), "s");
      case "p":
        return this.#pointer(value);
      case "w":
        return false;
    }
    this.#value(value, verb, 0);
    return true;
  }

  #badVerb(value: unknown, verb: string): void {
    this.write(`%!${verb}(`);
    if (value !== null) this.write(`${typeOf(value)}=`);
    this.#value(value, "v", 0);
    this.write(")");
  }

  #value(value: unknown, verb: string, depth: number): void {
    if (value instanceof Interface) {
      if (value.value !== null) this.#value(value.value, verb, depth);
      else this.write(this.flags.sharpV ? "interface {}(nil)" : "<nil>");
    } else if (!this.#formatted(value, verb, depth)) this.#badVerb(value, verb);
  }

  #formatted(value: unknown, verb: string, depth: number): boolean {
    switch (kindOf(value)) {
      case "bool":
        return (verb === "t" || verb === "v") && this.#pad(String(value));
      case "int":
        return this.#integer(integerOf(value), verb, true);
      case "uint":
        return this.#integer(integerOf(value), verb, false);
      case "float":
        return this.#float(floatOf(value), verb);
      case "complex":
        return this.#complex(value, verb);
      case "string":
        return this.#string(String(value), verb);
      case "slice":
      case "map":
        return this.#elements(value, verb, depth);
      case "pointer":
        return this.#opaque(value, verb);
      case "invalid":
        return this.write("<nil>");
    }
  }

  #opaque(value: unknown, verb: string): boolean {
    if (!(value instanceof Opaque)) return false;
    return verb === "v" && this.flags.sharpV ? this.write(value.goSyntax) : this.#string(value.text, verb);
  }

  /** A map or slice has an address in Go; here every one has the same. */
  #pointer(value: unknown): boolean {
    const hasAddress = ["map", "slice", "pointer"].includes(kindOf(value));
    return hasAddress && this.#pad(this.flags.sharp ? "c000010000" : "0xc000010000");
  }

  /** A slice or map. */
  #elements(value: unknown, verb: string, depth: number): boolean {
    const { sharpV } = this.flags;
    if (sharpV && isNil(value)) return this.write(`${typeOf(value)}(nil)`);
    const slice = sliceOf(value);
    const keys = slice ? [] : sortedKeys(value);
    const size = slice?.length ?? keys.length;
    this.#budget.spend(size);
    checkNesting(depth);
    this.write(sharpV ? `${typeOf(value)}{` : slice ? "[" : "map[");
    for (let i = 0; i < size; i++) {
      const key = keys[i] ?? "";
      if (i > 0) this.write(sharpV ? ", " : " ");
      if (!slice) {
        this.#value(key, verb, depth);
        this.write(":");
      }
      this.#value(slice ? elementAt(slice, i) : mapGet(value, key), verb, depth + 1);
    }
    return this.write(sharpV ? "}" : "]");
  }

  // Padding.

  /** Writes a text in the width; zeros are only put on the left. */
  #pad(s: string, zeros = this.flags.zero): true {
    const { width, minus } = this.flags;
    if (!width) return this.write(s);
    const missing = Math.max(width - [...s].length, 0);
    this.#budget.spendText(missing);
    const padding = (zeros && !minus ? "0" : " ").repeat(missing);
    return this.write(minus ? s + padding : padding + s);
  }

  /** How many characters are left for the digits of a number that is padded with zeros. */
  #zeroWidth(sign: string): number {
    const { width = 0, zero, minus } = this.flags;
    return zero && !minus ? width - sign.length : 0;
  }

  #sign(isNegative: boolean): string {
    const { plus, space } = this.flags;
    return isNegative ? "-" : plus ? "+" : space ? " " : "";
  }

  // Strings.

  #string(s: string, verb: string): boolean {
    switch (verb) {
      case "v":
        return this.flags.sharpV ? this.#quoted(s) : this.#pad(this.#truncate(s));
      case "s":
        return this.#pad(this.#truncate(s));
      case "x":
      case "X":
        return this.#hexadecimal(s, verb);
      default:
        return verb === "q" && this.#quoted(s);
    }
  }

  #truncate(s: string): string {
    const { precision } = this.flags;
    return precision === undefined ? s : [...s].slice(0, precision).join("");
  }

  #quoted(s: string): true {
    const text = this.#truncate(s);
    const { sharp, plus } = this.flags;
    return this.#pad(sharp && canBackquote(text) ? `\`${text}\`` : quote(text, plus));
  }

  #hexadecimal(s: string, verb: string): true {
    const { precision, sharp, space } = this.flags;
    const pairs = Array.from(toByteString(s).slice(0, precision), (byte) => hex(runeOf(byte), 2));
    const prefix = sharp && pairs.length > 0 ? "0x" : "";
    const text = prefix + pairs.join(space ? ` ${prefix}` : "");
    return this.#pad(verb === "X" ? text.toUpperCase() : text);
  }

  // Integers.

  #integer(n: number | bigint, verb: string, signed: boolean): boolean {
    const { plus, sharp, sharpV, precision = 0 } = this.flags;
    if (verb === "v" && sharpV && !signed) return this.#digits(n, 16, "x", true);
    const base = BASES.get(verb);
    if (base !== undefined) return this.#digits(n, base, verb, sharp);
    switch (verb) {
      case "c":
        return this.#pad(characterOf(n) ?? "\ufffd");
      case "q":
        return this.#pad(quote(characterOf(n) ?? "\ufffd", plus, "'"));
      default:
        return verb === "U" && this.#pad(unicodeName(n, Math.max(precision, 4), sharp === true), false);
    }
  }

  #digits(n: number | bigint, base: number, verb: string, sharp?: boolean): true {
    const { precision } = this.flags;
    if (precision === 0 && Number(n) === 0) return this.#pad("", false);
    const sign = this.#sign(n < 0);
    const digits = (n < 0 ? -n : n).toString(base).padStart(precision ?? this.#zeroWidth(sign), "0");
    const text = sign + integerPrefix(digits, base, verb, sharp) + digits;
    return this.#pad(verb === "X" ? text.toUpperCase() : text, false);
  }

  // Floats.

  #complex(value: unknown, verb: string): boolean {
    if (!(value instanceof Complex) || !FLOAT_VERBS.includes(verb)) return false;
    const { flags } = this;
    this.write("(");
    this.#float(value.re, verb);
    this.flags = { ...flags, plus: true };
    this.#float(value.im, verb);
    this.flags = flags;
    return this.write("i)");
  }

  #float(value: number, verb: string): boolean {
    if (!FLOAT_VERBS.includes(verb)) return false;
    const format = verb === "v" ? "g" : verb === "F" ? "f" : verb;
    const { precision = "feE".includes(format) ? 6 : -1, sharp } = this.flags;
    const plain = formatFloat(value, format, precision);
    const magnitude = plain.replace(/^[+-]/, "");
    const sign = this.#sign(plain.startsWith("-"));
    if (/[NI]/.test(plain)) return this.#pad((sign || plain.replace(/\w+/, "")) + magnitude, false);
    const digits = sharp && format !== "b" ? keepZeros(magnitude, format, precision) : magnitude;
    return this.#pad(sign + digits.padStart(this.#zeroWidth(sign), "0"), false);
  }
}

function integerPrefix(digits: string, base: number, verb: string, sharp?: boolean): string {
  if (verb === "O") return sharp && !digits.startsWith("0") ? "0o0" : "0o";
  if (!sharp) return "";
  if (base === 8) return digits.startsWith("0") ? "" : "0";
  return base === 2 ? "0b" : base === 16 ? "0x" : "";
}

/** "%#g": keeps the point and the trailing zeros that the format would drop. */
function keepZeros(magnitude: string, format: string, precision: number): string {
  const [, number = "", tail = ""] = /^(0x[^p]*|[^e]*)(.*)$/i.exec(magnitude) ?? [];
  const wanted = "gGx".includes(format) ? (precision < 0 ? 6 : precision) : 0;
  const significant = number === "0" ? 1 : number.replace(".", "").replace(/^0+/, "").length;
  const point = number.includes(".") ? "" : ".";
  return number + point + "0".repeat(Math.max(wanted - significant, 0)) + tail;
}
