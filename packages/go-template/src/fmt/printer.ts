import {
  canBackquote,
  characterOf,
  fromBytes,
  hex,
  quote,
  runeOf,
  toByteString,
  unicodeName,
} from "@lookinglass/go";
import { entriesOf } from "../entries.js";
import { type Budget, checkBytes, checkNesting, spend, spendText } from "../limits.js";
import {
  Complex,
  elementsOf,
  floatOf,
  type GoValue,
  integerOf,
  isNil,
  type Kind,
  kindOf,
  sliceOf,
  typeOf,
  unwrap,
} from "../values.js";
import { formatFloat } from "./float.js";

/** What stands between "%" and the verb. */
export interface Directive {
  readonly budget: Budget;
  /**
   * Of "#0+- "; "v" stands for the Go syntax that "%#v" asks for, "V" for the names of fields that "%+v" asks for, "!" for
   * a value in an error, whose methods are not asked.
   */
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

const INTEGER_VERBS = "vdboOxXcqU";
const FLOAT_VERBS = "vbgGxXfFeE";
const TEXT_VERBS = "vsxXq";

/** The verbs a kind has; slices and maps have those of their elements. */
const VERBS: Partial<Record<Kind, string>> = {
  bool: "vt",
  int: INTEGER_VERBS,
  float: FLOAT_VERBS,
  complex: FLOAT_VERBS,
  string: TEXT_VERBS,
};

const BASES: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

/** Every map, slice and struct has it. */
const ADDRESS = "0xc000010000";

/** What "#" puts before numbers in a base. */
const PREFIXES: Readonly<Record<number, string>> = { 2: "0b", 8: "0", 16: "0x" };

/** Formats an operand as Go's fmt does. */
export function formatOperand(d: Directive, arg: unknown, verb: string): string {
  const value = unwrap(arg);
  if (value === null || verb === "w") {
    return value === null && "vT".includes(verb) ? pad(d, "<nil>") : badVerb(d, value, verb);
  }
  if (verb === "T") return pad(d, truncate(d, typeOf(value)));
  if (verb === "p" && /slice|map|pointer/.test(kindOf(value))) {
    return pad(d, has(d, "#") ? ADDRESS.slice(2) : ADDRESS);
  }
  return formatValue(d, value, verb, 0);
}

/** Appends to a text, which may be as long as the output. */
export function append(budget: Budget, text: string, more: string): string {
  checkBytes(budget, "text", text.length + more.length);
  return text + more;
}

function badVerb(d: Directive, value: unknown, verb: string): string {
  return `%!${verb}(${typed({ ...d, flags: `${d.flags}!` }, value)})`;
}

/** A value with its type, as errors show it. */
export function typed(d: Directive, value: unknown): string {
  return value === null ? "<nil>" : `${typeOf(value)}=${formatValue(d, value, "v", 0)}`;
}

function formatValue(d: Directive, arg: unknown, verb: string, depth: number): string {
  const value = unwrap(arg);
  const kind = kindOf(value);
  if (VERBS[kind]?.includes(verb) === false) return badVerb(d, value, verb);
  switch (kind) {
    case "bool":
      return pad(d, String(value));
    case "int":
      return formatInteger(d, integerOf(value), verb, typeOf(value).startsWith("u"));
    case "float":
      return formatFloatValue(d, floatOf(value), verb);
    case "complex":
      return formatComplex(d, value, verb);
    case "slice":
    case "map":
      return formatElements(d, value, verb, depth);
    case "string":
      return formatString(d, String(value), verb);
    case "pointer":
    case "struct":
      return formatStruct(d, value as GoValue, verb, depth);
    case "invalid":
      return has(d, "v") ? "interface {}(nil)" : "<nil>";
  }
}

/** A slice or map. */
function formatElements(d: Directive, value: unknown, verb: string, depth: number): string {
  if (typeOf(value) === BYTES && "sxXq".includes(verb)) return formatString(d, textOf(value), verb);
  const inGo = has(d, "v");
  const type = typeOf(value).replace(BYTES, "[]byte");
  if (inGo && isNil(value)) return `${type}(nil)`;
  const isMap = kindOf(value) === "map";
  if (!isMap) spend(d.budget, sliceOf(value).length);
  checkNesting(depth);
  let text = inGo ? `${type}{` : isMap ? "map[" : "[";
  let before = "";
  for (const [key, element] of entriesOf(d.budget, value)) {
    if (isMap) before += `${formatValue(d, key, verb, depth)}:`;
    text = append(d.budget, text, before + formatValue(d, element, verb, depth + 1));
    before = inGo ? ", " : " ";
  }
  return text + (inGo ? "}" : "]");
}

/** The type of bytes, and their text. */
export const BYTES = "[]uint8";
export function textOf(bytes: unknown): string {
  return fromBytes(elementsOf(bytes).map((byte) => Number(integerOf(byte))));
}

/** A struct or a pointer to one: as its String says where text is asked for, else its fields. */
function formatStruct(d: Directive, value: GoValue, verb: string, depth: number): string {
  const inGo = has(d, "v");
  if (TEXT_VERBS.includes(verb) && !inGo && !has(d, "!")) return formatString(d, String(value), verb);
  const isPointer = value.kind === "pointer";
  if (verb === "p") return badVerb(d, value, verb);
  if (isPointer && depth > 0) return inGo ? `(${value.type})(${ADDRESS})` : pad(d, ADDRESS);
  const fields = value.fields?.map(([name, field]) => {
    return (inGo || has(d, "V") ? `${name}:` : "") + formatValue(d, field, verb, depth + 1);
  });
  const type = inGo ? value.type.replace("*", "") : "";
  return `${isPointer ? "&" : ""}${type}{${fields?.join(inGo ? ", " : " ")}}`;
}

// Padding.

function has({ flags }: Directive, flag: string): boolean {
  return flags.includes(flag);
}

/** Whether numbers are padded with zeros, which is only done on the left. */
function padsZeros(d: Directive): boolean {
  return has(d, "0") && !has(d, "-");
}

/** A text in the width. */
function pad(d: Directive, s: string, zeros = padsZeros(d)): string {
  // Before the characters are counted, which takes long where they are too many anyway.
  spendText(d.budget, d.width);
  const missing = d.width && Math.max(d.width - [...s].length, 0);
  const padding = (zeros ? "0" : " ").repeat(missing);
  return has(d, "-") ? s + padding : padding + s;
}

/** How many characters are left for the digits of a number that is padded with zeros. */
function zeroWidth(d: Directive, sign: string): number {
  return padsZeros(d) ? d.width - sign.length : 0;
}

function signOf(d: Directive, isNegative: boolean): string {
  return isNegative ? "-" : has(d, "+") ? "+" : has(d, " ") ? " " : "";
}

/** The text in capitals, if the verb asks for them. */
function inCase(verb: string, text: string): string {
  return "XEG".includes(verb) ? text.toUpperCase() : text;
}

// Strings.

function formatString(d: Directive, s: string, verb: string): string {
  if ("xX".includes(verb)) return formatBytes(d, s, verb);
  const text = truncate(d, s);
  if (verb !== "q" && !has(d, "v")) return pad(d, text);
  return pad(d, has(d, "#") && canBackquote(text) ? `\`${text}\`` : quote(text, has(d, "+")));
}

function truncate({ precision }: Directive, s: string): string {
  return precision === undefined ? s : [...s].slice(0, precision).join("");
}

function formatBytes(d: Directive, s: string, verb: string): string {
  const bytes = toByteString(s).slice(0, d.precision);
  const pairs = Array.from(bytes, (byte) => hex(runeOf(byte), 2));
  const prefix = has(d, "#") && bytes ? "0x" : "";
  return pad(d, inCase(verb, prefix + pairs.join(has(d, " ") ? ` ${prefix}` : "")));
}

// Numbers.

function formatInteger(d: Directive, n: number | bigint, verb: string, isUnsigned: boolean): string {
  // Go syntax has unsigned numbers in base 16.
  const isHex = isUnsigned && has(d, "v");
  const base = isHex ? 16 : BASES[verb];
  if (base) return formatDigits(d, n, base, verb, isHex || has(d, "#"));
  if (verb === "U") return pad(d, unicodeName(n, Math.max(d.precision ?? 0, 4), has(d, "#")), false);
  const char = characterOf(Number(n)) ?? "\ufffd";
  return pad(d, verb === "c" ? char : quote(char, has(d, "+"), "'"));
}

function formatDigits(
  d: Directive,
  n: number | bigint,
  base: number,
  verb: string,
  isSharp: boolean,
): string {
  if (d.precision === 0 && Number(n) === 0) return pad(d, "", false);
  const sign = signOf(d, n < 0);
  const width = d.precision ?? zeroWidth(d, sign);
  const digits = (n < 0 ? -n : n).toString(base).padStart(width, "0");
  const prefix = isSharp ? (digits.startsWith("0") && base === 8 ? "" : PREFIXES[base]) : "";
  return pad(d, inCase(verb, sign + (verb === "O" ? "0o" : "") + (prefix ?? "") + digits), false);
}

function formatComplex(d: Directive, value: unknown, verb: string): string {
  if (!(value instanceof Complex)) return "";
  const signed = { ...d, flags: `${d.flags}+` };
  return `(${formatFloatValue(d, value.re, verb)}${formatFloatValue(signed, value.im, verb)}i)`;
}

function formatFloatValue(d: Directive, value: number, verb: string): string {
  const style = verb === "v" ? "g" : verb.toLowerCase();
  const precision = d.precision ?? ("fe".includes(style) ? 6 : -1);
  const sign = signOf(d, value < 0 || Object.is(value, -0));
  if (!Number.isFinite(value)) {
    return pad(d, (sign || (value > 0 ? "+" : "")) + String(Math.abs(value)).slice(0, 3), false);
  }
  const magnitude = formatFloat(Math.abs(value), style, precision);
  const digits = has(d, "#") && style !== "b" ? keepZeros(magnitude, verb, precision) : magnitude;
  return pad(d, inCase(verb, sign + digits.padStart(zeroWidth(d, sign), "0")), false);
}

/** "%#g": keeps the point and the trailing zeros that the format would drop. */
function keepZeros(magnitude: string, verb: string, precision: number): string {
  const [, number = "", tail = ""] = /^(0x[^p]*|[^e]*)(.*)$/.exec(magnitude) ?? [];
  const wanted = "vgGx".includes(verb) ? (precision < 0 ? 6 : precision) : 0;
  const significant = number === "0" ? 1 : number.replace(".", "").replace(/^0+/, "").length;
  const point = number.includes(".") ? "" : ".";
  return number + point + "0".repeat(Math.max(wanted - significant, 0)) + tail;
}
