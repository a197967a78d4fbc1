import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ImageRefResult, parseImageRef } from "./image-ref.js";

interface Case {
  id: string;
  what: string;
  input: { ref: string };
  expected: ImageRefResult;
}

const file = new URL("../conformance/image-refs.json", import.meta.url);
const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, "utf8"));

describe("parseImageRef, as containerd's CRI normalises references", () => {
  it.each(cases)("$id: $what", ({ input, expected }) => {
    expect(parseImageRef(input.ref)).toEqual(expected);
  });
});
