import { type ComponentProps, useRef, useState } from "react";
import { useEpoch } from "../document/document-context.js";
import { classes } from "../ui/classes.js";
import { MONO_INPUT } from "../ui/fields.js";
import { useWhenRead } from "./when-read.js";

/** How long the last letter is under way to the document. */
const UNDER_WAY_MS = 400;

/**
 * What is typed into a field: shown until the document has it, unless undo or another document takes it back.
 *
 * @param kept the text stays in view after the focus left: the document does not take it
 */
function useTyped(kept: boolean) {
  const epoch = useEpoch();
  const whenRead = useWhenRead();
  const [typed, setTyped] = useState<{ readonly text: string; readonly epoch: number } | null>(null);
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stay = () => {
    clearTimeout(settling.current);
    settling.current = undefined;
  };
  return {
    text: typed && typed.epoch === epoch ? typed.text : null,
    type: (text: string | null) => {
      stay();
      setTyped(text === null ? null : { text, epoch });
    },
    onFocus: stay,
    onBlur: () => {
      stay();
      if (kept) return;
      const own = setTimeout(async () => {
        await whenRead();
        // Else the focus is back.
        if (settling.current === own) setTyped(null);
      }, UNDER_WAY_MS);
      settling.current = own;
    },
  };
}

/** A value that is written to the document while it is typed. */
function useLiveValue(value: string, write: (value: string) => void) {
  const { text, type, ...focus } = useTyped(false);
  return {
    value: text ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      type(event.target.value);
      write(event.target.value);
    },
    ...focus,
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
  return <textarea spellCheck={false} className={classes(TEXT_AREA, className)} {...rest} {...live} />;
}

const TEXT_AREA = `${MONO_INPUT} h-auto w-full py-2 leading-5 whitespace-pre`;

/** What is wrong with a text; null: it was written to the document. */
export type FieldWrite = (text: string) => string | null | Promise<string | null>;

interface CheckedFieldProps {
  readonly id: string;
  readonly value: string;
  /** Writes a text that is right; one that is not changes nothing. */
  readonly write: FieldWrite;
  /** Show several lines. */
  readonly lines?: number;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly invalid?: boolean | undefined;
  readonly inputMode?: "numeric" | undefined;
  readonly className?: string | undefined;
}

/** A field whose text counts only when it is right; what is wrong stands below it and stays until it is mended, or taken
 * back by Escape. */
export function CheckedField(props: CheckedFieldProps) {
  const { id, value, write, lines, describedBy, suggestions = [], invalid, className, ...rest } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const { text, type, ...focus } = useTyped(problem !== null);
  const shown = text === null ? null : problem;
  const newest = useRef("");
  const change = async (typed: string) => {
    type(typed);
    newest.current = typed;
    const found = await write(typed);
    if (newest.current === typed) setProblem(found);
  };
  const common = {
    id,
    value: text ?? value,
    spellCheck: false,
    "aria-invalid": shown !== null || invalid === true,
    "aria-describedby": classes(shown !== null && `${id}-wrong`, describedBy) || undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => change(event.target.value),
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key !== "Escape") return;
      type(null);
      setProblem(null);
    },
    ...focus,
    ...rest,
  };
  return (
    <>
      {lines === undefined ? (
        <input
          autoComplete="off"
          list={suggestions.length > 0 ? `${id}-suggestions` : undefined}
          className={classes(MONO_INPUT, className)}
          {...common}
        />
      ) : (
        <textarea rows={lines} className={classes(TEXT_AREA, className)} {...common} />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <p id={`${id}-wrong`} aria-live="polite" className="mt-1 text-xs text-error empty:hidden">
        {shown}
      </p>
    </>
  );
}
