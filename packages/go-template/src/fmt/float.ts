// strconv.FormatFloat for float64.

/** Decimal digits of a number, without zeros at the end, and where its point stands: 0.digits × 10^point. */
type Decimal = readonly [digits: string, point: number];

/** No float64 has more digits than this after its point: what follows are zeros. */
const MOST_DIGITS = 1074;

/**
 * Formats a finite number that is not negative as verb b, e, f, g or x; a precision of -1 asks for the fewest digits
 * that give the number back.
 */
export function formatFloat(value: number, verb: string, precision: number): string {
  const [mantissa, exponent] = decompose(value);
  if (verb === "b") return `${mantissa}p${signed(exponent, 1)}`;
  if (verb === "x") return hexadecimal(mantissa, exponent, precision);
  const count = verb === "g" ? precision || 1 : precision + 1;
  // The exponent of the first digit: with 21 digits no float64 is rounded up to the next power of ten.
  const [, first] = value.toExponential(20).split("e");
  const places = verb === "f" ? precision : count - 1 - Number(first);
  const number = precision < 0 ? shortest(value) : rounded(mantissa, exponent, Math.min(places, MOST_DIGITS));
  if (verb === "f") return fixed(number, precision);
  if (verb === "e") return exponential(number, precision);
  // With or without exponent, whichever %g takes for so many digits.
  const [{ length }, point] = number;
  const limit = precision < 0 ? 6 : length < point ? count : Math.min(count, length);
  return point <= -4 || point > limit ? exponential(number, 0) : fixed(number, 0);
}

function decimal(digits: string, point: number): Decimal {
  const trimmed = trimZeros(digits);
  return [trimmed, trimmed ? point : 0];
}

function trimZeros(digits: string): string {
  return digits.replace(/0+$/, "");
}

/** The fewest digits that read back as the value: what JavaScript prints, too. */
function shortest(value: number): Decimal {
  const [mantissa = "", exponent] = value.toExponential().split("e");
  return decimal(mantissa.replace(".", ""), Number(exponent) + 1);
}

/** mantissa × 2^exponent with so many digits after its point; a negative number of them clears digits before it. */
function rounded(mantissa: bigint, exponent: number, places: number): Decimal {
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
function decompose(value: number): readonly [bigint, number] {
  const [bits = 0n] = new BigUint64Array(Float64Array.of(value).buffer);
  const biased = Number(bits >> 52n);
  const fraction = BigInt.asUintN(52, bits);
  return [biased ? fraction + (1n << 52n) : fraction, (biased || 1) - 1075];
}

/** An exponent with its sign and at least so many digits. */
function signed(exponent: number, digits = 2): string {
  return (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(digits, "0");
}

/** A number with so many digits after its point, and without a point if there are none. */
function withFraction(whole: string, fraction: string, precision: number): string {
  const padded = fraction.padEnd(precision, "0");
  return padded ? `${whole}.${padded}` : whole;
}

function exponential([digits, point]: Decimal, precision: number): string {
  return `${withFraction(digits[0] ?? "0", digits.slice(1), precision)}e${signed(digits ? point - 1 : 0)}`;
}

function fixed([digits, point]: Decimal, precision: number): string {
  const zeros = "0".repeat(Math.max(-point, 0));
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, "0");
  return withFraction(whole || "0", zeros + digits.slice(Math.max(point, 0)), precision);
}

/** The value as 1.fraction × 2^exponent, the fraction rounded to hexadecimal digits. */
function hexadecimal(mantissa: bigint, exponent: number, precision: number): string {
  const shift = 53 - mantissa.toString(2).length;
  const places = precision < 0 ? 13 : precision;
  const digits = divide(mantissa << BigInt(shift), power(16n, 13 - places)).toString(16);
  // Rounding up may have given it one bit more.
  const isCarried = digits.startsWith("2");
  const fraction = (precision < 0 ? trimZeros(digits) : digits).slice(1);
  const scale = mantissa ? exponent - shift + 52 + Number(isCarried) : 0;
  return `0x${withFraction(isCarried ? "1" : digits.charAt(0), fraction, precision)}p${signed(scale)}`;
}
