import { useCallback, useState } from "react";

/** A text that is kept until the tab is closed: it may hold credentials. */
export function useKeptText(key: string, initial: string): readonly [string, (text: string) => void] {
  const name = `lookinglass.${key}`;
  const [text, setText] = useState(() => read(name) ?? initial);
  const change = useCallback(
    (next: string) => {
      setText(next);
      try {
        sessionStorage.setItem(name, next);
      } catch {
        // Without storage it lasts as long as the page.
      }
    },
    [name],
  );
  return [text, change];
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}
