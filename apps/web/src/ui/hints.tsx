import { Tooltip } from "radix-ui";
import { useEffect } from "react";
import type { HintsProps, ShownHint } from "./hint.js";
import { Shortcut } from "./shortcut.js";
import { StandIn } from "./stand-in.js";

/** The hints of the controls that the pointer or the focus has come to. */
export default function Hints({ shown }: HintsProps) {
  return (
    <Tooltip.Provider>
      {shown.map((hint) => (
        <Hint key={hint.id} {...hint} />
      ))}
    </Tooltip.Provider>
  );
}

function Hint({ control, text, shortcut }: ShownHint) {
  useEffect(() => catchUp(control), [control]);
  return (
    <Tooltip.Root delayDuration={400}>
      <Tooltip.Trigger asChild>
        <StandIn control={control} />
      </Tooltip.Trigger>
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

/** What brought the hint was over before the hint was there to see it. */
function catchUp(control: HTMLElement): void {
  if (control.matches(":hover")) control.dispatchEvent(new PointerEvent("pointermove"));
  if (control.matches(":focus-visible")) control.dispatchEvent(new FocusEvent("focus"));
}
