import { quote } from "./quote.js";

/** An address as Go's netip.Addr has it: 4 bytes or 16, and the zone of an IPv6 address or "". */
export interface IpAddress {
  readonly bytes: readonly number[];
  readonly zone: string;
}

export type AddressResult =
  | { readonly ok: true; readonly address: IpAddress }
  | { readonly ok: false; readonly error: string };

/** Ends a parse with what is wrong, and the part that was not read; caught in parseAddress. */
class AddressFault extends Error {
  constructor(
    message: string,
    readonly at = "",
  ) {
    super(message);
  }
}

/** Go's netip.ParseAddr. The error is Go's text, `ParseAddr("…"): …`. */
export function parseAddress(text: string): AddressResult {
  try {
    return { ok: true, address: readAddress(text) };
  } catch (fault) {
    if (!(fault instanceof AddressFault)) throw fault;
    const place = fault.at === "" ? "" : ` (at ${quote(fault.at)})`;
    return { ok: false, error: `ParseAddr(${quote(text)}): ${fault.message}${place}` };
  }
}

/** A range of addresses as Go's netip.Prefix has it: an address, which may have bits behind the prefix, and its length. */
export interface IpPrefix {
  readonly address: IpAddress;
  readonly bits: number;
}

export type PrefixResult =
  | { readonly ok: true; readonly prefix: IpPrefix }
  | { readonly ok: false; readonly error: string };

/** Go's netip.ParsePrefix. The error is Go's text, `netip.ParsePrefix("…"): …`. */
export function parsePrefix(text: string): PrefixResult {
  const refused = (message: string): PrefixResult => {
    return { ok: false, error: `netip.ParsePrefix(${quote(text)}): ${message}` };
  };
  const slash = text.lastIndexOf("/");
  if (slash < 0) return refused("no '/'");
  const result = parseAddress(text.slice(0, slash));
  if (!result.ok) return refused(result.error);
  const { address } = result;
  if (address.zone !== "") return refused("IPv6 zones cannot be present in a prefix");
  const written = text.slice(slash + 1);
  // What an int cannot hold is none to Go.
  const isInt = /^(?:0|[1-9][0-9]{0,18})$/.test(written) && BigInt(written) < 1n << 63n;
  if (!isInt) return refused(`bad bits after slash: ${quote(written)}`);
  const bits = Number(written);
  return bits > address.bytes.length * 8
    ? refused("prefix length out of range")
    : { ok: true, prefix: { address, bits } };
}

/** Go's Prefix.Masked: the same range with no bit set behind its length. */
export function maskedPrefix({ address, bits }: IpPrefix): IpPrefix {
  const bytes = address.bytes.map((byte, index) => {
    const kept = Math.min(Math.max(bits - index * 8, 0), 8);
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  return { address: { ...address, bytes }, bits };
}

/** Go's Prefix.Contains: is the address in the range? Never one of the other family. */
export function prefixContains(prefix: IpPrefix, { bytes, zone }: IpAddress): boolean {
  if (bytes.length !== prefix.address.bytes.length || zone !== "") return false;
  const own = maskedPrefix({ address: { bytes, zone }, bits: prefix.bits }).address.bytes;
  return maskedPrefix(prefix).address.bytes.every((byte, index) => byte === own[index]);
}

/** Go's Prefix.Overlaps: do two ranges share an address? */
export function prefixesOverlap(a: IpPrefix, b: IpPrefix): boolean {
  return a.bits <= b.bits ? prefixContains(a, b.address) : prefixContains(b, a.address);
}

/** Go's Prefix.String for IPv4: 10.0.0.0/16. */
export function formatIPv4Prefix({ address, bits }: IpPrefix): string {
  return `${address.bytes.join(".")}/${bits}`;
}

function readAddress(text: string): IpAddress {
  const separator = /[.:%]/.exec(text)?.[0];
  if (separator === ".") return { bytes: readIPv4(text), zone: "" };
  if (separator === ":") return readIPv6(text);
  throw new AddressFault(separator === "%" ? "missing IPv6 address" : "unable to parse IP");
}

function readIPv4(text: string): number[] {
  const bytes: number[] = [];
  let field = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[0-9]/.test(character)) {
      if (field === "0") throw new AddressFault("IPv4 field has octet with leading zero");
      field += character;
      if (Number(field) > 255) throw new AddressFault("IPv4 field has value >255");
    } else if (character !== ".") {
      throw new AddressFault("unexpected character", text.slice(at));
    } else {
      if (field === "" || at === text.length - 1) {
        throw new AddressFault("IPv4 field must have at least one digit", text.slice(at));
      }
      if (bytes.length === 3) throw new AddressFault("IPv4 address too long");
      bytes.push(Number(field));
      field = "";
    }
  }
  if (bytes.length < 3) throw new AddressFault("IPv4 address too short");
  return [...bytes, Number(field)];
}

