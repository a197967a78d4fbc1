import { type ComponentProps, useState } from "react";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";

interface CommittedFieldProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  readonly value: string;
  readonly isValid: (text: string) => boolean;
  /** Called with a valid text when the field is left, or on Enter. */
  readonly onCommit: (text: string) => void;
}

/** A field whose text counts only when it is complete. */
export function CommittedField({ value, isValid, onCommit, className, ...rest }: CommittedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const valid = isValid(text.trim());
  const commit = () => {
    if (typed === null || !valid) return;
    onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <input
      spellCheck={false}
      autoComplete="off"
      aria-invalid={!valid}
      {...rest}
      value={text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
      className={classes(MONO_INPUT, className)}
    />
  );
}
