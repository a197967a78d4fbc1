/** Names of characters that nobody sees, as Unicode has them. */
const NAMES: Readonly<Record<number, string>> = {
  0: "null",
  7: "bell",
  8: "backspace",
  11: "vertical tab",
  12: "form feed",
  13: "carriage return",
  27: "escape",
  127: "delete",
  133: "next line",
  160: "no-break space",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "Arabic letter mark",
  4447: "Hangul choseong filler",
  4448: "Hangul jungseong filler",
  5760: "Ogham space mark",
  6158: "Mongolian vowel separator",
  8192: "en quad",
  8193: "em quad",
  8194: "en space",
  8195: "em space",
  8196: "three-per-em space",
  8197: "four-per-em space",
  8198: "six-per-em space",
  8199: "figure space",
  8200: "punctuation space",
  8201: "thin space",
  8202: "hair space",
  8203: "zero width space",
  8204: "zero width non-joiner",
  8205: "zero width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8239: "narrow no-break space",
  8287: "medium mathematical space",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  10240: "Braille pattern blank",
  12288: "ideographic space",
  12644: "Hangul filler",
  65279: "byte order mark, zero width no-break space",
  65440: "halfwidth Hangul filler",
};

/** `U+00A0 (no-break space)` of the character that begins at an offset. */
export function characterName(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0;
  const hex = code.toString(16).toUpperCase().padStart(4, "0");
  return `U+${hex} (${NAMES[code] ?? kindOf(code)})`;
}

function kindOf(code: number): string {
  if (code < 0xa0) return "control character";
  if (code >= 0xd800 && code <= 0xdfff) return "half of a character";
  return code === 0xfffe || code === 0xffff ? "no character" : "invisible character";
}
