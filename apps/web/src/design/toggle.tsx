import { Switch } from "radix-ui";
import type { ReactNode } from "react";
import type { EditOutcome } from "../document/edit-queue.js";
import { useWanted } from "./use-wanted.js";

interface ToggleProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly describedBy?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => Promise<EditOutcome>;
}

/** An on/off switch with its label to the left. */
export function Toggle({ id, label, describedBy, checked, onChange }: ToggleProps) {
  const [shown, want] = useWanted(checked, onChange);
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Switch.Root
        id={id}
        aria-describedby={describedBy}
        checked={shown}
        onCheckedChange={want}
        className="relative h-5 w-9 shrink-0 rounded-full border border-line-strong bg-line-strong after:absolute after:-inset-2 transition-colors disabled:opacity-45 data-[state=checked]:border-spegel data-[state=checked]:bg-spegel"
      >
        <Switch.Thumb className="block size-4 translate-x-px rounded-full border border-surface bg-surface transition-transform data-[state=checked]:translate-x-4.25" />
      </Switch.Root>
    </div>
  );
}
