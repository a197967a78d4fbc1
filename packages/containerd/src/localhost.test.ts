import { describe, expect, it } from "vitest";
import { isLocalhost } from "./localhost.js";

describe("isLocalhost", () => {
  it.each(["localhost", "localhost:5000", "127.9.9.9", "127.0.0.1:80", "[::1]:5000", "::1"])(
    "%s is",
    (host) => expect(isLocalhost(host)).toBe(true),
  );

  it.each(["[::1]", "reg.localhost:5000", "localhost.example", "10.0.0.1:5000", ""])("%s is not", (host) =>
    expect(isLocalhost(host)).toBe(false),
  );
});
