import { hex, isPrint, isRawByte, runeOf, toByteString } from "@lookinglass/go";

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
  return s.replace(/\W/g, (char) => HTML[char] ?? char);
}

/** template.JSEscapeString. */
export function escapeJs(s: string): string {
  return s.replace(/[^ -~]|[\\'"<>&=]/gu, (char) => {
    if (/[\\'"]/.test(char)) return `\\${char}`;
    const rune = runeOf(char);
    // A broken byte is read as U+FFFD, which can be printed.
    const plain = rune === 0x7f || (rune > 0x7f && (isPrint(char) || isRawByte(rune)));
    return plain ? char : `\\u${hex(rune, 4).toUpperCase()}`;
  });
}

/** url.QueryEscape. */
export function escapeQuery(s: string): string {
  return toByteString(s)
    .replace(/[^\w .~-]/g, (byte) => `%${hex(runeOf(byte), 2).toUpperCase()}`)
    .replaceAll(" ", "+");
}
