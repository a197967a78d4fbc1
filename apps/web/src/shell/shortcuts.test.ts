import { expect, test } from "vitest";
import { matchesShortcut, shortcutText } from "./shortcuts.js";

const press = (key: string, ...held: ("ctrl" | "meta" | "shift" | "alt")[]) => ({
  key,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  shiftKey: held.includes("shift"),
  altKey: held.includes("alt"),
});

test.each([
  ["Control elsewhere", press("z", "ctrl"), "mod+z", false, true],
  ["Command on a Mac", press("z", "meta"), "mod+z", true, true],
  ["not Control on a Mac", press("z", "ctrl"), "mod+z", true, false],
  ["not both at once", press("z", "ctrl", "meta"), "mod+z", false, false],
  ["with Shift the letter is a capital", press("Z", "ctrl", "shift"), "mod+shift+z", false, true],
  ["not with Shift alone", press("Z", "ctrl", "shift"), "mod+z", false, false],
  ["not the bare letter", press("z"), "mod+z", false, false],
  ["a character, however it is typed", press("?", "shift"), "?", false, true],
  ["not a character with Control", press("?", "ctrl", "shift"), "?", false, false],
  ["a function key", press("F8"), "f8", false, true],
] as const)("%s", (_name, event, shortcut, apple, matches) => {
  expect(matchesShortcut(event, shortcut, apple)).toBe(matches);
});

test("is written as the platform writes it", () => {
  expect(shortcutText("mod+shift+z", true)).toBe("⌘⇧Z");
  expect(shortcutText("mod+shift+z", false)).toBe("Ctrl+Shift+Z");
});
