import { Switch } from "radix-ui";
import type { ReactNode } from "react";
import type { EditOutcome } from "../document/edit-queue.js";
import { classes } from "../ui/classes.js";
import { Segmented } from "../ui/segmented.js";
import { useWanted } from "./use-wanted.js";

interface ToggleProps {
  readonly id: string;
  readonly label: ReactNode;
  /** What it switches, for those who do not see the label. */
  readonly name: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** Null: what is written is neither true nor false, and nobody claims that one of them is in force. */
  readonly checked: boolean | null;
  /** What is written then. */
  readonly wrong?: string | null;
  readonly onChange: (checked: boolean) => Promise<EditOutcome>;
}

/** An on/off switch with its label to the left. */
export function Toggle(props: ToggleProps) {
  const { id, label, name, describedBy, invalid = false, checked, wrong, onChange } = props;
  const [shown, want] = useWanted(checked, (wanted) => onChange(wanted === true));
  if (shown === null) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-medium">{label}</span>
        <code className="min-w-0 flex-1 text-right font-mono text-xs wrap-anywhere text-error">{wrong}</code>
        <Segmented
          label={name}
          value={null}
          options={ON_OFF}
          onChange={(value) => void want(value === "on")}
          invalid
          describedBy={describedBy}
        />
      </div>
    );
  }
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <Switch.Root
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        checked={shown}
        onCheckedChange={want}
        className={classes(
          "relative h-5 w-9 shrink-0 rounded-full border border-line-strong bg-line-strong after:absolute after:-inset-2 transition-colors disabled:opacity-45 data-[state=checked]:border-spegel data-[state=checked]:bg-spegel",
          invalid && "outline-2 outline-error",
        )}
      >
        <Switch.Thumb className="block size-4 translate-x-px rounded-full border border-surface bg-surface transition-transform data-[state=checked]:translate-x-4.25" />
      </Switch.Root>
    </div>
  );
}

const ON_OFF = [
  { value: "on", label: "On" },
  { value: "off", label: "Off" },
] as const;
