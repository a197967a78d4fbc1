import { Monitor, Moon, Sun } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { MENU, MENU_ITEM } from "../ui/menu.js";
import { THEMES, type Theme } from "./theme.js";

const LOOKS = {
  system: { title: "System", icon: Monitor },
  light: { title: "Light", icon: Sun },
  dark: { title: "Dark", icon: Moon },
} as const;

export const THEME_TITLES: Record<Theme, string> = {
  system: LOOKS.system.title,
  light: LOOKS.light.title,
  dark: LOOKS.dark.title,
};

interface ThemeMenuProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

export function ThemeMenu({ theme, onChange }: ThemeMenuProps) {
  const Current = LOOKS[theme].icon;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={`Theme: ${LOOKS[theme].title}`}
        className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Current aria-hidden className="size-4" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={6} className={MENU}>
        <DropdownMenu.RadioGroup value={theme}>
          {THEMES.map((choice) => {
            const { title, icon: Icon } = LOOKS[choice];
            return (
              <DropdownMenu.RadioItem
                key={choice}
                value={choice}
                onSelect={() => onChange(choice)}
                className={MENU_ITEM}
              >
                <Icon aria-hidden className="size-4 text-ink-3" />
                {title}
                <DropdownMenu.ItemIndicator className="ml-auto">✓</DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            );
          })}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
