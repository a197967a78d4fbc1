/** A shortcut is written "mod+shift+z": `mod` is Command on Apple's systems and Control elsewhere. */

const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

type KeyPress = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;

export function matchesShortcut(press: KeyPress, shortcut: string, apple = isApple): boolean {
  const parts = shortcut.split("+");
  const mod = apple ? press.metaKey : press.ctrlKey;
  const otherMod = apple ? press.ctrlKey : press.metaKey;
  return (
    press.key.toLowerCase() === parts.at(-1) &&
    mod === parts.includes("mod") &&
    press.shiftKey === parts.includes("shift") &&
    press.altKey === parts.includes("alt") &&
    !otherMod
  );
}

export function shortcutText(shortcut: string, apple = isApple): string {
  const names: Record<string, string> = apple
    ? { mod: "⌘", shift: "⇧", alt: "⌥" }
    : { mod: "Ctrl", shift: "Shift", alt: "Alt" };
  const parts = shortcut.split("+").map((part) => names[part] ?? part.toUpperCase());
  return parts.join(apple ? "" : "+");
}
