interface FlagProps {
  readonly label: string;
  readonly describedBy?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onSet: (checked: boolean) => void;
}

/** A checkbox with its label to the right. */
export function Flag({ label, describedBy, checked, disabled = false, onSet }: FlagProps) {
  return (
    <label className="flex min-h-6 items-center gap-1.5 text-ink-2">
      <input
        type="checkbox"
        aria-describedby={describedBy}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onSet(event.target.checked)}
        className="size-3.5 accent-ink"
      />
      {label}
    </label>
  );
}
