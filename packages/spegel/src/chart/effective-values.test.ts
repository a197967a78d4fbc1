import { describe, expect, it } from "vitest";
import { effectiveValues, valueAt } from "./effective-values.js";

describe("effectiveValues", () => {
  const values = (user: unknown) => effectiveValues(user, { version: "0.4.0" });

  it.each([
    ["nothing given", {}, ["spegel", "containerdMirrorAdd"], true],
    ["a scalar replaces", { spegel: { resolveTags: false } }, ["spegel", "resolveTags"], false],
    ["its neighbours stay", { spegel: { resolveTags: false } }, ["spegel", "prependExisting"], false],
    ["a list replaces", { tolerations: [{ key: "a" }] }, ["tolerations"], [{ key: "a" }]],
    [
      "maps merge",
      { nodeSelector: { disk: "ssd" } },
      ["nodeSelector"],
      { "kubernetes.io/os": "linux", disk: "ssd" },
    ],
    ["null deletes", { spegel: { resolveTags: null } }, ["spegel", "resolveTags"], undefined],
    ["null deletes a whole map", { spegel: null }, ["spegel"], undefined],
    ["a scalar over a map wins", { service: "none" }, ["service"], "none"],
    [
      "a map over a scalar wins",
      { spegel: { logLevel: { a: null, b: 1 } } },
      ["spegel", "logLevel"],
      { b: 1 },
    ],
    ["unknown keys stay", { extra: { a: 1 } }, ["extra"], { a: 1 }],
    ["a list is no map of values", ["spegel"], ["spegel", "resolveTags"], true],
    ["text is no map of values", "spegel: {}", ["spegel", "resolveTags"], true],
  ])("%s", (_, user, path, expected) => {
    expect(valueAt(values(user), path)).toEqual(expected);
  });

  it("takes __proto__ for an ordinary key", () => {
    const merged = values(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.hasOwn(merged, "__proto__")).toBe(true);
    expect(valueAt({}, ["polluted"])).toBeUndefined();
    expect(valueAt(merged, ["constructor"])).toBeUndefined();
  });
});
