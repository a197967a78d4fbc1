import { joinRawBytes, toBytes } from "../bytes.js";
import type { Budget } from "../limits.js";
import { canBackquote, characterOf, hex, quote, unicodeName } from "../strconv.js";
import {
  Complex,
  elementAt,
  floatOf,
  Interface,
  integerOf,
  kindOf,
  mapGet,
  Opaque,
  type Slice,
  sliceOf,
  TypedMap,
  typeOf,
  unwrap,
} from "../values.js";
import { formatFloat } from "./float.js";
import { sortedKeys } from "./sorted.js";

/** What stands between "%" and the verb. */
export interface Flags {
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** "%#v": Go syntax. */
  sharpV: boolean;
  width: number | undefined;
  precision: number | undefined;
}

export function noFlags(): Flags {
  return {
    minus: false,
    plus: false,
    sharp: false,
    space: false,
    zero: false,
    sharpV: false,
    width: undefined,
    precision: undefined,
  };
}

const PLAIN = noFlags();
const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const FLOAT_VERBS = "vbgGxXfFeE";

/** Formats single values as Go's fmt does, into one text. */
export class Printer {
  flags: Flags = PLAIN;
  #out = "";

  constructor(readonly budget: Budget) {}

  /** What has been written. */
  get text(): string {
    return joinRawBytes(this.#out);
  }

  write(s: string): void {
    this.#out += s;
    if (this.#out.length > this.budget.maxOutputBytes) this.budget.spendText(this.#out.length);
  }

  /** Formats one operand. */
  print(arg: unknown, verb: string): void {
    const value = unwrap(arg);
    if (value === null) this.#nil(verb);
    else if (verb === "T") this.#string(typeOf(value), "s");
    else if (verb === "p") this.#pointer(value);
    else if (verb === "w") this.#badVerb(value, verb);
    else this.#value(value, verb, 0);
  }

  #nil(verb: string): void {
    if (verb === "v" || verb === "T") this.#pad("<nil>");
    else this.#badVerb(null, verb);
  }

  #badVerb(value: unknown, verb: string): void {
    this.write(`%!${verb}(`);
    if (value === null) this.write("<nil>");
    else {
      this.write(`${typeOf(value)}=`);
      this.#value(value, "v", 0);
    }
    this.write(")");
  }

  #value(value: unknown, verb: string, depth: number): void {
    if (value instanceof Interface) {
      this.#interface(value, verb, depth);
      return;
    }
    switch (kindOf(value)) {
      case "bool":
        this.#bool(value, verb);
        break;
      case "int":
        this.#integer(value, verb, true);
        break;
      case "uint":
        this.#integer(value, verb, false);
        break;
      case "float":
        this.#floatVerb(value, verb);
        break;
      case "complex":
        this.#complex(value, verb);
        break;
      case "string":
        if (!this.#string(String(value), verb)) this.#badVerb(value, verb);
        break;
      case "slice":
        this.#slice(sliceOf(value), verb, depth);
        break;
      case "map":
        this.#map(value, verb, depth);
        break;
      case "pointer":
        this.#opaque(value, verb);
        break;
      case "invalid":
        this.write("<nil>");
    }
  }

