import { joinRawBytes, runeOf, toByteString } from "../bytes.js";
import { type Budget, checkNesting } from "../limits.js";
import { canBackquote, characterOf, hex, quote, unicodeName } from "../strconv.js";
import {
  Complex,
  elementsOf,
  floatOf,
  integerOf,
  isNil,
  type Kind,
  kindOf,
  mapGet,
  Opaque,
  typeOf,
  unwrap,
} from "../values.js";
import { formatFloat } from "./float.js";
import { sortedKeys } from "./sorted.js";

const INTEGER_VERBS = "vdboOxXcqU";
const FLOAT_VERBS = "vbgGxXfFeE";
const TEXT_VERBS = "vsxXq";

/** The verbs a kind has; slices and maps have those of their elements. */
const VERBS: Partial<Record<Kind, string>> = {
  bool: "vt",
  int: INTEGER_VERBS,
  uint: INTEGER_VERBS,
  float: FLOAT_VERBS,
  complex: FLOAT_VERBS,
  string: TEXT_VERBS,
  pointer: TEXT_VERBS,
};

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

/** Formats single values as Go's fmt does, into one text. */
export class Printer {
  /** The flags "#0+- " of the directive; "v" stands for the Go syntax that "%#v" asks for. */
  #flags = "";
  #width = 0;
  #precision: number | undefined;
  readonly #budget: Budget;
  #out = "";

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** What has been written. */
  get text(): string {
    return joinRawBytes(this.#out);
  }

  /** Sets what stands between "%" and the verb. */
  format(flags = "", width = 0, precision?: number): void {
    this.#flags = flags;
    this.#width = width;
    this.#precision = precision;
  }

  write(s: string): void {
    this.#out += s;
    if (this.#out.length > this.#budget.maxOutputBytes) this.#budget.spendText(this.#out.length);
  }

  /** Formats one operand. */
  print(arg: unknown, verb: string): void {
    const value = unwrap(arg);
    if (value === null && "vT".includes(verb)) this.#pad("<nil>");
    else if (value === null || verb === "w") this.#badVerb(value, verb);
    else if (verb === "T") this.#pad(this.#truncate(typeOf(value)));
    else if (verb === "p") this.#pointer(value);
    else this.#value(value, verb, 0);
  }

  #badVerb(value: unknown, verb: string): void {
    this.write(`%!${verb}(${value === null ? "" : `${typeOf(value)}=`}`);
    this.#value(value, "v", 0);
    this.write(")");
  }

  /** A map or slice has an address in Go; here every one has the same. */
  #pointer(value: unknown): void {
    if (!["map", "slice", "pointer"].includes(kindOf(value))) this.#badVerb(value, "p");
    else this.#pad(this.#has("#") ? "c000010000" : "0xc000010000");
  }

  #value(arg: unknown, verb: string, depth: number): void {
    const value = unwrap(arg);
    const kind = kindOf(value);
    if (VERBS[kind]?.includes(verb) === false) return this.#badVerb(value, verb);
    switch (kind) {
      case "bool":
        return this.#pad(String(value));
      case "int":
      case "uint":
        return this.#integer(integerOf(value), verb, kind);
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
        return this.write(this.#has("v") ? "interface {}(nil)" : "<nil>");
    }
  }

  #opaque(value: unknown, verb: string): void {
    if (!(value instanceof Opaque)) return;
    if (this.#has("v")) this.write(value.goSyntax);
    else this.#string(value.text, verb);
  }

