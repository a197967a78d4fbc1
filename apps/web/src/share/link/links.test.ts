import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toBase64Url } from "./base64url.js";
import { readBounded } from "./compression.js";
import { lengthAdvice, MAX_LINK_LENGTH } from "./link-length.js";
import { readLink } from "./read-link.js";
import { writeLink } from "./write-link.js";

const pack = (content: unknown) => `1.${toBase64Url(deflateSync(JSON.stringify(content)))}`;
const LINKED = { spec: "spec: {}\r\n# ü\n", settings: { spegelVersion: "0.7.4" }, title: "Staging" };

test("any text comes out as it went in", async () => {
  const linked = fc.record({
    spec: fc.string({ unit: "binary", maxLength: 300 }),
    settings: fc.record(
      {
        spegelVersion: fc.constantFrom("0.4.0", "0.7.4"),
        extraConfig: fc.dictionary(fc.string({ unit: "grapheme-ascii" }), fc.string()),
      },
      { requiredKeys: [] },
    ),
    title: fc.option(fc.string({ maxLength: 20 })),
  });
  await fc.assert(
    fc.asyncProperty(linked, async (given) => {
      fc.pre(!Object.hasOwn(given.settings.extraConfig ?? {}, "__proto__"));
      const fragment = await writeLink(given);
      expect(fragment).toMatch(/^1\.[\w-]+$/);
      expect(await readLink(fragment)).toEqual({ ok: true, linked: given });
    }),
  );
});

test("half a surrogate pair survives", async () => {
  const linked = { ...LINKED, spec: "a: \ud800" };
  expect(await readLink(await writeLink(linked))).toEqual({ ok: true, linked });
});

test("a link that was changed anywhere is said to be damaged, or is the same", async () => {
  const fragment = await writeLink(LINKED);
  const changed = fc.tuple(
    fc.nat(fragment.length - 1),
    fc.constantFrom("A", "b", "_", "-", "0", "", "%", " "),
  );
  await fc.assert(
    fc.asyncProperty(changed, async ([at, put]) => {
      const reading = await readLink(fragment.slice(0, at) + put + fragment.slice(at + 1));
      if (reading.ok) expect(reading.linked).toEqual(LINKED);
      else expect(["damaged", "unknown-format"]).toContain(reading.reason);
    }),
  );
});

test("a link that was cut off is damaged", async () => {
  const fragment = await writeLink(LINKED);
  for (let length = 1; length < fragment.length; length++) {
    expect(await readLink(fragment.slice(0, length))).toEqual({ ok: false, reason: "damaged" });
  }
});

test.each([
  ["nothing", "", "empty"],
  ["no base64url", "1.a+b/", "damaged"],
  ["base64url of nothing compressed", "1.AAAA", "damaged"],
  ["not JSON", `1.${toBase64Url(deflateSync("spec: {}"))}`, "damaged"],
  ["no UTF-8", `1.${toBase64Url(deflateSync(new Uint8Array([0x22, 0xff, 0x22])))}`, "damaged"],
  ["no spec", pack({ settings: {} }), "damaged"],
  ["a spec that is no text", pack({ spec: 1 }), "damaged"],
  ["settings of another shape", pack({ spec: "", settings: { nodeAddresses: 1 } }), "damaged"],
  ["keys that are not known", pack({ spec: "", other: 1 }), "damaged"],
  ["a spec larger than any", pack({ spec: "x".repeat(1_048_577) }), "damaged"],
  ["another format", "2.AAAA", "unknown-format"],
  ["something else altogether", "/etc/passwd", "damaged"],
  ["too long a link", `1.${"A".repeat(MAX_LINK_LENGTH)}`, "too-long"],
  ["a bomb: 64 MiB in a short link", pack({ spec: " ".repeat(64 * 1024 * 1024) }), "too-long"],
] as const)("%s: %#", async (_name, fragment, reason) => {
  expect(await readLink(fragment)).toEqual({ ok: false, reason });
});

test("no more is read than the bound, even of what has no end", async () => {
  let pulls = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        pulls++;
        controller.enqueue(new Uint8Array(100));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  expect(await readBounded(endless, 1_000)).toBeNull();
  expect(pulls).toBe(11);
  expect(cancelled).toBe(true);
});

test.each([
  [2_000, undefined],
  [2_001, "info"],
  [32_001, "warning"],
  [1_000_001, "error"],
] as const)("a link of %d characters: %s", (length, severity) => {
  expect(lengthAdvice(length)?.severity).toBe(severity);
});
