import { describe, expect, it } from "vitest";
import { isLocalhost, splitHostPort } from "./host-port.js";
import { ipv6Groups, isLoopback } from "./ip.js";

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

describe("ipv6Groups, Go's netip.ParseAddr", () => {
  it.each([
    ["fe80::1", [0xfe80, 0, 0, 0, 0, 0, 0, 1]],
    ["1:2:3:4:5:6:7:8", [1, 2, 3, 4, 5, 6, 7, 8]],
    ["1:2:3:4:5:6:7::", [1, 2, 3, 4, 5, 6, 7, 0]],
    ["::2:3:4:5:6:7:8", [0, 2, 3, 4, 5, 6, 7, 8]],
    ["1:2:3:4:5:6:1.2.3.4", [1, 2, 3, 4, 5, 6, 0x102, 0x304]],
  ])("reads %s", (address, groups) => expect(ipv6Groups(address)).toEqual(groups));

  it.each([
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4::5:6:7:8",
    "12345::",
    "1.2.3.4",
    "1.2.3.4::",
    "::1.2.3.4:5",
    ":::1",
    "1:",
    ":1",
    "g::",
    "",
  ])("refuses %j", (address) => expect(ipv6Groups(address)).toBeNull());
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

describe("isLocalhost", () => {
  it.each(["localhost", "localhost:5000", "127.9.9.9", "127.0.0.1:80", "[::1]:5000", "::1"])(
    "%s is",
    (host) => expect(isLocalhost(host)).toBe(true),
  );

  it.each(["[::1]", "reg.localhost:5000", "localhost.example", "10.0.0.1:5000", ""])("%s is not", (host) =>
    expect(isLocalhost(host)).toBe(false),
  );
});
