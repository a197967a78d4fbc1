import { DropdownMenu } from "radix-ui";
import { AskedMenuFrame } from "../ui/asked-menu.js";
import type { AskedMenu } from "../ui/late-menu.js";
import { MENU_ITEM } from "../ui/menu.js";
import { THEMES } from "./theme.js";
import { THEME_LOOKS, type ThemeMenuProps } from "./theme-menu.js";

interface ThemeListProps extends ThemeMenuProps {
  readonly asked: AskedMenu;
}

/** The menu of the ThemeMenu. */
export default function ThemeList({ asked, theme, onChange }: ThemeListProps) {
  return (
    <AskedMenuFrame asked={asked}>
      <DropdownMenu.RadioGroup value={theme}>
        {THEMES.map((choice) => {
          const { title, icon: Icon } = THEME_LOOKS[choice];
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
    </AskedMenuFrame>
  );
}
