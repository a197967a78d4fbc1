import { useMemo } from "react";

/** The spec as text that is read, not edited: where there is no editor, or none yet. Laid out as the editor is. */
export function PlainYaml({ text, label }: { readonly text: string; readonly label: string }) {
  const numbers = useMemo(() => lineNumbers(text), [text]);
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      className="flex h-full overflow-auto bg-surface py-2 font-mono text-[12.5px] leading-5 -outline-offset-2"
    >
      <pre aria-hidden className="w-12 shrink-0 pr-4 text-right text-ink-3 select-none">
        {numbers}
      </pre>
      <pre className="min-w-max pr-4">{text}</pre>
    </section>
  );
}

function lineNumbers(text: string): string {
  const count = text.split("\n").length;
  return Array.from({ length: count }, (_, index) => index + 1).join("\n");
}
