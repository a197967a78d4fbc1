import { describe, expect, it } from "vitest";
import { splitHostPort } from "./host-port.js";
import {
  formatIPv4Prefix,
  isLoopback,
  maskedPrefix,
  parseAddress,
  parsePrefix,
  prefixContains,
  prefixesOverlap,
} from "./ip.js";

describe("isLoopback, Go's net.ParseIP and IsLoopback", () => {
  it.each(["127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "::ffff:7f00:1"])(
    "%s is",
    (address) => expect(isLoopback(address)).toBe(true),
  );

  it.each(["127.0.0.01", "::1%lo", "::", "1::", "::127.0.0.1", "10.0.0.1", "localhost", ""])(
    "%s is not",
    (address) => expect(isLoopback(address)).toBe(false),
  );
});

describe("parseAddress, Go's netip.ParseAddr", () => {
  it.each([
    ["fe80::1", [0xfe80, 0, 0, 0, 0, 0, 0, 1]],
    ["1:2:3:4:5:6:7:8", [1, 2, 3, 4, 5, 6, 7, 8]],
    ["1:2:3:4:5:6:7::", [1, 2, 3, 4, 5, 6, 7, 0]],
    ["::2:3:4:5:6:7:8", [0, 2, 3, 4, 5, 6, 7, 8]],
    ["1:2:3:4:5:6:1.2.3.4", [1, 2, 3, 4, 5, 6, 0x102, 0x304]],
  ])("reads %s", (address, groups) =>
    expect(parseAddress(address)).toEqual({
      ok: true,
      address: { bytes: groups.flatMap((group) => [group >> 8, group & 0xff]), zone: "" },
    }),
  );

  it.each([
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4::5:6:7:8",
    "12345::",
    "1.2.3.4::",
    "::1.2.3.4:5",
    ":::1",
    "1:",
    ":1",
    "g::",
    "",
  ])("refuses %j", (address) => expect(parseAddress(address)).toMatchObject({ ok: false }));
});

const prefix = (text: string) => {
  const result = parsePrefix(text);
  if (!result.ok) throw new Error(result.error);
  return result.prefix;
};

describe("parsePrefix, Go's netip.ParsePrefix", () => {
  it.each([
    ["192.168.0.0/24", 24, 4],
    ["1.2.3.4/0", 0, 4],
    ["1.2.3.4/32", 32, 4],
    ["fd00::/8", 8, 16],
    ["::/0", 0, 16],
    ["::ffff:1.2.3.4/128", 128, 16],
  ])("reads %s", (text, bits, bytes) => {
    expect(prefix(text).bits).toBe(bits);
    expect(prefix(text).address.bytes).toHaveLength(bytes);
  });

  it.each([
    ["192.168.0.0", "no '/'"],
    ["", "no '/'"],
    ["1.257.1.1/24", 'ParseAddr("1.257.1.1"): IPv4 field has value >255'],
    ["010.0.0.0/8", 'ParseAddr("010.0.0.0"): IPv4 field has octet with leading zero'],
    ["1.1.1.0/q", 'bad bits after slash: "q"'],
    ["1.1.1.0/-1", 'bad bits after slash: "-1"'],
    ["1.1.1.0/+32", 'bad bits after slash: "+32"'],
    ["1.1.1.0/032", 'bad bits after slash: "032"'],
    ["1.1.1.0/0032", 'bad bits after slash: "0032"'],
    ["1.1.1.0/", 'bad bits after slash: ""'],
    ["1.1.1.0/99999999999999999999", 'bad bits after slash: "99999999999999999999"'],
    ["1.1.1.0/9223372036854775808", 'bad bits after slash: "9223372036854775808"'],
    ["1.1.1.0/9223372036854775807", "prefix length out of range"],
    ["1.1.1.0/33", "prefix length out of range"],
    ["2001::/129", "prefix length out of range"],
    ["::1%a/32", "IPv6 zones cannot be present in a prefix"],
    ["1.1.1.0/24/8", 'ParseAddr("1.1.1.0/24"): unexpected character (at "/24")'],
  ])("refuses %j", (text, message) =>
    expect(parsePrefix(text)).toEqual({ ok: false, error: `netip.ParsePrefix("${text}"): ${message}` }),
  );
});

describe("ranges of addresses, Go's netip.Prefix", () => {
  it.each([
    ["192.0.2.255/24", "192.0.2.0/24"],
    ["10.1.2.3/12", "10.0.0.0/12"],
    ["10.1.2.3/0", "0.0.0.0/0"],
    ["10.1.2.3/32", "10.1.2.3/32"],
    ["100.127.255.255/10", "100.64.0.0/10"],
  ])("%s is %s masked", (text, masked) => expect(formatIPv4Prefix(maskedPrefix(prefix(text)))).toBe(masked));

  it.each([
    ["10.0.0.0/8", "10.255.0.1", true],
    ["10.0.0.0/8", "11.0.0.0", false],
    ["100.64.0.0/13", "100.71.255.255", true],
    ["100.64.0.0/13", "100.72.0.0", false],
    ["0.0.0.0/0", "::1", false],
    ["::/0", "10.0.0.1", false],
    ["fd00::/8", "fdff::1", true],
  ])("%s contains %s: %s", (text, address, expected) => {
    const result = parseAddress(address);
    expect(result.ok && prefixContains(prefix(text), result.address)).toBe(expected);
  });

  it.each([
    ["100.96.0.0/11", "100.64.0.0/13", false],
    ["100.64.0.0/10", "100.64.0.0/13", true],
    ["100.64.0.0/13", "100.64.0.0/10", true],
    ["10.0.0.0/16", "10.0.255.0/24", true],
    ["10.0.0.0/16", "10.1.0.0/16", false],
    ["10.0.0.0/8", "fd00::/8", false],
  ])("%s overlaps %s: %s", (a, b, expected) => expect(prefixesOverlap(prefix(a), prefix(b))).toBe(expected));
});

describe("splitHostPort, Go's net.SplitHostPort", () => {
  it.each([
    ["a:1", "a", "1"],
    ["a:", "a", ""],
    [":5", "", "5"],
    ["[::1]:5", "::1", "5"],
  ])("splits %s", (text, host, port) => expect(splitHostPort(text)).toEqual({ host, port }));

  it.each(["a", "[::1]", "::1", "a:1:2", "[a:1", "a]:1", "[a]b:1", "[[a]]:1", "a:[1]"])(
    "reports an error for %s",
    (text) => expect(splitHostPort(text)).toBeNull(),
  );
});
