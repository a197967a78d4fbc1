// Go strings are byte strings. Here they are JavaScript strings in which a byte that is not part of valid UTF-8
// is held as a lone surrogate U+DC80 to U+DCFF (byte 0x80 to 0xFF), so that cutting a rune in two and joining
// the halves again gives the rune back.

const RAW_BYTE = 0xdc00;
const LONE_RAW_BYTE = /[\u{dc80}-\u{dcff}]/u;
const REPLACEMENT = 0xfffd;

/** Number of bytes the code point takes in UTF-8; a raw byte takes one. */
function runeLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  if (isRawByte(codePoint)) return 1;
  return codePoint < 0x10000 ? 3 : 4;
}

export function isRawByte(codePoint: number): boolean {
  return codePoint >= 0xdc80 && codePoint <= 0xdcff;
}

/** len(s): the length in bytes. */
export function byteLength(s: string): number {
  let length = s.length;
  for (let i = 0; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit < 0x80) continue;
    const rune = s.codePointAt(i) ?? REPLACEMENT;
    length += runeLength(rune) - 1;
    if (rune > 0xffff) {
      i++;
      length--;
    }
  }
  return length;
}

/** utf8.RuneCountInString: a raw byte counts as one rune. */
export function runeCount(s: string): number {
  let count = s.length;
  for (let i = 1; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit >= 0xdc00 && unit <= 0xdfff && isHighSurrogate(s.charCodeAt(i - 1))) count--;
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function toBytes(s: string): Uint8Array {
  const bytes = new Uint8Array(byteLength(s));
  let at = 0;
  for (const char of s) {
    const rune = char.codePointAt(0) ?? REPLACEMENT;
    if (isRawByte(rune)) bytes[at++] = rune - RAW_BYTE;
    else at = encodeRune(bytes, at, rune >= 0xd800 && rune <= 0xdfff ? REPLACEMENT : rune);
  }
  return bytes;
}

function encodeRune(bytes: Uint8Array, at: number, rune: number): number {
  const length = runeLength(rune);
  if (length === 1) {
    bytes[at] = rune;
    return at + 1;
  }
  const lead = [0, 0, 0xc0, 0xe0, 0xf0][length] ?? 0;
  bytes[at] = lead | (rune >> (6 * (length - 1)));
  for (let i = 1; i < length; i++) bytes[at + i] = 0x80 | ((rune >> (6 * (length - 1 - i))) & 0x3f);
  return at + length;
}

export function fromBytes(bytes: Uint8Array): string {
  let s = "";
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    s += length === 0 ? String.fromCharCode(RAW_BYTE + (bytes[i] ?? 0)) : decodeRune(bytes, i, length);
    i += length || 1;
  }
  return s;
}

function decodeRune(bytes: Uint8Array, at: number, length: number): string {
  const lead = bytes[at] ?? 0;
  let rune = length === 1 ? lead : lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) rune = (rune << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return String.fromCodePoint(rune);
}

/** Length of the valid UTF-8 sequence that starts at the index, or 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

export function hasRawBytes(s: string): boolean {
  return LONE_RAW_BYTE.test(s);
}

/** Joins raw bytes that have become a valid UTF-8 sequence by concatenation. */
export function joinRawBytes(s: string): string {
  return hasRawBytes(s) ? fromBytes(toBytes(s)) : s;
}

/** Where each offset of a string is after joinRawBytes; an offset within a character that is joined, at its end. */
export function joinedOffsets(s: string): Uint32Array {
  const offsets = new Uint32Array(s.length + 1);
  let joined = 0;
  for (let at = 0; at < s.length; ) {
    const taken = rawSequenceLength(s, at);
    // Four bytes make a character of two units.
    joined += taken === 4 ? 2 : 1;
    offsets.fill(joined, at + 1, at + taken + 1);
    at += taken;
  }
  return offsets;
}

/** How many raw bytes at an offset make one character; 1 if there are none, or they do not. */
function rawSequenceLength(s: string, at: number): number {
  const raw = /^[\udc80-\udcff]{2,4}/.exec(s.slice(at, at + 4))?.[0] ?? "";
  return raw === "" || isHighSurrogate(s.charCodeAt(at - 1))
    ? 1
    : Math.max(sequenceLength(toBytes(raw), 0), 1);
}

/** The string as one character per byte, for work that goes by bytes. */
export function toByteString(s: string): string {
  if (byteLength(s) === s.length && !hasRawBytes(s)) return s;
  let bytes = "";
  for (const byte of toBytes(s)) bytes += String.fromCharCode(byte);
  return bytes;
}

export function fromByteString(bytes: string): string {
  return /^[\0-\x7f]*$/.test(bytes) ? bytes : fromBytes(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
}

/** s[start:end] with offsets in bytes. */
export function sliceBytes(s: string, start: number, end: number): string {
  if (byteLength(s) === s.length && !hasRawBytes(s)) return s.slice(start, end);
  return fromBytes(toBytes(s).subarray(start, end));
}

/** Order of two strings by their bytes: negative, zero or positive. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return utf8Rank(x) - utf8Rank(y);
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
