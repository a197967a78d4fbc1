import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { MENU, MENU_ITEM } from "../ui/menu.js";
import { Shortcut } from "../ui/shortcut.js";
import type { AppAction } from "./actions.js";

interface ActionMenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly actions: readonly AppAction[];
}

/** A menu of actions. */
export function ActionMenu({ trigger, actions }: ActionMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
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
