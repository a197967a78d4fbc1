import { expect, test } from "vitest";
import { ownLinks } from "./own-links.js";

const link = { id: "a", title: null, expiresAt: "2026-12-01T00:00:00.000Z", deleteToken: "t" };
const NOW = new Date("2026-11-25T12:00:00Z");

test.each([
  ["a good one", [link], [link]],
  ["an expired one", [{ ...link, expiresAt: "2026-11-25T11:59:59.000Z" }], []],
  ["one whose date is none", [{ ...link, expiresAt: "soon" }], []],
  ["one without its token", [{ ...link, deleteToken: undefined }, link], [link]],
  ["somebody else's data", [null, 1, "a", [link]], []],
  ["no list", { link }, []],
])("%s", (_name, stored, links) => {
  expect(ownLinks(stored, NOW)).toEqual(links);
});
