import { describe, expect, it } from "vitest";
import { splitHostPort } from "./host-port.js";
import { isLoopback, parseAddress } from "./ip.js";

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
