// Go's unicode package, where JavaScript differs: case mappings that give one character for one.

const SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const TITLE_DIGRAPHS: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǆ: "ǅ",
  ǅ: "ǅ",
  Ǉ: "ǈ",
  ǉ: "ǈ",
  ǈ: "ǈ",
  Ǌ: "ǋ",
  ǌ: "ǋ",
  ǋ: "ǋ",
  Ǳ: "ǲ",
  ǳ: "ǲ",
  ǲ: "ǲ",
};

/** unicode.IsSpace. */
export function isSpace(char: string): boolean {
  return SPACE.test(char);
}

/** strings.TrimSpace. */
export function trimSpace(s: string): string {
  let start = 0;
  let end = s.length;
  while (start < end && isSpace(s.charAt(start))) start++;
  while (end > start && isSpace(s.charAt(end - 1))) end--;
  return s.slice(start, end);
}

export function isUpper(char: string): boolean {
  return /^\p{Lu}$/u.test(char);
}

export function isLower(char: string): boolean {
  return /^\p{Ll}$/u.test(char);
}

export function isTitle(char: string): boolean {
  return /^\p{Lt}$/u.test(char);
}

export function isLetter(char: string): boolean {
  return /^\p{L}$/u.test(char);
}

/** unicode.ToUpper. */
export function toUpper(char: string): string {
  const upper = char.toUpperCase();
  return isOneRune(upper) ? upper : withIota(char);
}

/** Greek letters with iota subscript, whose full upper case is two letters, and others that have none. */
function withIota(char: string): string {
  const rune = char.codePointAt(0) ?? 0;
  if (rune >= 0x1f80 && rune <= 0x1faf) return String.fromCodePoint(rune | 8);
  if (rune === 0x1fb3 || rune === 0x1fc3 || rune === 0x1ff3) return String.fromCodePoint(rune + 9);
  return char;
}

/** unicode.ToLower. */
export function toLower(char: string): string {
  return char === "İ" ? "i" : char.toLowerCase();
}

/** unicode.ToTitle. */
export function toTitle(char: string): string {
  const digraph = Object.hasOwn(TITLE_DIGRAPHS, char) ? TITLE_DIGRAPHS[char] : undefined;
  if (digraph !== undefined) return digraph;
  // Georgian letters have capitals for whole words only.
  return /^[\u10d0-\u10fa\u10fd-\u10ff]$/.test(char) ? char : toUpper(char);
}

function isOneRune(s: string): boolean {
  return s.length === 1 || (s.length === 2 && (s.codePointAt(0) ?? 0) > 0xffff);
}

/** The runes of a string; a broken byte is U+FFFD. */
export function runesOf(s: string): string[] {
  return Array.from(s, (char) => (/\p{Surrogate}/u.test(char) ? "\ufffd" : char));
}

/** strings.Map: each rune on its own. */
export function mapRunes(s: string, map: (char: string) => string): string {
  return runesOf(s).map(map).join("");
}
