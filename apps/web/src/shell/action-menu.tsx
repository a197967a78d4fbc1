import { type ComponentProps, lazy, type ReactNode, Suspense } from "react";
import { useLateMenu } from "../ui/late-menu.js";
import type { AppAction } from "./actions.js";
import { actionList } from "./late-views.js";

const ActionList = lazy(actionList);

interface ActionMenuProps {
  /** The button that opens it. */
  readonly trigger: (props: ComponentProps<"button">) => ReactNode;
  readonly actions: readonly AppAction[];
}

/** A menu of actions. */
export function ActionMenu({ trigger, actions }: ActionMenuProps) {
  const menu = useLateMenu(actionList);
  return (
    <>
      {trigger(menu.trigger)}
      {menu.asked && (
        <Suspense>
          <ActionList asked={menu.asked} actions={actions} />
        </Suspense>
      )}
    </>
  );
}
