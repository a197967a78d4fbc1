import { DropdownMenu } from "radix-ui";
import { useEffect } from "react";
import type { AskedMenu } from "../ui/late-menu.js";
import { MENU, MENU_ITEM } from "../ui/menu.js";
import { Shortcut } from "../ui/shortcut.js";
import { StandIn } from "../ui/stand-in.js";
import type { AppAction } from "./actions.js";

interface ActionListProps {
  readonly asked: AskedMenu;
  readonly actions: readonly AppAction[];
}

/** The menu of an ActionMenu. */
export default function ActionList({ asked: { button, press }, actions }: ActionListProps) {
  // Radix is told how it was asked for: after a key the first item has the focus.
  useEffect(press, [press]);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <StandIn control={button} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={6} className={MENU}>
        {actions.map(({ title, icon: Icon, shortcuts, enabled, run }) => (
          <DropdownMenu.Item key={title} disabled={!enabled} onSelect={run} className={MENU_ITEM}>
            <Icon aria-hidden className="size-4 text-ink-3" />
            {title}
            {shortcuts[0] && (
              <span className="ml-auto pl-4">
                <Shortcut keys={shortcuts[0]} />
              </span>
            )}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
