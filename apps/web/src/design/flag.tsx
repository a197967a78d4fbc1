import type { EditOutcome } from "../document/edit-queue.js";
import { useWanted } from "./use-wanted.js";

interface FlagProps {
  readonly label: string;
  readonly describedBy?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onSet: (checked: boolean) => Promise<EditOutcome>;
}

/** A checkbox with its label to the right. */
export function Flag({ label, describedBy, checked, disabled = false, onSet }: FlagProps) {
  const [shown, want] = useWanted(checked, onSet);
  return (
    <label className="flex min-h-6 items-center gap-1.5 text-ink-2">
      <input
        type="checkbox"
        aria-describedby={describedBy}
        checked={shown}
        disabled={disabled}
        onChange={(event) => want(event.target.checked)}
        className="size-3.5 accent-ink"
      />
      {label}
    </label>
  );
}
