import { expect, test } from "vitest";
import { MAX_BYTES, readTextFile } from "./read-file.js";

test("text is read as it stands, byte order mark and line ends included", async () => {
  const file = new File(["\ufeffa: ü\r\n"], "a.yaml");
  expect(await readTextFile(file)).toEqual({ ok: true, text: "\ufeffa: ü\r\n", name: "a.yaml" });
});

const unreadable = Object.assign(new File([], "specs"), {
  arrayBuffer: () => Promise.reject(new Error("no")),
});

test.each([
  ["a folder", unreadable, /^specs cannot be read: it is a folder/],
  ["not text", new File([new Uint8Array([0xff, 0xfe, 0x00])], "image.png"), /not UTF-8/],
  ["too large", new File(["x".repeat(MAX_BYTES + 1)], "big.yaml"), /larger than 1 MiB/],
])("%s is refused with a reason", async (_name, file, reason) => {
  expect(await readTextFile(file)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});
