/**
 * A shortcut is written "mod+shift+z": `mod` is Command on Apple's systems and Control elsewhere. One that types a
 * character is written as that character alone, "?": which keys make it is the keyboard's business.
 */

export const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

type KeyPress = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;

export function matchesShortcut(press: KeyPress, shortcut: string, apple = isApple): boolean {
  const parts = shortcut.split("+");
  const mod = apple ? press.metaKey : press.ctrlKey;
  const otherMod = apple ? press.ctrlKey : press.metaKey;
  if (typesText(shortcut)) return press.key === shortcut && !mod && !otherMod && !press.altKey;
  return (
    press.key.toLowerCase() === parts.at(-1) &&
    mod === parts.includes("mod") &&
    press.shiftKey === parts.includes("shift") &&
    press.altKey === parts.includes("alt") &&
    !otherMod
  );
}

/** Would the shortcut's key write a character where text is typed? */
export function typesText(shortcut: string): boolean {
  return shortcut.length === 1;
}

const TEXT_FIELDS = 'input, textarea, select, [contenteditable], [role="textbox"]';

/** Is the focus where keys write text? */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

const KEY_NAMES: Record<string, string> = {
  space: "Space",
  tab: "Tab",
  escape: "Esc",
  arrows: "Arrow keys",
};
const APPLE_NAMES: Record<string, string> = { mod: "⌘", ctrl: "⌃", shift: "⇧", alt: "⌥" };
const OTHER_NAMES: Record<string, string> = { mod: "Ctrl", ctrl: "Ctrl", shift: "Shift", alt: "Alt" };

export function shortcutText(shortcut: string, apple = isApple): string {
  const names = { ...KEY_NAMES, ...(apple ? APPLE_NAMES : OTHER_NAMES) };
  const parts = shortcut.split("+").map((part) => names[part] ?? part.toUpperCase());
  return parts.join(apple ? "" : "+");
}
