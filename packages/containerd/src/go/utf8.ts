/** The UTF-8 bytes of a code point. */
export function utf8Bytes(code: number): number[] {
  if (code < 0x80) return [code];
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

/** Decodes UTF-8; a byte that belongs to no valid character becomes U+FFFD, as when Go prints it. */
export function decodeUtf8(bytes: readonly number[]): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const code = length === 0 ? null : codePointOf(bytes.slice(at, at + length), length);
    text += code === null ? "\ufffd" : String.fromCodePoint(code);
    at += code === null ? 1 : length;
  }
  return text;
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

function codePointOf(sequence: readonly number[], length: number): number | null {
  const [first = 0, ...rest] = sequence;
  if (rest.length !== length - 1 || rest.some((byte) => byte >> 6 !== 2)) return null;
  const lead = length === 1 ? first : first & (0x7f >> length);
  const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead);
  const shortest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return code < shortest || isSurrogate || code > 0x10ffff ? null : code;
}
