/**
 * What go-yaml v3 makes of a plain scalar. It takes the integers of YAML 1.1, of 1.2 and of Go: 010 and 0o10 are 8, 0b11
 * is 3, 1_000 is 1000. v2, with which Helm and Kubernetes read, differs in words (yes, y, on), dates and `0o-7` alone.
 */
import type { ScalarNode } from "./nodes.js";

export type ScalarValue = ScalarNode["value"];

const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Infinity] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, -Infinity] as const),
]);

/** Every word that is not text begins like this. */
const NOT_TEXT = /^(?:$|[-+.0-9~nNtTfF])/;
const NUMBER_LIKE = /^[-+.0-9]/;

/** The value of a plain scalar without a tag. Dates, which JSON data has not, are their text. */
export function goValue(source: string): ScalarValue {
  if (!NOT_TEXT.test(source)) return source;
  const word = WORDS.get(source);
  if (word !== undefined) return word;
  return (NUMBER_LIKE.test(source) ? goNumber(source) : null) ?? source;
}

/** A decimal that fits into a number as it is, as nearly all are. */
const SMALL = /^(?:0|-?[1-9]\d{0,14})$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Behind a point at the beginning, underscores only separate digits: go-yaml leaves them to ParseFloat. */
const FRACTION = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/;

function goNumber(source: string): number | null {
  if (SMALL.test(source)) return Number(source);
  if (source.startsWith(".")) return FRACTION.test(source) ? finite(source.replaceAll("_", "")) : null;
  const plain = source.replaceAll("_", "");
  return goInteger(plain) ?? (FLOAT.test(plain) ? finite(plain) : signBehindPrefix(plain));
}

/** Go takes a number that is too large for an error, and the scalar for text. */
function finite(source: string): number | null {
  const value = Number(source);
  return Number.isFinite(value) ? value : null;
}

const INTEGER = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;

/** Go's strconv.ParseInt with base 0, and ParseUint, which takes no sign. */
function goInteger(plain: string): number | null {
  const match = INTEGER.exec(plain);
  if (!match) return null;
  const [, sign, hex, binary, octal, decimal] = match;
  const digits = hex ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? "0");
  const limit = sign === "" ? 64n : 63n;
  const size = BigInt(digits);
  if (size >= 1n << limit && !(sign === "-" && size === 1n << 63n)) return null;
  return size === 0n ? 0 : Number(sign === "-" ? -size : size);
}

const BEHIND_PREFIX = /^0(?:b([-+][01]+)|o([-+][0-7]+))$/;

/** go-yaml cuts 0b and 0o off and gives the rest to ParseInt: 0b-11 is -3. */
function signBehindPrefix(plain: string): number | null {
  const match = BEHIND_PREFIX.exec(plain);
  const written = match?.[1] ?? match?.[2];
  if (!match || written === undefined) return null;
  const prefix = match[1] === undefined ? "0o" : "0b";
  return goInteger(`${written[0]}${prefix}${written.slice(1)}`);
}

const TAG = "tag:yaml.org,2002:";

/** The value of a scalar with a tag, quoted or not; undefined where Go's readers refuse the file. */
export function goTagged(tag: string, source: string): ScalarValue | undefined {
  switch (tag.startsWith(TAG) ? tag.slice(TAG.length) : "") {
    case "int":
      return isGoInteger(source) ? goValue(source) : undefined;
    case "float":
      return typeof goValue(source) === "number" ? goValue(source) : undefined;
    case "bool":
      return typeof goValue(source) === "boolean" ? goValue(source) : undefined;
    case "null":
      return goValue(source) === null ? null : undefined;
    default:
      return source;
  }
}

function isGoInteger(source: string): boolean {
  const plain = source.replaceAll("_", "");
  return /^[-+\d]/.test(source) && (goInteger(plain) ?? signBehindPrefix(plain)) !== null;
}
