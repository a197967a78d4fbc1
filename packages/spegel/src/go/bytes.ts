/** The UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as Go writes it. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) bytes.push(scalar);
    else if (scalar < 0x800) bytes.push(0xc0 | (scalar >> 6), continuation(scalar));
    else if (scalar < 0x10000)
      bytes.push(0xe0 | (scalar >> 12), continuation(scalar >> 6), continuation(scalar));
    else {
      bytes.push(0xf0 | (scalar >> 18), continuation(scalar >> 12));
      bytes.push(continuation(scalar >> 6), continuation(scalar));
    }
  }
  return bytes;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

/** Compares as Go compares strings: by bytes, which for UTF-8 is by code points and not by UTF-16 units. */
export function compareBytes(a: string, b: string): number {
  const left = utf8Bytes(a);
  const right = utf8Bytes(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Standard base64, with padding, of a text's UTF-8 bytes. */
export function base64(text: string): string {
  const bytes = utf8Bytes(text);
  let encoded = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 63));
    const used = Math.min(bytes.length - i, 3) + 1;
    encoded += digits.slice(0, used).join("").padEnd(4, "=");
  }
  return encoded;
}
