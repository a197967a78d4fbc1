// encoding/base64.StdEncoding and encoding/base32.StdEncoding, with the texts of their errors.

import { fromBytes, toBytes } from "../bytes.js";
import { fixed, type GoFunction } from "../functions.js";
import { STRING, text } from "./coerce.js";

interface Encoding {
  readonly name: string;
  readonly alphabet: string;
  /** Bits per character, and characters per group. */
  readonly bits: number;
  readonly group: number;
}

const BASE64: Encoding = {
  name: "base64",
  alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
  bits: 6,
  group: 4,
};
const BASE32: Encoding = { name: "base32", alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bits: 5, group: 8 };

function encode({ alphabet, bits, group }: Encoding, bytes: Uint8Array): string {
  let encoded = "";
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    held += 8;
    while (held >= bits) {
      held -= bits;
      encoded += alphabet.charAt((buffer >> held) & ((1 << bits) - 1));
    }
  }
  if (held > 0) encoded += alphabet.charAt((buffer << (bits - held)) & ((1 << bits) - 1));
  return encoded.padEnd(Math.ceil(encoded.length / group) * group, "=");
}

/** How many characters of a last group can stand before its padding. */
const PARTIAL: Readonly<Record<string, readonly number[]>> = { base64: [2, 3], base32: [2, 4, 5, 7] };

/** The decoded text, or the text of the error. */
function decode(encoding: Encoding, s: string): string {
  const { alphabet, bits, group } = encoding;
  const bytes: number[] = [];
  let values: number[] = [];
  const fail = (at: number) => `illegal ${encoding.name} data at input byte ${at}`;
  const source = [...toBytes(s)];
  for (let at = 0; at < source.length; at++) {
    const char = String.fromCharCode(source[at] ?? 0);
    if (char === "\n" || char === "\r") continue;
    const value = char === "=" ? -1 : alphabet.indexOf(char);
    if (value >= 0) {
      values.push(value);
      if (values.length === group) {
        bytes.push(...groupBytes(values, bits));
        values = [];
      }
      continue;
    }
    if (char !== "=") return fail(at);
    const wrong = wrongPadding(encoding, source, at, values.length);
    if (wrong !== undefined) return fail(wrong);
    return fromBytes(Uint8Array.from([...bytes, ...groupBytes(values, bits)]));
  }
  return values.length === 0
    ? fromBytes(Uint8Array.from(bytes))
    : fail(unfinished(encoding, source, values.length));
}

/** Where the input is said to be wrong that ends within a group. */
function unfinished({ name }: Encoding, source: readonly number[], count: number): number {
  return name === "base64" ? source.length - count : source.length;
}

/** Checks the padding that starts at an index; the index of what is wrong, if anything is. */
function wrongPadding(
  { name, group }: Encoding,
  source: readonly number[],
  start: number,
  count: number,
): number | undefined {
  if (!(PARTIAL[name] ?? []).includes(count)) return start;
  let missing = group - count;
  for (let at = start; at < source.length; at++) {
    const char = String.fromCharCode(source[at] ?? 0);
    if (char === "\n" || char === "\r") continue;
    if (missing === 0 || char !== "=") return at;
    missing--;
  }
  return missing === 0 ? undefined : source.length;
}

function groupBytes(values: readonly number[], bits: number): number[] {
  const bytes: number[] = [];
  let buffer = 0;
  let held = 0;
  for (const value of values) {
    buffer = ((buffer << bits) | value) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    bytes.push((buffer >> held) & 0xff);
  }
  return bytes;
}

export const encodingFunctions: Readonly<Record<string, GoFunction>> = {
  b64enc: fixed([STRING], ([s]) => encode(BASE64, toBytes(text(s)))),
  b64dec: fixed([STRING], ([s]) => decode(BASE64, text(s))),
  b32enc: fixed([STRING], ([s]) => encode(BASE32, toBytes(text(s)))),
  b32dec: fixed([STRING], ([s]) => decode(BASE32, text(s))),
};