  #interface({ value }: Interface, verb: string, depth: number): void {
    if (value !== null) this.#value(value, verb, depth);
    else this.write(this.flags.sharpV ? "interface {}(nil)" : "<nil>");
  }

  #opaque(value: unknown, verb: string): void {
    if (!(value instanceof Opaque)) return;
    if (verb === "v" && this.flags.sharpV) this.write(value.goSyntax);
    else if (!this.#string(value.text, verb)) this.#badVerb(value, verb);
  }

  #bool(value: unknown, verb: string): void {
    if (verb === "t" || verb === "v") this.#pad(String(value));
    else this.#badVerb(value, verb);
  }

  /** A map or slice has an address in Go; here every one has the same. */
  #pointer(value: unknown): void {
    const kind = kindOf(value);
    if (kind !== "map" && kind !== "slice" && kind !== "pointer") this.#badVerb(value, "p");
    else this.#pad(this.flags.sharp ? "c000010000" : "0xc000010000");
  }

  #slice(slice: Slice | undefined, verb: string, depth: number): void {
    if (slice === undefined) return;
    const { sharpV } = this.flags;
    if (sharpV && slice.isNil) {
      this.write(`${slice.type}(nil)`);
      return;
    }
    this.#enter(slice.length, depth);
    this.write(sharpV ? `${slice.type}{` : "[");
    for (let i = 0; i < slice.length; i++) {
      if (i > 0) this.write(sharpV ? ", " : " ");
      this.#value(elementAt(slice, i), verb, depth + 1);
    }
    this.write(sharpV ? "}" : "]");
  }

  #map(map: unknown, verb: string, depth: number): void {
    const { sharpV } = this.flags;
    if (sharpV && map instanceof TypedMap && map.isNil) {
      this.write(`${typeOf(map)}(nil)`);
      return;
    }
    const keys = sortedKeys(map);
    this.#enter(keys.length, depth);
    this.write(sharpV ? `${typeOf(map)}{` : "map[");
    keys.forEach((key, i) => {
      if (i > 0) this.write(sharpV ? ", " : " ");
      this.#value(key, verb, depth + 1);
      this.write(":");
      this.#value(mapGet(map, key), verb, depth + 1);
    });
    this.write(sharpV ? "}" : "]");
  }

  #enter(size: number, depth: number): void {
    this.budget.spend(size);
    this.budget.checkNesting(depth);
  }

  // Padding.

  #padding(length: number, zeros: boolean): string {
    const missing = Math.max((this.flags.width ?? 0) - length, 0);
    this.budget.spendText(missing);
    return (zeros ? "0" : " ").repeat(missing);
  }

  /** Writes a text in the width; zeros are only put on the left. */
  #pad(s: string, zeros = this.flags.zero && !this.flags.minus): void {
    if (this.flags.width === undefined) this.write(s);
    else if (this.flags.minus) this.write(s + this.#padding([...s].length, false));
    else this.write(this.#padding([...s].length, zeros) + s);
  }

  // Strings.

  /** Formats a string; false if it knows no such verb. */
  #string(s: string, verb: string): boolean {
    switch (verb) {
      case "v":
      case "s":
        if (verb === "v" && this.flags.sharpV) this.#quoted(s);
        else this.#pad(this.#truncate(s));
        return true;
      case "x":
      case "X":
        this.#hexadecimal(s, verb);
        return true;
      case "q":
        this.#quoted(s);
        return true;
      default:
        return false;
    }
  }

  #truncate(s: string): string {
    const { precision } = this.flags;
    if (precision === undefined || s.length <= precision) return s;
    return [...s].slice(0, precision).join("");
  }

  #quoted(s: string): void {
    const text = this.#truncate(s);
    if (this.flags.sharp && canBackquote(text)) this.#pad(`\`${text}\``);
    else this.#pad(quote(text, this.flags.plus));
  }

  #hexadecimal(s: string, verb: string): void {
    const { precision, sharp, space } = this.flags;
    const pairs = Array.from(toBytes(s).subarray(0, precision), (byte) => hex(byte, 2));
    const prefix = sharp && pairs.length > 0 ? "0x" : "";
    const text = prefix + pairs.join(space ? ` ${prefix}` : "");
    this.#pad(verb === "X" ? text.toUpperCase() : text);
  }

  // Integers.

  #integer(value: unknown, verb: string, signed: boolean): void {
    const n = integerOf(value);
    const base = BASES[verb];
    if (verb === "v" && this.flags.sharpV && !signed) this.#digits(n, 16, "x", true);
    else if (base !== undefined) this.#digits(n, base, verb, this.flags.sharp);
    else if (verb === "c") this.#pad(characterOf(n));
    else if (verb === "q") this.#pad(quote(characterOf(n), this.flags.plus, "'"));
    else if (verb === "U") this.#pad(this.#unicode(n), false);
    else this.#badVerb(value, verb);
  }

  #digits(n: number | bigint, base: number, verb: string, sharp: boolean): void {
    const { width, precision, zero, minus, plus, space } = this.flags;
    const negative = n < 0;
    if (precision === 0 && Number(n) === 0) {
      this.write(this.#padding(0, false));
      return;
    }
    const sign = negative ? "-" : plus ? "+" : space ? " " : "";
    const zeroWidth = zero && !minus && width !== undefined ? width - sign.length : 0;
    const digits = (negative ? -n : n).toString(base).padStart(precision ?? zeroWidth, "0");
    const text = sign + integerPrefix(digits, base, verb, sharp) + digits;
    this.#pad(verb === "X" ? text.toUpperCase() : text, false);
  }

  #unicode(n: number | bigint): string {
    const { precision, sharp } = this.flags;
    return unicodeName(n, Math.max(precision ?? 0, 4), sharp);
  }

  // Floats.

  #floatVerb(value: unknown, verb: string): void {
    if (FLOAT_VERBS.includes(verb)) this.#float(floatOf(value), verb);
    else this.#badVerb(value, verb);
  }

  #complex(value: unknown, verb: string): void {
    if (!(value instanceof Complex) || !FLOAT_VERBS.includes(verb)) {
      this.#badVerb(value, verb);
      return;
    }
    const { plus } = this.flags;
    this.write("(");
    this.#float(value.re, verb);
    this.flags = { ...this.flags, plus: true };
    this.#float(value.im, verb);
    this.flags = { ...this.flags, plus };
    this.write("i)");
  }

  #float(value: number, verb: string): void {
    const format = verb === "v" ? "g" : verb === "F" ? "f" : verb;
    const precision = this.flags.precision ?? ("feE".includes(format) ? 6 : -1);
    const { plus, space, zero, minus, width, sharp } = this.flags;
    const plain = formatFloat(value, format, precision);
    const magnitude = plain.replace(/^[+-]/, "");
    const sign = plain.startsWith("-") ? "-" : plus ? "+" : space ? " " : "";
    if (magnitude === "NaN" || magnitude === "Inf") {
      this.#pad((sign || (magnitude === "Inf" ? "+" : "")) + magnitude, false);
      return;
    }
    const digits = sharp && format !== "b" ? keepZeros(magnitude, format, precision) : magnitude;
    const zeros =
      zero && !minus && width !== undefined ? this.#padding(sign.length + digits.length, true) : "";
    this.#pad(sign + zeros + digits, false);
  }
}

function integerPrefix(digits: string, base: number, verb: string, sharp: boolean): string {
  if (verb === "O") return sharp && !digits.startsWith("0") ? "0o0" : "0o";
  if (!sharp) return "";
  if (base === 2) return "0b";
  if (base === 8) return digits.startsWith("0") ? "" : "0";
  return base === 16 ? "0x" : "";
}

/** "%#g": keeps the point and the trailing zeros that the format would drop. */
function keepZeros(magnitude: string, format: string, precision: number): string {
  const hexadecimal = format === "x" || format === "X";
  const split = magnitude.search(hexadecimal ? /[pP]/ : /[eE]/);
  const number = split < 0 ? magnitude : magnitude.slice(0, split);
  const tail = split < 0 ? "" : magnitude.slice(split);
  const wanted = "gGx".includes(format) ? (precision < 0 ? 6 : precision) : 0;
  const significant = number.replace(".", "").replace(/^0+/, "").length;
  const zeroLead = number === "0" ? 1 : 0;
  const point = number.includes(".") ? "" : ".";
  return number + point + "0".repeat(Math.max(wanted - significant - zeroLead, 0)) + tail;
}
