import type { EditOutcome } from "../document/edit-queue.js";
import { useWanted } from "./use-wanted.js";

interface FlagProps {
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** Null: what is written is neither true nor false. */
  readonly checked: boolean | null;
  readonly disabled?: boolean;
  readonly onSet: (checked: boolean) => Promise<EditOutcome>;
}

/** A checkbox with its label to the right. */
export function Flag({ label, describedBy, invalid, checked, disabled = false, onSet }: FlagProps) {
  const [shown, want] = useWanted(checked, (wanted) => onSet(wanted === true));
  return (
    <label className="flex min-h-6 items-center gap-1.5 text-ink-2">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = shown === null;
        }}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        checked={shown === true}
        disabled={disabled}
        onChange={(event) => want(event.target.checked)}
        className="size-3.5 accent-ink"
      />
      {label}
    </label>
  );
}
