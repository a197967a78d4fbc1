// encoding/base64.StdEncoding and encoding/base32.StdEncoding, with the texts of their errors.

import { base64, fromBytes, toByteString, toBytes } from "@lookinglass/go";
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

function encode32(bytes: Uint8Array): string {
  const { alphabet, bits, group } = BASE32;
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

class CorruptInput extends Error {
  constructor(encoding: Encoding, at: number) {
    super(`illegal ${encoding.name} data at input byte ${at}`);
  }
}

/** The decoded text, or the text of the error, as Sprig gives it. */
function decoded(decode: (s: string) => readonly number[], s: string): string {
  try {
    return fromBytes(decode(toByteString(s)));
  } catch (error) {
    if (error instanceof CorruptInput) return error.message;
    throw error;
  }
}

/** Decodes a byte string. Line ends count as positions, but not as data. */
function decode64(s: string): readonly number[] {
  const bytes: number[] = [];
  let group: number[] = [];
  for (let at = 0; at < s.length; at++) {
    const char = s.charAt(at);
    const value = BASE64.alphabet.indexOf(char);
    if (value >= 0) group.push(value);
    else if (char === "=") return [...bytes, ...lastGroup64(s, at, group)];
    else if (char !== "\n" && char !== "\r") throw new CorruptInput(BASE64, at);
    if (group.length < BASE64.group) continue;
    bytes.push(...groupBytes(group, BASE64.bits));
    group = [];
  }
  if (group.length > 0) throw new CorruptInput(BASE64, s.length - group.length);
  return bytes;
}

/** The group that a "=" at the index ends. */
function lastGroup64(s: string, at: number, group: readonly number[]): readonly number[] {
  if (group.length < 2) throw new CorruptInput(BASE64, at);
  let end = skipLineEnds(s, at + 1);
  if (group.length === 2) {
    if (end === s.length) throw new CorruptInput(BASE64, end);
    if (s.charAt(end) !== "=") throw new CorruptInput(BASE64, end - 1);
    end = skipLineEnds(s, end + 1);
  }
  if (end < s.length) throw new CorruptInput(BASE64, end);
  return groupBytes(group, BASE64.bits);
}

function skipLineEnds(s: string, from: number): number {
  let at = from;
  while (s.charAt(at) === "\n" || s.charAt(at) === "\r") at++;
  return at;
}

/** Decodes a byte string. Line ends are taken out first. */
function decode32(source: string): readonly number[] {
  const s = source.replace(/[\r\n]/g, "");
  const bytes: number[] = [];
  let group: number[] = [];
  for (let at = 0; at < s.length; at++) {
    const char = s.charAt(at);
    if (char === "=" && group.length >= 2 && s.length - at - 1 < BASE32.group) {
      checkPadding32(s, at, group.length);
      return [...bytes, ...groupBytes(group, BASE32.bits)];
    }
    const value = BASE32.alphabet.indexOf(char);
    if (value < 0) throw new CorruptInput(BASE32, at);
    group.push(value);
    if (group.length < BASE32.group) continue;
    bytes.push(...groupBytes(group, BASE32.bits));
    group = [];
  }
  if (group.length > 0) throw new CorruptInput(BASE32, s.length - group.length);
  return bytes;
}

/** Checks the padding from an index on. What follows complete padding is not looked at. */
function checkPadding32(s: string, at: number, count: number): void {
  const rest = s.slice(at + 1, at + BASE32.group - count);
  if (rest.length + count < BASE32.group - 1) throw new CorruptInput(BASE32, s.length);
  const wrong = rest.search(/[^=]/);
  if (wrong >= 0) throw new CorruptInput(BASE32, at + wrong);
  if (count === 3 || count === 6) throw new CorruptInput(BASE32, at);
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
  b64enc: fixed([STRING], ([s]) => base64(text(s))),
  b64dec: fixed([STRING], ([s]) => decoded(decode64, text(s))),
  b32enc: fixed([STRING], ([s]) => encode32(toBytes(text(s)))),
  b32dec: fixed([STRING], ([s]) => decoded(decode32, text(s))),
};
