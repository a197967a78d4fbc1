import { DropdownMenu } from "radix-ui";
import { useEffect } from "react";
import type { AskedMenu } from "../ui/late-menu.js";
import { MENU, MENU_ITEM } from "../ui/menu.js";
import { StandIn } from "../ui/stand-in.js";
import { THEMES } from "./theme.js";
import { THEME_LOOKS, type ThemeMenuProps } from "./theme-menu.js";

interface ThemeListProps extends ThemeMenuProps {
  readonly asked: AskedMenu;
}

/** The menu of the ThemeMenu. */
export default function ThemeList({ asked: { button, press }, theme, onChange }: ThemeListProps) {
  // Radix is told how it was asked for: after a key the first item has the focus.
  useEffect(press, [press]);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <StandIn control={button} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={6} className={MENU}>
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
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