function readIPv6(text: string): IpAddress {
  const percent = text.indexOf("%");
  const zone = percent < 0 ? "" : text.slice(percent + 1);
  if (percent >= 0 && zone === "") throw new AddressFault("zone must be a non-empty string");
  const { bytes, ellipsis } = readGroups(percent < 0 ? text : text.slice(0, percent));
  if (bytes.length === 16) {
    if (ellipsis < 0) return { bytes, zone };
    throw new AddressFault("the :: must expand to at least one field of zeros");
  }
  if (ellipsis < 0) throw new AddressFault("address string too short");
  const zeros = new Array<number>(16 - bytes.length).fill(0);
  return { bytes: [...bytes.slice(0, ellipsis), ...zeros, ...bytes.slice(ellipsis)], zone };
}

/** The bytes that are written, and where `::` stands among them or -1. */
function readGroups(text: string): { bytes: number[]; ellipsis: number } {
  const bytes: number[] = [];
  let ellipsis = text.startsWith("::") ? 0 : -1;
  let rest = ellipsis < 0 ? text : text.slice(2);
  if (rest === "") return { bytes, ellipsis };
  while (bytes.length < 16) {
    const digits = groupDigits(rest);
    if (rest.charAt(digits.length) === ".") {
      return { bytes: [...bytes, ...embeddedIPv4(rest, bytes.length, ellipsis)], ellipsis };
    }
    const group = Number.parseInt(digits, 16);
    bytes.push(group >> 8, group & 0xff);
    rest = rest.slice(digits.length);
    if (rest === "") break;
    rest = afterColon(rest);
    if (!rest.startsWith(":")) continue;
    if (ellipsis >= 0) throw new AddressFault("multiple :: in address", rest);
    ellipsis = bytes.length;
    rest = rest.slice(1);
    if (rest === "") break;
  }
  if (rest !== "") throw new AddressFault("trailing garbage after address", rest);
  return { bytes, ellipsis };
}

function groupDigits(rest: string): string {
  const [digits = ""] = /^[0-9a-fA-F]*/.exec(rest) ?? [];
  if (digits.length > 4) throw new AddressFault("each group must have 4 or less digits", rest);
  if (digits === "") throw new AddressFault("each colon-separated field must have at least one digit", rest);
  return digits;
}

function embeddedIPv4(rest: string, count: number, ellipsis: number): number[] {
  if (ellipsis < 0 && count !== 12) {
    throw new AddressFault("embedded IPv4 address must replace the final 2 fields of the address", rest);
  }
  if (count > 12) {
    throw new AddressFault("too many hex fields to fit an embedded IPv4 at the end of the address", rest);
  }
  return readIPv4(rest);
}

function afterColon(rest: string): string {
  if (!rest.startsWith(":")) throw new AddressFault("unexpected character, want colon", rest);
  if (rest.length === 1) throw new AddressFault("colon must be followed by more characters", rest);
  return rest.slice(1);
}

/** Whether Go reads the text as an IPv4 address: dotted decimal without leading zeros. */
export function isIPv4(text: string): boolean {
  const result = parseAddress(text);
  return result.ok && result.address.bytes.length === 4;
}

/** Whether Go reads the text as an IPv6 address, without brackets, with or without a zone. */
export function isIPv6(text: string): boolean {
  const result = parseAddress(text);
  return result.ok && result.address.bytes.length === 16;
}

/** Go's net.ParseIP(text).IsLoopback(): 127.0.0.0/8, ::1, or 127.0.0.0/8 mapped into IPv6; no zones. */
export function isLoopback(text: string): boolean {
  const result = parseAddress(text);
  if (!result.ok || result.address.zone !== "") return false;
  const { bytes } = result.address;
  if (bytes.length === 4) return bytes[0] === 127;
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (isMapped) return bytes[12] === 127;
  return bytes.slice(0, 15).every((byte) => byte === 0) && bytes[15] === 1;
}
