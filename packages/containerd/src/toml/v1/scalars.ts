import { quote } from "@lookinglass/go";
import type { Token, TokenType } from "./lexer.js";
import type { Scalar } from "./tree.js";

/** An unplaced fault is one that go-toml reports without a position. */
type ScalarResult = { value: Scalar } | { fault: string; unplaced?: true };

/**
 * The value of a token.
 * @param following takes the next token if it is of a type: a date may go on with a time and an offset
 */
export function scalarOf(token: Token, following: (type: TokenType) => string | null): ScalarResult {
  switch (token.type) {
    case "String":
      return { value: { type: "string", value: token.text } };
    case "True":
    case "False":
      return { value: { type: "bool", value: token.type === "True" } };
    case "Inf":
      return float(token.text.startsWith("-") ? -Infinity : Infinity);
    case "NaN":
      return float(Number.NaN);
    case "Integer":
      return integer(token.text);
    case "Float":
      return decimal(token.text);
    case "LocalTime":
      return checked("toml.LocalTime", token.text, timeProblem(token.text));
    case "LocalDate":
      return date(token.text, following);
    default:
      return { fault: `unhandled token: ${quote(token.text)}`, unplaced: true };
  }
}

function float(value: number): ScalarResult {
  return { value: { type: "float64", value } };
}

/** @param problem what Go's time.Parse would say of it */
function checked(goType: string, text: string, problem: string | null): ScalarResult {
  if (problem !== null) return { fault: `parsing time "${text}": ${problem}` };
  return { value: { type: "time", goType, text } };
}

function integer(text: string): ScalarResult {
  const cleaned = text.replaceAll("_", "");
  const isLong = cleaned.length >= 3 && cleaned.startsWith("0");
  const base = isLong ? cleaned.charAt(1) : "";
  if (isLong && !"xob".includes(base)) return { fault: "invalid base", unplaced: true };
  const beforeUnderscore = base === "x" ? /[^0-9a-fA-F]_|_$/ : /\D_|_$/;
  if (/^_/.test(text) || beforeUnderscore.test(text)) {
    return { fault: `invalid use of _ in ${base === "x" ? "hex " : ""}number` };
  }
  const value = wholeNumber(cleaned);
  const parse = cleaned.startsWith("-") ? "ParseInt" : "ParseUint";
  if (value === null) return { fault: `strconv.${parse}: parsing "${cleaned}": value out of range` };
  return { value };
}

function wholeNumber(text: string): Scalar | null {
  const isNegative = text.startsWith("-");
  const digits = text.replace(/^[+-]/, "");
  // A bound on BigInt's work: 64 binary digits and their prefix are the longest that can fit.
  if (digits.replace(/^(0[xob])?0*/, "").length > 64) return null;
  const magnitude = BigInt(/^0+\d/.test(digits) ? digits.replace(/^0+(?=\d)/, "") : digits);
  const value = isNegative ? -magnitude : magnitude;
  if (BigInt.asIntN(64, value) === value) return { type: "int64", value };
  return BigInt.asUintN(64, value) === value && !text.startsWith("+") ? { type: "uint64", value } : null;
}

function decimal(text: string): ScalarResult {
  if (/\D_|_$/.test(text)) return { fault: "invalid use of _ in number" };
  const cleaned = text.replaceAll("_", "");
  const problem = `strconv.ParseFloat: parsing "${cleaned}": `;
  if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cleaned)) return { fault: `${problem}invalid syntax` };
  const value = Number(cleaned);
  return Number.isFinite(value) ? float(value) : { fault: `${problem}value out of range` };
}

function date(text: string, following: (type: TokenType) => string | null): ScalarResult {
  const clock = following("LocalTime");
  if (clock === null) return checked("toml.LocalDate", text, dateProblem(text));
  const offset = following("TimeOffset");
  const problem = dateProblem(text) ?? timeProblem(clock) ?? offsetProblem(offset ?? "Z");
  const goType = offset === null ? "toml.LocalDateTime" : "time.Time";
  return checked(goType, `${text}T${clock}${offset ?? ""}`, problem);
}

function dateProblem(text: string): string | null {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (month < 1 || month > 12) return "month out of range";
  // Day 0 of the next month is the last of this one; 400 years later the calendar is the same.
  const last = new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
  return day < 1 || day > last ? "day out of range" : null;
}

function timeProblem(text: string): string | null {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  if (hours > 23) return "hour out of range";
  if (minutes > 59) return "minute out of range";
  if (seconds >= 60) return "second out of range";
  return /\.\d{10}/.test(text) ? "more than nine digits of a second" : null;
}

function offsetProblem(text: string): string | null {
  const [hours = 0, minutes = 0] = text.slice(1).split(":").map(Number);
  if (hours > 24) return "time zone offset hour out of range";
  return minutes > 60 ? "time zone offset minute out of range" : null;
}
