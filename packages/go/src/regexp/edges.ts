/** What assertions look at: the characters on both sides of a place in the text. */
import type { Assertion } from "./syntax.js";

export type Edge = "none" | "line-break" | "word" | "other";

/** What kind of character a code point is; null or undefined for none, before the beginning and after the end. */
export function edgeOf(code: number | null | undefined): Edge {
  if (code === null || code === undefined) return "none";
  if (code === LINE_FEED) return "line-break";
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return isDigit || isLetter || code === UNDERSCORE ? "word" : "other";
}

const LINE_FEED = 0x0a;
const UNDERSCORE = 0x5f;

export function holds(assertion: Assertion, before: Edge, after: Edge): boolean {
  switch (assertion) {
    case "text-start":
      return before === "none";
    case "line-start":
      return before === "none" || before === "line-break";
    case "text-end":
      return after === "none";
    case "line-end":
      return after === "none" || after === "line-break";
    case "word-edge":
      return (before === "word") !== (after === "word");
    case "no-word-edge":
      return (before === "word") === (after === "word");
  }
}
