import type { Lexer } from "./lexer.js";

const PREFIXED = /0(?:x[0-9a-fA-F_]*|o[0-7_]*|b[01_]*)/y;

/** Reads a number, or reports a fault and returns false. */
export function lexNumber(lexer: Lexer): boolean {
  if (lexer.peek() === "0") {
    const base = lexer.text.charAt(lexer.at + 1);
    if (base !== "" && "xob".includes(base)) return lexPrefixed(lexer);
    if (/^[A-Za-z]$/.test(base)) {
      lexer.fail(`unknown number base: ${base}. possible options are x (hex) o (octal) b (binary)`);
      return false;
    }
  }
  if (lexer.peek() === "+" || lexer.peek() === "-") {
    lexer.next();
    for (const word of ["inf", "nan"] as const) {
      if (!lexer.follows(word)) continue;
      lexer.at += word.length;
      lexer.emit(word === "inf" ? "Inf" : "NaN");
      return true;
    }
  }
  return lexDecimal(lexer);
}

function lexPrefixed(lexer: Lexer): boolean {
  PREFIXED.lastIndex = lexer.at;
  const [number = ""] = PREFIXED.exec(lexer.text) ?? [];
  lexer.at += number.length;
  if (number.length <= 2) {
    lexer.fail("number needs at least one digit");
    return false;
  }
  lexer.emit("Integer");
  return true;
}

function lexDecimal(lexer: Lexer): boolean {
  let [isFloat, hasPoint, hasDigit] = [false, false, false];
  for (;;) {
    const next = lexer.peek();
    if (next === ".") {
      const problem = pointProblem(lexer, hasPoint, hasDigit);
      if (problem !== null) return lexer.fail(problem) !== null;
      hasPoint = true;
      isFloat = true;
    } else if (next === "e" || next === "E") {
      isFloat = true;
      lexer.next();
      if (lexer.peek() === "+" || lexer.peek() === "-") lexer.next();
    } else if (/^[0-9]$/.test(next)) {
      hasDigit = true;
      lexer.next();
    } else if (next === "_") {
      lexer.next();
    } else {
      break;
    }
  }
  if (!hasDigit) return lexer.fail("no digit in that number") !== null;
  lexer.emit(isFloat ? "Float" : "Integer");
  return true;
}

function pointProblem(lexer: Lexer, hasPoint: boolean, hasDigit: boolean): string | null {
  if (hasPoint) return "cannot have two dots in one float";
  lexer.next();
  if (!/^[0-9]$/.test(lexer.peek())) return "float cannot end with a dot";
  return hasDigit ? null : "cannot start float with a dot";
}
