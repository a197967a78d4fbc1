import { runeOf } from "../bytes.js";

/** The code point of a character as Go's matching sees it: U+FFFD for a byte that is no UTF-8, a lone surrogate here. */
export function runeFrom(character: string): number {
  const rune = runeOf(character);
  return rune >= 0xd800 && rune <= 0xdfff ? 0xfffd : rune;
}
