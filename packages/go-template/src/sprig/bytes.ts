import { fromByteString, toByteString } from "../bytes.js";

export function toBytes(s: string): Uint8Array {
  return Uint8Array.from(toByteString(s), (byte) => byte.charCodeAt(0));
}

export function fromBytes(bytes: readonly number[]): string {
  return fromByteString(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}
