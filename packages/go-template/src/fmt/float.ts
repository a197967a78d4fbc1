// strconv.FormatFloat for float64.

/** Decimal digits of a number and where its point stands: 0.digits × 10^point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/**
 * Formats as verb b, e, E, f, g, G, x or X; a precision of -1 asks for the fewest digits that give the number back.
 */
export function formatFloat(value: number, verb: string, precision: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === Number.POSITIVE_INFINITY) return sign === "" ? "+Inf" : "-Inf";
  return sign + formatMagnitude(magnitude, verb, precision);
}

function formatMagnitude(value: number, verb: string, precision: number): string {
  switch (verb) {
    case "b":
      return binaryExponent(value);
    case "x":
    case "X":
      return hexadecimal(value, verb, precision);
    case "e":
    case "E":
      return exponential(precision < 0 ? shortest(value) : rounded(value, precision + 1), verb, precision);
    case "f":
      return fixed(precision < 0 ? shortest(value) : roundedAfterPoint(value, precision), precision);
    default:
      return general(value, verb, precision);
  }
}

/** The fewest digits that read back as the value: what JavaScript prints, too. */
function shortest(value: number): Decimal {
  if (value === 0) return { digits: "", point: 0 };
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}

/** Mantissa and exponent: value = mantissa × 2^exponent. */
function decompose(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/** Every digit of the value. */
function exact(value: number): Decimal {
  const { mantissa, exponent } = decompose(value);
  if (mantissa === 0n) return { digits: "", point: 0 };
  if (exponent >= 0) {
    const digits = (mantissa << BigInt(exponent)).toString();
    return { digits: trimZeros(digits), point: digits.length };
  }
  const digits = (mantissa * 5n ** BigInt(-exponent)).toString();
  return { digits: trimZeros(digits), point: digits.length + exponent };
}

function trimZeros(digits: string): string {
  return digits.replace(/0+$/, "");
}

function rounded(value: number, count: number): Decimal {
  return roundDigits(exact(value), count);
}

function roundedAfterPoint(value: number, precision: number): Decimal {
  const decimal = exact(value);
  return roundDigits(decimal, decimal.point + precision);
}

/** Keeps a number of digits; a tie goes to the even digit. */
function roundDigits({ digits, point }: Decimal, count: number): Decimal {
  if (count < 0) return { digits: "", point: 0 };
  if (count >= digits.length) return { digits, point };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const up = rest === "5" ? count > 0 && Number(kept.at(-1)) % 2 === 1 : rest >= "5";
  if (!up) return { digits: trimZeros(kept), point };
  const next = (BigInt(kept || "0") + 1n).toString();
  const carried = next.length > count;
  return { digits: trimZeros(next.padStart(count, "0")), point: carried ? point + 1 : point };
}

function exponential({ digits, point }: Decimal, verb: string, precision: number): string {
  const first = digits.charAt(0) || "0";
  const fraction = digits.slice(1).padEnd(Math.max(precision, 0), "0");
  const exponent = digits === "" ? 0 : point - 1;
  const sign = exponent < 0 ? "-" : "+";
  const tail = String(Math.abs(exponent)).padStart(2, "0");
  return `${first}${fraction && `.${fraction}`}${verb}${sign}${tail}`;
}

function fixed({ digits, point }: Decimal, precision: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const after = point > 0 ? digits.slice(point) : digits && "0".repeat(-point) + digits;
  const fraction = after.padEnd(Math.max(precision, 0), "0");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

function general(value: number, verb: string, precision: number): string {
  const isShortest = precision < 0;
  const decimal = isShortest ? shortest(value) : rounded(value, precision || 1);
  const count = decimal.digits.length;
  let limit = isShortest ? 6 : precision || 1;
  if (!isShortest && limit > count && count >= decimal.point) limit = count;
  const exponent = decimal.point - 1;
  if (exponent < -4 || exponent >= limit) return exponential(decimal, verb === "G" ? "E" : "e", count - 1);
  return fixed(decimal, Math.max(count - decimal.point, 0));
}

function binaryExponent(value: number): string {
  const { mantissa, exponent } = decompose(value);
  return `${mantissa}p${exponent < 0 ? "" : "+"}${exponent}`;
}

function hexadecimal(value: number, verb: string, precision: number): string {
  const { lead, fraction, exponent } = normalised(value, precision);
  const digits = precision < 0 ? trimZeros(fraction) : fraction.slice(0, precision).padEnd(precision, "0");
  const power = String(Math.abs(exponent)).padStart(2, "0");
  const text = `0x${lead}${digits && `.${digits}`}p${exponent < 0 ? "-" : "+"}${power}`;
  return verb === "X" ? text.toUpperCase() : text;
}

/** The value as 1.fraction × 2^exponent, the fraction rounded to hexadecimal digits. */
function normalised(value: number, precision: number): { lead: string; fraction: string; exponent: number } {
  if (value === 0) return { lead: "0", fraction: "", exponent: 0 };
  const { mantissa, exponent } = decompose(value);
  const shift = 53 - mantissa.toString(2).length;
  let bits = mantissa << BigInt(shift);
  let power = exponent - shift + 52;
  if (precision >= 0 && precision < 13) {
    bits = roundBits(bits, BigInt(4 * (13 - precision)));
    if (bits >> 53n) {
      bits >>= 1n;
      power++;
    }
  }
  const hex = bits.toString(16);
  return { lead: hex.charAt(0), fraction: hex.slice(1), exponent: power };
}

/** Clears the low bits, rounding to even. */
function roundBits(bits: bigint, drop: bigint): bigint {
  const half = 1n << (drop - 1n);
  const rest = bits & ((1n << drop) - 1n);
  const kept = bits >> drop;
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  return (up ? kept + 1n : kept) << drop;
}
