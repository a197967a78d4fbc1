import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "./classes.js";

interface SegmentedProps<Value extends string> {
  readonly label: string;
  /** Null: none is chosen. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** One choice of a few, all in view. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const choose = (chosen: string) => {
    const option = props.options.find(({ value }) => value === chosen);
    if (option) props.onChange(option.value);
  };
  return (
    <RadioGroup.Root
      aria-label={props.label}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      value={props.value}
      onValueChange={choose}
      className={classes(
        "inline-flex shrink-0 rounded-md border border-line bg-sunken p-0.5",
        props.className,
      )}
    >
      {props.options.map(({ value, label }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          className="flex h-6.5 flex-1 items-center justify-center gap-1.5 rounded-sm px-2.5 text-xs font-medium whitespace-nowrap text-ink-2 transition-colors hover:text-ink data-[state=checked]:bg-surface data-[state=checked]:text-ink data-[state=checked]:shadow-[0_0_0_1px_var(--line),0_1px_2px_rgb(0_0_0/8%)]"
        >
          {label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
