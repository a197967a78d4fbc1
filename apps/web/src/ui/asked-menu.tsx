import { DropdownMenu } from "radix-ui";
import { type ReactNode, useEffect } from "react";
import type { AskedMenu } from "./late-menu.js";
import { MENU } from "./menu.js";
import { StandIn } from "./stand-in.js";

interface AskedMenuFrameProps {
  readonly asked: AskedMenu;
  readonly children: ReactNode;
}

/** The menu of a useLateMenu, around its items. */
export function AskedMenuFrame({ asked: { button, press }, children }: AskedMenuFrameProps) {
  // Radix is told how it was asked for: after a key the first item has the focus.
  useEffect(press, [press]);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <StandIn control={button} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={6} className={MENU}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
