import { describe, expect, it } from "vitest";
import { chartReleases, compareReleases, knownRelease, latestRelease } from "./releases.js";

it("lists the releases from the oldest to the newest, each once", () => {
  expect(chartReleases.toSorted(compareReleases)).toEqual(chartReleases);
  expect(new Set(chartReleases).size).toBe(chartReleases.length);
});

describe("compareReleases goes by numbers, also for releases that are not known", () => {
  it.each([
    ["0.0.9", "0.0.10", -1],
    ["0.4.0", "0.4.0", 0],
    ["0.5.0", "0.4.9", 1],
    ["0.99.9", "0.99.10", -1],
    ["v1.0.0", "0.99.0", 1],
    ["1.0", "1.0.0", 0],
    ["1.x", "1.0.0", 0],
  ])("%s and %s", (a, b, sign) => {
    expect(Math.sign(compareReleases(a, b))).toBe(sign);
    expect(Math.sign(compareReleases(b, a))).toBe(0 - sign);
  });
});

describe("knownRelease", () => {
  it.each([
    ["a known one", "0.4.0", "0.4.0"],
    ["with a v, as in tags", "v0.4.0", "0.4.0"],
    ["between two", "0.4.7", "0.4.0"],
    ["after all", "99.0.0", latestRelease],
    ["before all", "0.0.1", "0.0.3"],
    ["none given", undefined, latestRelease],
    ["no version at all", "newest", latestRelease],
  ])("%s: %s is read as %s", (_, version, expected) => {
    expect(knownRelease(version)).toBe(expected);
  });
});
