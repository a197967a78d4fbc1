import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readText } from "./read-text.js";

const stdin = (...chunks: Buffer[]) => Readable.from(chunks);

test("a byte order mark stays: positions are those of the file", async () => {
  expect(await readText("-", stdin(Buffer.from("\ufeffa: 1")))).toEqual({ ok: true, text: "\ufeffa: 1" });
});

test.each([
  [
    "text that is not UTF-8",
    stdin(Buffer.from([0xff, 0xfe])),
    "standard input cannot be read: it is not UTF-8 text",
  ],
  [
    "more than the API would take",
    stdin(Buffer.alloc(2 ** 20), Buffer.alloc(1)),
    "standard input is larger than 1048576 bytes",
  ],
])("%s is refused", async (_name, stream, message) => {
  expect(await readText("-", stream)).toEqual({ ok: false, message });
});

test.each([
  ["a folder", import.meta.dirname, "it is a folder"],
  ["nothing", "nowhere.yaml", "there is no such file"],
])("%s is refused", async (_name, file, why) => {
  expect(await readText(file, stdin())).toEqual({ ok: false, message: `${file} cannot be read: ${why}` });
});
