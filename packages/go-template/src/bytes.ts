// Go strings are byte strings. Here they are JavaScript strings in which a byte that is not part of valid UTF-8
// is held as a lone surrogate U+DC80 to U+DCFF (byte 0x80 to 0xFF), so that cutting a rune in two and joining
// the halves again gives the rune back.

/** Added to a byte, gives the code that holds it. */
export const RAW_BYTE = 0xdc00;
const REPLACEMENT = 0xfffd;
/** Raw bytes that are the valid UTF-8 of one character: a lead byte and what may continue it. */
const RAW_SEQUENCE =
  /((?:[\udcc2-\udcdf]|\udce0[\udca0-\udcbf]|\udced[\udc80-\udc9f]|[\udce1-\udcec\udcee\udcef][\udc80-\udcbf]|(?:\udcf0[\udc90-\udcbf]|\udcf4[\udc80-\udc8f]|[\udcf1-\udcf3][\udc80-\udcbf])[\udc80-\udcbf])[\udc80-\udcbf])/gu;

/** The code point of a character. */
export function runeOf(char: string): number {
  return char.codePointAt(0) ?? REPLACEMENT;
}

export function isSurrogate(rune: number): boolean {
  return rune >= 0xd800 && rune <= 0xdfff;
}

export function isRawByte(rune: number): boolean {
  return rune >= 0xdc80 && rune <= 0xdcff;
}

function isAscii(s: string): boolean {
  return /^[\0-\x7f]*$/.test(s);
}

/** Number of bytes the code point takes in UTF-8; a raw byte takes one. */
function runeLength(rune: number): number {
  if (rune < 0x80 || isRawByte(rune)) return 1;
  if (rune < 0x800) return 2;
  return rune < 0x10000 ? 3 : 4;
}

/** len(s): the length in bytes. */
export function byteLength(s: string): number {
  if (isAscii(s)) return s.length;
  let length = 0;
  for (const char of s) length += runeLength(runeOf(char));
  return length;
}

export function toBytes(s: string): Uint8Array {
  const bytes = new Uint8Array(byteLength(s));
  let at = 0;
  for (const char of s) {
    const code = runeOf(char);
    const length = runeLength(code);
    const rune = isSurrogate(code) && length > 1 ? REPLACEMENT : code;
    let shift = 6 * (length - 1);
    // The lead byte says how many follow; 0xf00 >> length has its upper bits. A raw byte is the low byte of its rune.
    bytes[at++] = shift ? (0xf00 >> length) | (rune >> shift) : rune;
    while (shift > 0) {
      shift -= 6;
      bytes[at++] = 0x80 | ((rune >> shift) & 0x3f);
    }
  }
  return bytes;
}

export function fromBytes(bytes: Uint8Array): string {
  let s = "";
  for (const byte of bytes) s += String.fromCharCode(byte < 0x80 ? byte : RAW_BYTE + byte);
  return joinRawBytes(s);
}

/** Joins raw bytes that have become a valid UTF-8 sequence by concatenation. */
export function joinRawBytes(s: string): string {
  return s.replace(RAW_SEQUENCE, (sequence) => {
    const escaped = Array.from(sequence, (raw) => `%${(runeOf(raw) - RAW_BYTE).toString(16)}`);
    return decodeURIComponent(escaped.join(""));
  });
}

/** Where each offset of a string is after joinRawBytes; an offset within a character that is joined, at its end. */
export function joinedOffsets(s: string): readonly number[] {
  const offsets = [0];
  s.split(RAW_SEQUENCE).forEach((part, i) => {
    const start = offsets.at(-1) ?? 0;
    // Every second part is a sequence.
    const joined = i % 2 === 1 ? joinRawBytes(part).length : 0;
    for (let at = 1; at <= part.length; at++) offsets.push(start + (joined || at));
  });
  return offsets;
}

/** The string as one character per byte, for work that goes by bytes. */
export function toByteString(s: string): string {
  if (isAscii(s)) return s;
  let bytes = "";
  for (const byte of toBytes(s)) bytes += String.fromCharCode(byte);
  return bytes;
}

export function fromByteString(bytes: string): string {
  return isAscii(bytes) ? bytes : fromBytes(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

/** s[start:end] with offsets in bytes. */
export function sliceBytes(s: string, start: number, end: number): string {
  return isAscii(s) ? s.slice(start, end) : fromBytes(toBytes(s).subarray(start, end));
}

/** Order of two strings by their bytes: negative, zero or positive. */
export function compareStrings(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = utf8Rank(a.charCodeAt(i)) - utf8Rank(b.charCodeAt(i));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates before U+E000; UTF-8 puts what they encode after U+FFFF. */
function utf8Rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** The text as any reader of UTF-8 shows it: a byte that is no valid UTF-8 becomes U+FFFD. */
export function toWellFormed(s: string): string {
  return joinRawBytes(s).replace(/\p{Surrogate}/gu, "\ufffd");
}
