import { describe, expect, it } from "vitest";
import { cleanPath, joinPath } from "./path.js";

describe("cleanPath, Go's path.Clean", () => {
  it.each([
    ["", "."],
    ["/", "/"],
    ["//a//b/..", "/a"],
    ["a/../..", ".."],
    ["/..", "/"],
    ["./a", "a"],
    ["a//", "a"],
    ["/a/./b/../c", "/a/c"],
  ])("%j becomes %j", (path, clean) => {
    expect(cleanPath(path)).toBe(clean);
  });
});

describe("joinPath, Go's path.Join", () => {
  it.each([
    [["a", "b"], "a/b"],
    [["a", "", "../c"], "c"],
    [["/", "//v2", "library/nginx"], "/v2/library/nginx"],
    [["", ""], ""],
  ])("%j becomes %j", (elements, joined) => {
    expect(joinPath(...elements)).toBe(joined);
  });
});
