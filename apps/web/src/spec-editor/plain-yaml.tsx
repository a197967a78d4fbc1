import { useEffect, useMemo, useRef } from "react";

/** A wish to see a line; a new object for each wish. */
export interface RevealedLine {
  /** Counted from 1. */
  readonly number: number;
}

interface PlainYamlProps {
  readonly text: string;
  readonly label: string;
  readonly reveal?: RevealedLine | null;
}

/** As the class names below have it, in pixels. */
const LINE_HEIGHT = 20;
const PADDING_TOP = 8;

/** The spec as text that is read, not edited: where there is no editor, or none yet. Laid out as the editor is. */
export function PlainYaml({ text, label, reveal = null }: PlainYamlProps) {
  const numbers = useMemo(() => lineNumbers(text), [text]);
  const area = useRef<HTMLElement>(null);
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!reveal) return;
    // What scrolls is the area, or the page.
    mark.current?.scrollIntoView({ block: "center" });
    area.current?.focus({ preventScroll: true });
  }, [reveal]);
  return (
    <section
      ref={area}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="relative flex h-full overflow-auto bg-surface py-2 font-mono text-[12.5px] leading-5 -outline-offset-2"
    >
      {reveal && (
        <span
          ref={mark}
          aria-hidden
          style={{ top: placeOf(reveal) }}
          className="pointer-events-none absolute inset-x-0 h-5 border-l-3 border-focus bg-focus/12"
        />
      )}
      <pre aria-hidden className="w-12 shrink-0 pr-4 text-right text-ink-3 select-none">
        {numbers}
      </pre>
      <pre className="min-w-max pr-4">{text}</pre>
    </section>
  );
}

function placeOf({ number }: RevealedLine): number {
  return PADDING_TOP + (number - 1) * LINE_HEIGHT;
}

function lineNumbers(text: string): string {
  const count = text.split("\n").length;
  return Array.from({ length: count }, (_, index) => index + 1).join("\n");
}
