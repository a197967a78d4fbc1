// Go strings are byte strings. Here they are JavaScript strings in which a byte that is not part of valid UTF-8
// is held as a lone surrogate U+DC80 to U+DCFF (byte 0x80 to 0xFF), so that cutting a rune in two and joining
// the halves again gives the rune back.

/** Every JavaScript engine has it, ECMAScript itself does not. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Raw bytes that may be the UTF-8 of one character: a lead byte and as many others as it asks for. */
const RAW_SEQUENCE =
  /([\udcc2-\udcdf][\udc80-\udcbf]|[\udce0-\udcef][\udc80-\udcbf]{2}|[\udcf0-\udcf4][\udc80-\udcbf]{3})/gu;

/** The code point of a character. */
export function runeOf(char: string): number {
  return char.codePointAt(0) ?? 0xfffd;
}

/** Whether a code point is one of U+D800 to U+DFFF. */
export function isSurrogate(rune: number): boolean {
  return rune >> 11 === 0xd800 >> 11;
}

/** Whether it is one of U+DC80 to U+DCFF. */
export function isRawByte(rune: number): boolean {
  return rune >> 7 === 0xdc80 >> 7;
}

/** A byte as a character: one that is no ASCII as a raw byte. */
export function characterOfByte(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
}

const encoder = new TextEncoder();

/** The string as one character per byte, for work that goes by bytes. */
export function toByteString(s: string): string {
  return s.replace(/\P{ASCII}/gu, (char) => {
    const rune = runeOf(char);
    return String.fromCharCode(...(isRawByte(rune) ? [rune & 0xff] : encoder.encode(char)));
  });
}

export function fromByteString(bytes: string): string {
  return joinRawBytes(bytes.replace(/[\x80-\xff]/g, (byte) => characterOfByte(runeOf(byte))));
}

/** len(s): the length in bytes. */
export function byteLength(s: string): number {
  return toByteString(s).length;
}

/** Joins raw bytes that have become a valid UTF-8 sequence by concatenation. */
export function joinRawBytes(s: string): string {
  return s.replace(RAW_SEQUENCE, (sequence) => {
    const escaped = sequence.replace(/./gu, (raw) => `%${(runeOf(raw) & 0xff).toString(16)}`);
    try {
      return decodeURIComponent(escaped);
    } catch {
      // An overlong form, a surrogate or a code point beyond the last.
      return sequence;
    }
  });
}

/** Where each offset of a string is after joinRawBytes; an offset within a character that is joined, at its end. */
export function joinedOffsets(s: string): readonly number[] {
  const offsets = [0];
  for (const part of s.split(RAW_SEQUENCE)) {
    const start = offsets.at(-1) ?? 0;
    const { length } = joinRawBytes(part);
    for (let at = 1; at <= part.length; at++) offsets.push(start + (length < part.length ? length : at));
  }
  return offsets;
}

/** s[start:end] with offsets in bytes. */
export function sliceBytes(s: string, start: number, end: number): string {
  return fromByteString(toByteString(s).slice(start, end));
}

/** Order of two strings by their bytes: negative, zero or positive. */
export function compareStrings(a: string, b: string): number {
  const left = toByteString(a);
  const right = toByteString(b);
  return Number(left > right) - Number(left < right);
}

/** The text as any reader of UTF-8 shows it: a byte that is no valid UTF-8 becomes U+FFFD. */
export function toWellFormed(s: string): string {
  return joinRawBytes(s).replace(/\p{Surrogate}/gu, "\ufffd");
}

/** The bytes of a string. */
export function toBytes(s: string): Uint8Array {
  return Uint8Array.from(toByteString(s), (byte) => byte.charCodeAt(0));
}

/** The string of bytes. */
export function fromBytes(bytes: readonly number[]): string {
  return fromByteString(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}
