import { Tooltip } from "radix-ui";
import type { ReactElement } from "react";
import { Shortcut } from "./shortcut.js";

interface HintProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

/** Says what a control does when the pointer or the focus is on it. */
export function Hint({ text, shortcut, children }: HintProps) {
  return (
    <Tooltip.Root delayDuration={400}>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex items-center gap-2 rounded-sm bg-accent px-2 py-1 text-xs text-accent-ink shadow-pop"
        >
          {text}
          {shortcut && <Shortcut keys={shortcut} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