  /** A slice or map. */
  #elements(value: unknown, verb: string, depth: number): void {
    const inGo = this.#has("v");
    if (inGo && isNil(value)) return this.write(`${typeOf(value)}(nil)`);
    const isSlice = kindOf(value) === "slice";
    const keys = isSlice ? [] : sortedKeys(value);
    const elements = isSlice ? elementsOf(value) : keys.map((key) => mapGet(value, key));
    this.#budget.spend(elements.length);
    checkNesting(depth);
    this.write(inGo ? `${typeOf(value)}{` : isSlice ? "[" : "map[");
    elements.forEach((element, i) => {
      if (i > 0) this.write(inGo ? ", " : " ");
      for (const key of keys.slice(i, i + 1)) {
        this.#value(key, verb, depth);
        this.write(":");
      }
      this.#value(element, verb, depth + 1);
    });
    this.write(inGo ? "}" : "]");
  }

  // Padding.

  #has(flag: string): boolean {
    return this.#flags.includes(flag);
  }

  /** Whether numbers are padded with zeros, which is only done on the left. */
  get #padsZeros(): boolean {
    return this.#has("0") && !this.#has("-");
  }

  /** Writes a text in the width. */
  #pad(s: string, zeros = this.#padsZeros): void {
    const missing = this.#width && Math.max(this.#width - [...s].length, 0);
    this.#budget.spendText(missing);
    const padding = (zeros ? "0" : " ").repeat(missing);
    this.write(this.#has("-") ? s + padding : padding + s);
  }

  /** How many characters are left for the digits of a number that is padded with zeros. */
  #zeroWidth(sign: string): number {
    return this.#padsZeros ? this.#width - sign.length : 0;
  }

  #sign(isNegative: boolean): string {
    return isNegative ? "-" : this.#has("+") ? "+" : this.#has(" ") ? " " : "";
  }

  // Strings.

  #string(s: string, verb: string): void {
    if (verb === "q" || (verb === "v" && this.#has("v"))) this.#quoted(this.#truncate(s));
    else if ("vs".includes(verb)) this.#pad(this.#truncate(s));
    else this.#hexadecimal(s, verb);
  }

  #truncate(s: string): string {
    return this.#precision === undefined ? s : [...s].slice(0, this.#precision).join("");
  }

  #quoted(s: string): void {
    this.#pad(this.#has("#") && canBackquote(s) ? `\`${s}\`` : quote(s, this.#has("+")));
  }

  #hexadecimal(s: string, verb: string): void {
    const bytes = toByteString(s).slice(0, this.#precision);
    const pairs = Array.from(bytes, (byte) => hex(runeOf(byte), 2));
    const prefix = this.#has("#") && bytes ? "0x" : "";
    this.#pad(inCase(verb, prefix + pairs.join(this.#has(" ") ? ` ${prefix}` : "")));
  }

  // Numbers.

  #integer(n: number | bigint, verb: string, kind: Kind): void {
    const base = BASES[verb];
    const char = characterOf(n) ?? "\ufffd";
    // Go syntax has unsigned numbers in base 16.
    if (kind === "uint" && this.#has("v")) this.#digits(n, 16, verb, true);
    else if (base) this.#digits(n, base, verb, this.#has("#"));
    else if (verb === "c") this.#pad(char);
    else if (verb === "q") this.#pad(quote(char, this.#has("+"), "'"));
    else this.#pad(unicodeName(n, Math.max(this.#precision ?? 0, 4), this.#has("#")), false);
  }

  #digits(n: number | bigint, base: number, verb: string, sharp: boolean): void {
    if (this.#precision === 0 && Number(n) === 0) return this.#pad("", false);
    const sign = this.#sign(n < 0);
    const width = this.#precision ?? this.#zeroWidth(sign);
    const digits = (n < 0 ? -n : n).toString(base).padStart(width, "0");
    this.#pad(inCase(verb, sign + prefixOf(digits, base, verb, sharp) + digits), false);
  }

  #complex(value: unknown, verb: string): void {
    if (!(value instanceof Complex)) return;
    const flags = this.#flags;
    this.write("(");
    this.#float(value.re, verb);
    this.#flags += "+";
    this.#float(value.im, verb);
    this.#flags = flags;
    this.write("i)");
  }

  #float(value: number, verb: string): void {
    const format = verb === "v" ? "g" : verb === "F" ? "f" : verb;
    const precision = this.#precision ?? ("feE".includes(format) ? 6 : -1);
    const sign = this.#sign(value < 0 || Object.is(value, -0));
    const magnitude = formatFloat(Math.abs(value), format, precision);
    if (!Number.isFinite(value)) return this.#pad((sign || (value > 0 ? "+" : "")) + magnitude, false);
    const digits = this.#has("#") && format !== "b" ? keepZeros(magnitude, format, precision) : magnitude;
    this.#pad(sign + digits.padStart(this.#zeroWidth(sign), "0"), false);
  }
}

/** The text in capitals, if the verb is "X". */
function inCase(verb: string, text: string): string {
  return verb === "X" ? text.toUpperCase() : text;
}

function prefixOf(digits: string, base: number, verb: string, sharp: boolean): string {
  const zero = sharp && base === 8 && !digits.startsWith("0") ? "0" : "";
  if (verb === "O") return `0o${zero}`;
  return sharp && base === 2 ? "0b" : sharp && base === 16 ? "0x" : zero;
}

/** "%#g": keeps the point and the trailing zeros that the format would drop. */
function keepZeros(magnitude: string, format: string, precision: number): string {
  const [, number = "", tail = ""] = /^(0x[^p]*|[^e]*)(.*)$/i.exec(magnitude) ?? [];
  const wanted = "gGx".includes(format) ? (precision < 0 ? 6 : precision) : 0;
  const significant = number === "0" ? 1 : number.replace(".", "").replace(/^0+/, "").length;
  const point = number.includes(".") ? "" : ".";
  return number + point + "0".repeat(Math.max(wanted - significant, 0)) + tail;
}
