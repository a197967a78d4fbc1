import type { TomlScalar } from "../types.js";

/**
 * Whether go-toml 2.x can turn the text of a number, date or time into a value; strings and booleans
 * always can. Asked only for values that a field takes: others may hold anything.
 * @returns go-toml's message, or null when the value is fine
 */
export function scalarFault(scalar: TomlScalar, rules: { leapSecond: boolean }): string | null {
  switch (scalar.kind) {
    case "integer":
      return integerFault(scalar.text);
    case "float":
      return floatFault(scalar.text);
    case "date-time":
    case "local-date-time":
    case "local-date":
    case "local-time":
      return timeFault(scalar, rules.leapSecond);
    default:
      return null;
  }
}

const BASES = new Map([
  ["0x", { digits: /^[0-9a-fA-F]+$/, name: "hexadecimal" }],
  ["0o", { digits: /^[0-7]+$/, name: "octal" }],
  ["0b", { digits: /^[01]+$/, name: "binary" }],
]);

function integerFault(text: string): string | null {
  const base = text.length > 2 ? BASES.get(text.slice(0, 2)) : undefined;
  const digits = base ? text.slice(2) : text;
  const underscore = underscoreFault(digits);
  if (underscore !== null) return underscore;
  const cleaned = digits.replaceAll("_", "");
  if (base === undefined && /^[+-]?0./.test(cleaned)) return "leading zero not allowed on decimal number";
  const problem = (reason: string) =>
    `couldn't parse ${base?.name ?? "decimal"} number: strconv.ParseInt: parsing "${cleaned}": ${reason}`;
  if (!(base?.digits ?? /^[+-]?\d+$/).test(cleaned)) return problem("invalid syntax");
  return integerValue(text) === null ? problem("value out of range") : null;
}

/** The value of a valid TOML integer, null when it does not fit into 64 bits. */
export function integerValue(text: string): bigint | null {
  const cleaned = text.replaceAll("_", "");
  // A bound on BigInt's work: 64 binary digits and their prefix are the longest that can fit.
  if (cleaned.replace(/^(0[xob]|[+-])?0*/, "").length > 64) return null;
  const magnitude = BigInt(cleaned.replace(/^[+-]/, ""));
  const value = cleaned.startsWith("-") ? -magnitude : magnitude;
  return BigInt.asIntN(64, value) === value ? value : null;
}

function underscoreFault(number: string): string | null {
  const digits = number.replace(/^[+-]/, "");
  if (digits.startsWith("_")) return "number cannot start with underscore";
  if (digits.endsWith("_")) return "number cannot end with underscore";
  return digits.includes("__") ? "number must have at least one digit between underscores" : null;
}

const FLOAT_UNDERSCORES = [
  { pattern: /^_/, message: "number cannot start with underscore" },
  { pattern: /_$/, message: "number cannot end with underscore" },
  { pattern: /__|[+-]_/, message: "number must have at least one digit between underscores" },
  { pattern: /_[eE]/, message: "cannot have underscore before exponent" },
  { pattern: /[eE]_/, message: "cannot have underscore after exponent" },
  { pattern: /\._/, message: "cannot have underscore after decimal point" },
  { pattern: /_\./, message: "cannot have underscore before decimal point" },
];

function floatFault(text: string): string | null {
  if (/^[+-]?(inf|nan)$/.test(text)) return null;
  const underscore = FLOAT_UNDERSCORES.find(({ pattern }) => pattern.test(text));
  if (underscore !== undefined) return underscore.message;
  const cleaned = text.replaceAll("_", "");
  if (cleaned.startsWith(".")) return "float cannot start with a dot";
  if (cleaned.endsWith(".")) return "float cannot end with a dot";
  if (/\..*\./.test(cleaned)) return "float can have at most one decimal point";
  if (/(^|\D)\./.test(cleaned)) return "float decimal point must be preceded by a digit";
  if (/\.\D/.test(cleaned)) return "float decimal point must be followed by a digit";
  if (/^[+-]?0\d/.test(cleaned)) return "float integer part cannot have leading zeroes";
  const problem = `unable to parse float: strconv.ParseFloat: parsing "${cleaned}": `;
  if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cleaned)) return `${problem}invalid syntax`;
  return Number.isFinite(Number(cleaned)) ? null : `${problem}value out of range`;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(\.\d+)?/;
const ZONE = /^(?:[Zz]|[+-](\d{2}):(\d{2}))$/;

function timeFault(scalar: TomlScalar, leapSecond: boolean): string | null {
  let rest = scalar.text;
  if (scalar.kind !== "local-time") {
    const fault = dateFault(rest);
    if (fault !== null) return fault;
    rest = rest.slice(10);
    if (scalar.kind === "local-date")
      return rest === "" ? null : "dates are expected to have the format YYYY-MM-DD";
    if (!/^[Tt ]/.test(rest)) return "datetime separator is expected to be T or a space";
    rest = rest.slice(1);
  }
  const time = TIME.exec(rest);
  if (time === null) return "times are expected to have the format HH:MM:SS[.NNNNNN]";
  const [whole, hours, minutes, seconds] = time;
  if (Number(hours) > 23) return "hour cannot be greater 23";
  if (Number(minutes) > 59) return "minutes cannot be greater 59";
  if (Number(seconds) > (leapSecond ? 60 : 59)) return "seconds cannot be greater than 59";
  const zone = rest.slice(whole.length);
  if (scalar.kind !== "date-time") return zone === "" ? null : "extra characters at the end of a local time";
  const [, zoneHours = "0", zoneMinutes = "0"] = ZONE.exec(zone) ?? [undefined, "99"];
  return Number(zoneHours) > 23 || Number(zoneMinutes) > 59 ? "invalid date-time timezone" : null;
}

function dateFault(text: string): string | null {
  const match = DATE.exec(text);
  if (match === null) return "dates are expected to have the format YYYY-MM-DD";
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
  return isReal ? null : "impossible date";
}

function daysIn(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
