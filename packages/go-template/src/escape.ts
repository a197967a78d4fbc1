import { isRawByte, toBytes } from "./bytes.js";
import { isPrint } from "./strconv.js";

const HTML: Readonly<Record<string, string>> = {
  "\0": "\ufffd",
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/** template.HTMLEscapeString. */
export function escapeHtml(s: string): string {
  return s.replace(/[\0"'&<>]/g, (char) => HTML[char] ?? char);
}

/** template.JSEscapeString. */
export function escapeJs(s: string): string {
  let escaped = "";
  for (const char of s) escaped += escapeJsRune(char);
  return escaped;
}

function escapeJsRune(char: string): string {
  if (char === "\\" || char === "'" || char === '"') return `\\${char}`;
  const rune = char.codePointAt(0) ?? 0;
  if (rune < 0x20 || "<>&=".includes(char)) return `\\u${jsHex(rune)}`;
  // A broken byte is read as U+FFFD, which can be printed.
  return rune < 0x80 || isPrint(char) || isRawByte(rune) ? char : `\\u${jsHex(rune)}`;
}

function jsHex(rune: number): string {
  return rune.toString(16).toUpperCase().padStart(4, "0");
}

/** url.QueryEscape. */
export function escapeQuery(s: string): string {
  let escaped = "";
  for (const byte of toBytes(s)) {
    const char = String.fromCharCode(byte);
    if (/[\w.~-]/.test(char)) escaped += char;
    else escaped += char === " " ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return escaped;
}
