import type { ScalarKind, TomlScalar } from "../types.js";
import type { Scanner } from "./scanner.js";

/**
 * Reads the number, date or time that starts here. go-toml takes any run of the right characters and
 * looks at it closely only when a field wants the value (see values.ts).
 */
export function scanNumberOrTime(scanner: Scanner): TomlScalar {
  const start = scanner.position;
  const kind = scanKind(scanner);
  return { kind, text: scanner.text.slice(start, scanner.position), start, end: scanner.position };
}

function scanKind(scanner: Scanner): ScalarKind {
  const next = scanner.peek();
  if (next === "i" || next === "n") {
    scanner.takeWord(next === "i" ? "inf" : "nan");
    return "float";
  }
  const startsLikeTime = /^(?:\d{2}:|\d{4}-)/.test(
    scanner.text.slice(scanner.position, scanner.position + 5),
  );
  return startsLikeTime ? scanTime(scanner) : scanNumber(scanner);
}

/** Digits, T : . - + Z, and one blank when a digit follows. */
function scanTime(scanner: Scanner): ScalarKind {
  const start = scanner.position;
  scanner.takeWhile(/[\d\-Tt:.+Zz]*/y);
  let seenBlank = false;
  if (/^ \d/.test(scanner.text.slice(scanner.position, scanner.position + 2))) {
    seenBlank = true;
    // The two characters after the blank are taken whatever the second one is.
    scanner.position = Math.min(scanner.position + 3, scanner.text.length);
    scanner.takeWhile(/[\d\-Tt:.+Zz]*/y);
  }
  const text = scanner.text.slice(start, scanner.position);
  const hasDate = text.includes("-");
  const hasTime = seenBlank || /[Tt:.]/.test(text);
  const hasZone = /[+Zz]/.test(text) || text.indexOf("-", 8) >= 0;
  if (!hasTime) return "local-date";
  if (!hasDate) return "local-time";
  return hasZone ? "date-time" : "local-date-time";
}

function scanNumber(scanner: Scanner): ScalarKind {
  const ahead = scanner.text.slice(scanner.position, scanner.position + 3);
  if (ahead.length > 2 && /^0[^.eE]/.test(ahead)) {
    const prefixed = scanner.takeWhile(/0(?:x[0-9a-fA-F_]*|o[0-7_]*|b[01_]*)/y);
    // A zero ends the number: what follows it, as in 07, is a fault of the line.
    if (prefixed === "") scanner.position++;
    return "integer";
  }
  const start = scanner.position;
  const digits = scanner.takeWhile(/[0-9+\-_.eE]*/y);
  const next = scanner.peek();
  if (digits !== "" && (next === "i" || next === "n")) {
    if (scanner.take("inf") || scanner.take("nan")) return "float";
    scanner.failHere(`unexpected character '${next}' while scanning for a number`);
  }
  if (digits === "") scanner.fail("incomplete number", start, start + 1);
  return /[.eE]/.test(digits) ? "float" : "integer";
}
