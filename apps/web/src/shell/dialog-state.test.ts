import { expect, test } from "vitest";
import { readDialog } from "./dialog-state.js";

test.each([
  ["none", null, null],
  ["a dialog", { dialog: "share" }, "share"],
  ["one that does not exist", { dialog: "constructor" }, null],
  ["somebody else's state", "share", null],
])("%s", (_name, state, dialog) => {
  expect(readDialog(state)).toBe(dialog);
});
