import { toByteString } from "./bytes.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Go's base64.StdEncoding, with padding, of a text's bytes. */
export function base64(text: string): string {
  const bytes = toByteString(text);
  let encoded = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = Array.from(bytes.slice(at, at + 3), (byte) =>
      byte.charCodeAt(0),
    );
    const group = (first << 16) | (second << 8) | third;
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((group >> shift) & 63));
    encoded += digits
      .slice(0, Math.min(bytes.length - at, 3) + 1)
      .join("")
      .padEnd(4, "=");
  }
  return encoded;
}
