import { useCallback, useState } from "react";

/** State that the browser keeps across visits; `read` judges what was stored. */
export function useStored<Value>(
  key: string,
  read: (stored: unknown) => Value,
): readonly [Value, (value: Value) => void] {
  const name = `lookinglass.${key}`;
  const [value, setValue] = useState(() => read(readStored(name)));
  const store = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        localStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Without storage it lasts as long as the page.
      }
    },
    [name],
  );
  return [value, store];
}

function readStored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}
