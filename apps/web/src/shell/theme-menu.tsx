import { Monitor, Moon, Sun } from "lucide-react";
import { lazy, Suspense } from "react";
import { useLateMenu } from "../ui/late-menu.js";
import { themeList } from "./late-views.js";
import type { Theme } from "./theme.js";

const ThemeList = lazy(themeList);

export const THEME_LOOKS = {
  system: { title: "System", icon: Monitor },
  light: { title: "Light", icon: Sun },
  dark: { title: "Dark", icon: Moon },
} as const;

export interface ThemeMenuProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

export function ThemeMenu({ theme, onChange }: ThemeMenuProps) {
  const menu = useLateMenu(themeList);
  const { title, icon: Icon } = THEME_LOOKS[theme];
  return (
    <>
      <button
        type="button"
        aria-label={`Theme: ${title}`}
        className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
        {...menu.trigger}
      >
        <Icon aria-hidden className="size-4" />
      </button>
      {menu.asked && (
        <Suspense>
          <ThemeList asked={menu.asked} theme={theme} onChange={onChange} />
        </Suspense>
      )}
    </>
  );
}
