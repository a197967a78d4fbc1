import { type ComponentProps, useId, useState } from "react";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";

interface CommittedFieldProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  readonly value: string;
  /** What is wrong with a text, in words; null: it is right. */
  readonly faultOf: (text: string) => string | null;
  /** Called with a right text when the field is left, or on Enter. */
  readonly onCommit: (text: string) => void;
  readonly small?: boolean;
}

/** A field whose text counts only when it is complete; why one is refused stands below it. */
export function CommittedField(props: CommittedFieldProps) {
  const { value, faultOf, onCommit, small = false, className, ...rest } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const text = typed ?? value;
  const fault = faultOf(text.trim());
  const commit = () => {
    if (typed === null) return;
    setRefused(fault !== null);
    if (fault !== null) return;
    onCommit(typed.trim());
    setTyped(null);
  };
  const told = refused ? fault : null;
  return (
    <div className={classes("min-w-0", className)}>
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        aria-invalid={fault !== null}
        aria-describedby={classes(told !== null && id, rest["aria-describedby"]) || undefined}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
        className={classes(MONO_INPUT, "w-full", small && "h-6.5")}
      />
      <p id={id} aria-live="polite" className="mt-1 text-xs text-error empty:hidden">
        {told}
      </p>
    </div>
  );
}
