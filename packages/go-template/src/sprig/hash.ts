// SHA-1, SHA-256 (FIPS 180-4) and Adler-32 (RFC 1950).

import { toBytes } from "@lookinglass/go";
import { fixed, type GoFunction } from "../functions.js";
import { STRING, text } from "./coerce.js";

/** The first 32 bits of the fractional parts of roots of the first primes: the constants of SHA-256. */
function fractionalBits(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map((prime) => ((root(prime) % 1) * 2 ** 32) | 0);
}

const SHA256_INITIAL = fractionalBits(8, Math.sqrt);
const SHA256_ROUND = fractionalBits(64, Math.cbrt);
const SHA1_INITIAL = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const SHA1_ROUND = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function rotateLeft(x: number, count: number): number {
  return (x << count) | (x >>> (32 - count));
}

/** The message with its padding, as blocks of sixteen 32-bit words. */
function blocks(message: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return view;
}

function digest(
  message: Uint8Array,
  initial: readonly number[],
  compress: (state: readonly number[], block: (i: number) => number) => readonly number[],
): string {
  const view = blocks(message);
  let state = initial;
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    const next = compress(state, (i) => view.getInt32(offset + 4 * i));
    state = state.map((word, i) => (word + (next[i] ?? 0)) | 0);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function compressSha256(state: readonly number[], block: (i: number) => number): readonly number[] {
  const words = Array.from({ length: 16 }, (_, i) => block(i));
  const word = (i: number) => words[i] ?? 0;
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    if (i >= 16) {
      const x = word(i - 15);
      const y = word(i - 2);
      const small0 = rotateLeft(x, 25) ^ rotateLeft(x, 14) ^ (x >>> 3);
      const small1 = rotateLeft(y, 15) ^ rotateLeft(y, 13) ^ (y >>> 10);
      words.push((word(i - 16) + small0 + word(i - 7) + small1) | 0);
    }
    const big1 = rotateLeft(e, 26) ^ rotateLeft(e, 21) ^ rotateLeft(e, 7);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + (SHA256_ROUND[i] ?? 0) + word(i)) | 0;
    const big0 = rotateLeft(a, 30) ^ rotateLeft(a, 19) ^ rotateLeft(a, 10);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [a, b, c, d, e, f, g, h] = [(first + big0 + majority) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h];
}

function compressSha1(state: readonly number[], block: (i: number) => number): readonly number[] {
  const words = Array.from({ length: 16 }, (_, i) => block(i));
  const word = (i: number) => words[i] ?? 0;
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    if (i >= 16) words.push(rotateLeft(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1));
    const phase = Math.floor(i / 20);
    const mixed = phase === 0 ? (b & c) | (~b & d) : phase === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    const next = (rotateLeft(a, 5) + mixed + e + (SHA1_ROUND[phase] ?? 0) + word(i)) | 0;
    [a, b, c, d, e] = [next, a, rotateLeft(b, 30), c, d];
  }
  return [a, b, c, d, e];
}

function adler32(message: Uint8Array): string {
  let low = 1;
  let high = 0;
  for (const byte of message) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return String(high * 65536 + low);
}

export const hashFunctions: Readonly<Record<string, GoFunction>> = {
  sha256sum: fixed([STRING], ([s]) => digest(toBytes(text(s)), SHA256_INITIAL, compressSha256)),
  sha1sum: fixed([STRING], ([s]) => digest(toBytes(text(s)), SHA1_INITIAL, compressSha1)),
  adler32sum: fixed([STRING], ([s]) => adler32(toBytes(text(s)))),
};
