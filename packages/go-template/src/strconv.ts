/** An underscore that does not stand between digits, or after a base prefix; "e" is a digit only in base 16. */
const STRAY_UNDERSCORE = /(?<![\da-f]|^[+-]?0[box])_|_(?![\da-f])|^[+-]?(?!0x).*(?:_e|e_)/i;

/** The literal without its underscores; empty if one is out of place. */
function withoutUnderscores(literal: string): string {
  return STRAY_UNDERSCORE.test(literal) ? "" : literal.replaceAll("_", "");
}

/** An integer literal in Go's syntax (base 0), of any size; undefined if it is none. */
export function parseInteger(literal: string): bigint | undefined {
  const [, sign, digits = "."] = /^([+-]?)(\d+|0[box][\da-f]+)$/i.exec(withoutUnderscores(literal)) ?? [];
  // JavaScript reads all bases but the old octal numbers.
  const magnitude = digits.replace(/^0(?=\d)/, "0o");
  return Number(magnitude) >= 0 ? BigInt(`${sign}1`) * BigInt(magnitude) : undefined;
}

/** strconv.ParseFloat(s, 64) of a literal: NaN if the syntax is wrong, infinite if the value is too large. */
export function parseFloat64(literal: string): number {
  const bare = withoutUnderscores(literal);
  const [, sign, whole = "", fraction = "", exponent] =
    /^([+-]?)0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/i.exec(bare) ?? [];
  if (!exponent) return Number(/^[\d.e+-]+$/i.test(bare) ? bare : ".");
  // Anything but 0 is infinite from 2000 on.
  const power = Math.min(Number(exponent) - 4 * fraction.length, 2000);
  // In two steps, so that neither factor leaves the range of float64.
  const half = Math.trunc(power / 2);
  return Number(`${sign}1`) * Number(`0x${whole}${fraction}`) * 2 ** half * 2 ** (power - half);
}
