import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./testing/test-app.js";

const example = (name: string) => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), "utf8");
const specs = ["08-mirror-add-off-with-overrides.yaml", "12-air-gapped-internal-mirror.yaml"].map(example);

let service: TestApp;
beforeAll(async () => {
  service = await startTestApp();
});
afterAll(() => service.close());

async function post(path: string, payload: string): Promise<number> {
  const headers = { "content-type": "application/json" };
  const response = await service.app.inject({ method: "POST", url: `/api/v1/${path}`, payload, headers });
  if (response.statusCode !== 200) {
    expect(response.headers["content-type"]).toBe("application/problem+json");
  }
  return response.statusCode;
}

/** A real spec with a piece of it replaced by something else. */
const damagedSpec = fc
  .tuple(fc.constantFrom(...specs), fc.nat(3_000), fc.nat(200), fc.string({ unit: "binary", maxLength: 20 }))
  .map(([spec, at, length, piece]) => spec.slice(0, at) + piece + spec.slice(at + length));

const anySpec = fc.oneof(fc.string({ unit: "binary" }), damagedSpec);
const once = { numRuns: 60 };

describe("no input makes the server fail", { timeout: 60_000 }, () => {
  test.each(["preview", "validate"])("%s answers 200 to any text", async (path) => {
    await fc.assert(
      fc.asyncProperty(anySpec, async (spec) => {
        expect(await post(path, JSON.stringify({ spec }))).toBe(200);
      }),
      once,
    );
  });

  test("edits answer 200 or 422 to any text and path", async () => {
    const path = fc.array(
      fc.oneof(fc.constantFrom("spec", "kublrAgentConfig", "__proto__"), fc.string(), fc.nat(3)),
      {
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(anySpec, path, fc.jsonValue(), async (spec, at, value) => {
        const status = await post("edits", JSON.stringify({ spec, edits: [{ path: at, value }] }));
        expect([200, 422]).toContain(status);
      }),
      once,
    );
  });

  test("render answers 200 to any template and data", async () => {
    const words = fc.constantFrom(
      "{{",
      "}}",
      ".",
      "range ",
      "if ",
      "end",
      "printf ",
      "index ",
      '"%d"',
      "$x := ",
      "|",
      " ",
    );
    const template = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(template, fc.jsonValue(), async (source, data) => {
        expect(await post("render", JSON.stringify({ template: source, data }))).toBe(200);
      }),
      once,
    );
  });

  test("inspect answers 200 to any tree and image", async () => {
    const name = fc.constantFrom("_default/hosts.toml", "quay.io/hosts.toml", "quay.io", "../x", "/", "a//b");
    const files = fc.dictionary(name, fc.string({ unit: "binary" }));
    const image = fc.oneof(fc.constantFrom("quay.io/a/b", "nginx"), fc.string({ minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(files, image, async (tree, ref) => {
        expect(await post("inspect", JSON.stringify({ files: tree, image: ref }))).toBe(200);
      }),
      once,
    );
  });

  test("no JSON body is worse than a 4xx, on any route", async () => {
    const route = fc.constantFrom("preview", "validate", "edits", "render", "inspect", "pull-path", "shares");
    await fc.assert(
      fc.asyncProperty(route, fc.oneof(fc.json(), fc.string()), async (path, payload) => {
        expect(await post(path, payload)).toBeLessThan(500);
      }),
      once,
    );
  });
});
