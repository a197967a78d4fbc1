import { type ComponentProps, useState } from "react";
import { useDocument, useSnapshot } from "../document/document-context.js";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";

/** How long what was typed stays in view after the focus left: by then the document has it. */
const SETTLE_MS = 400;

/**
 * A value that is written to the document while it is typed. What was typed is shown until the document has it, unless
 * undo or another document takes it back.
 */
function useLiveValue(value: string, write: (value: string) => void) {
  const { epoch } = useSnapshot(useDocument().store);
  const [typed, setTyped] = useState<{ readonly text: string; readonly epoch: number } | null>(null);
  return {
    value: typed && typed.epoch === epoch ? typed.text : value,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ text: event.target.value, epoch });
      write(event.target.value);
    },
    onBlur: () => setTimeout(() => setTyped(null), SETTLE_MS),
  };
}

interface LiveValueProps {
  readonly value: string;
  readonly write: (value: string) => void;
}

export function LiveField({
  value,
  write,
  className,
  ...rest
}: LiveValueProps & Omit<ComponentProps<"input">, keyof LiveValueProps>) {
  const live = useLiveValue(value, write);
  return (
    <input
      spellCheck={false}
      autoComplete="off"
      className={classes(MONO_INPUT, className)}
      {...rest}
      {...live}
    />
  );
}

export function LiveTextArea({
  value,
  write,
  className,
  ...rest
}: LiveValueProps & Omit<ComponentProps<"textarea">, keyof LiveValueProps>) {
  const live = useLiveValue(value, write);
  return (
    <textarea
      spellCheck={false}
      className={classes(MONO_INPUT, "h-auto w-full py-2 leading-5 whitespace-pre", className)}
      {...rest}
      {...live}
    />
  );
}
