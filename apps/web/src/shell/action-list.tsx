import { DropdownMenu } from "radix-ui";
import { AskedMenuFrame } from "../ui/asked-menu.js";
import type { AskedMenu } from "../ui/late-menu.js";
import { MENU_ITEM } from "../ui/menu.js";
import { Shortcut } from "../ui/shortcut.js";
import type { AppAction } from "./actions.js";

interface ActionListProps {
  readonly asked: AskedMenu;
  readonly actions: readonly AppAction[];
}

/** The menu of an ActionMenu. */
export default function ActionList({ asked, actions }: ActionListProps) {
  return (
    <AskedMenuFrame asked={asked}>
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
    </AskedMenuFrame>
  );
}
