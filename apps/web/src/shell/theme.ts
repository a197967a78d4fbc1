import { useCallback, useEffect } from "react";
import { useMedia } from "./use-media.js";
import { useStored } from "./use-stored.js";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const readTheme = (stored: unknown): Theme => THEMES.find((theme) => theme === stored) ?? "system";

/** The chosen theme; public/theme.js applies the stored one before the first paint. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useStored("theme", readTheme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  return [theme, useCallback((next: Theme) => setTheme(next), [setTheme])];
}

/** Is the page dark now, by choice or by the system? */
export function useIsDark(theme: Theme): boolean {
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  return theme === "system" ? systemIsDark : theme === "dark";
}
