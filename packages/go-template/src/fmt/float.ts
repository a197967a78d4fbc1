// strconv.FormatFloat for float64.

/** Decimal digits of a number, without zeros at the end, and where its point stands: 0.digits × 10^point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** No float64 has more digits than this after its point: what follows are zeros. */
const MOST_DIGITS = 1074;

/**
 * Formats a number that is not negative as verb b, e, E, f, g, G, x or X; a precision of -1 asks for the fewest
 * digits that give the number back.
 */
export function formatFloat(value: number, verb: string, precision: number): string {
  if (!Number.isFinite(value)) return String(value).slice(0, 3);
  if (verb === "b") return binaryExponent(value);
  if (/x/i.test(verb)) return hexadecimal(value, verb, precision);
  const isGeneral = /g/i.test(verb);
  const count = isGeneral ? precision || 1 : precision + 1;
  const number =
    precision < 0
      ? shortest(value)
      : rounded(value, verb === "f" ? precision : count - 1 - exponentOf(value));
  if (isGeneral) return general(number, verb, precision < 0 ? undefined : count);
  return verb === "f" ? fixed(number, precision) : exponential(number, verb, precision);
}

function decimal(digits: string, point: number): Decimal {
  const trimmed = digits.replace(/0+$/, "");
  return { digits: trimmed, point: trimmed ? point : 0 };
}

/** The fewest digits that read back as the value: what JavaScript prints, too. */
function shortest(value: number): Decimal {
  const [mantissa = "", exponent] = value.toExponential().split("e");
  return decimal(mantissa.replace(".", ""), Number(exponent) + 1);
}

/** The exponent of the first digit. With 21 digits no float64 is rounded up to the next power of ten. */
function exponentOf(value: number): number {
  return Number(value.toExponential(20).split("e")[1]);
}

/** The value with so many digits after its point; a negative number of them clears digits before it. */
function rounded(value: number, precision: number): Decimal {
  const { mantissa, exponent } = decompose(value);
  const places = Math.min(precision, MOST_DIGITS);
  const numerator = mantissa * power(10n, places) * power(2n, exponent);
  const digits = String(divide(numerator, power(10n, -places) * power(2n, -exponent)));
  return decimal(digits, digits.length - places);
}

function power(base: bigint, exponent: number): bigint {
  return base ** BigInt(Math.max(exponent, 0));
}

/** The quotient, rounded; a tie goes to the even number. */
function divide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  return twice > denominator || (twice === denominator && quotient % 2n > 0n) ? quotient + 1n : quotient;
}

/** Mantissa and exponent: value = mantissa × 2^exponent. */
function decompose(value: number): { mantissa: bigint; exponent: number } {
  const [bits = 0n] = new BigUint64Array(Float64Array.of(value).buffer);
  const biased = Number(bits >> 52n);
  const fraction = BigInt.asUintN(52, bits);
  return { mantissa: biased ? fraction + (1n << 52n) : fraction, exponent: (biased || 1) - 1075 };
}

/** An exponent with its sign and at least so many digits. */
function signed(exponent: number, digits = 2): string {
  return (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(digits, "0");
}

function exponential({ digits, point }: Decimal, verb: string, precision: number): string {
  const fraction = digits.slice(1).padEnd(precision, "0");
  return `${digits[0] ?? 0}${fraction && "."}${fraction}${verb}${signed(digits ? point - 1 : 0)}`;
}

function fixed({ digits, point }: Decimal, precision: number): string {
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, "0") || "0";
  const fraction = ("0".repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))).padEnd(
    precision,
    "0",
  );
  return `${whole}${fraction && "."}${fraction}`;
}

/** With or without exponent, whichever %g takes for so many digits; without a count, for the fewest. */
function general(number: Decimal, verb: string, count?: number): string {
  const { length } = number.digits;
  const limit = count !== undefined && length >= number.point ? Math.min(count, length) : (count ?? 6);
  const exponent = number.point - 1;
  if (exponent < -4 || exponent >= limit) return exponential(number, verb === "G" ? "E" : "e", 0);
  return fixed(number, 0);
}

function binaryExponent(value: number): string {
  const { mantissa, exponent } = decompose(value);
  return `${mantissa}p${signed(exponent, 1)}`;
}

/** The value as 1.fraction × 2^exponent, the fraction rounded to hexadecimal digits. */
function hexadecimal(value: number, verb: string, precision: number): string {
  const { mantissa, exponent } = decompose(value);
  const shift = 53 - mantissa.toString(2).length;
  const dropped = precision < 0 ? 0 : 4 * Math.max(13 - precision, 0);
  const kept = divide(mantissa << BigInt(shift), power(2n, dropped)) * power(2n, dropped);
  // Rounding up may have given it one bit more.
  const carry = kept >> 53n;
  const [lead = "", ...digits] = (kept >> carry).toString(16);
  const all = digits.join("");
  const fraction = precision < 0 ? all.replace(/0+$/, "") : all.slice(0, precision).padEnd(precision, "0");
  const scale = value && exponent - shift + 52 + Number(carry);
  const text = `0x${lead}${fraction && "."}${fraction}p${signed(scale)}`;
  return verb === "X" ? text.toUpperCase() : text;
}
