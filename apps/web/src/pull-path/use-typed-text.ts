import { useEffect, useState } from "react";

/** How long after the last keystroke what was typed is kept in the URL. */
const SETTLE_MS = 300;

/**
 * The text of a field whose value the URL keeps. What is typed counts at once; the URL follows shortly after, and has
 * the last word when it changes otherwise (the back button, a link).
 */
export function useTypedText(
  kept: string,
  keep: (text: string) => void,
): readonly [text: string, type: (text: string) => void] {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const pending = typed !== null && typed.over === kept ? typed.text : null;
  useEffect(() => {
    // An empty text would read back as the default.
    if (pending === null || pending === kept || pending === "") return;
    const timer = setTimeout(() => keep(pending), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [pending, kept, keep]);
  return [pending ?? kept, (text) => setTyped({ text, over: kept })];
}
