import type { TextPosition } from "@lookinglass/designer";
import { type ReactNode, type Ref, useId, useImperativeHandle, useRef } from "react";
import { lineRange } from "./line-range.js";

export interface CodeFieldHandle {
  /** Selects from a place to the end of its line, and takes the focus there. */
  select(place: TextPosition): void;
}

interface CodeFieldProps {
  readonly ref: Ref<CodeFieldHandle>;
  readonly title: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows: number;
  /** Controls beside the title. */
  readonly children: ReactNode;
}

/** A text area for code, with its title and controls. */
export function CodeField({ ref, title, value, onChange, rows, children }: CodeFieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    select: (place) => {
      const { start, end } = lineRange(value, place);
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    },
  }));
  return (
    <div className="min-w-0">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id} className="mr-auto text-base font-semibold">
          {title}
        </label>
        {children}
      </div>
      <textarea
        ref={area}
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={rows}
        wrap="off"
        spellCheck={false}
        className="block w-full resize-y rounded-md border border-line-strong/60 bg-surface px-3 py-2 font-mono text-xs leading-5"
      />
    </div>
  );
}
