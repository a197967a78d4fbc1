import type { FileOrigin } from "@lookinglass/designer";
import { type KeyboardEvent, useMemo } from "react";
import { highlightLine, type Token } from "./highlight-toml.js";
import type { NotedLine } from "./line-note.js";
import { LineNumber } from "./line-number.js";

/** What the numbers of the lines tell and do. */
export interface Gutter {
  /** Who wrote the file, as far as no more is known. */
  readonly kind: FileOrigin["kind"];
  /** Null as long as it is not known where the lines come from. */
  readonly lines: readonly NotedLine[] | null;
  /** Index of the line whose number is in the order of Tab. */
  readonly chosen: number | null;
  readonly onFocus: (index: number) => void;
  readonly onHover: (index: number | null) => void;
  readonly onChoose: (index: number) => void;
}

interface TomlViewProps {
  readonly content: string;
  readonly label: string;
  readonly gutter: Gutter;
}

/** The content of a file with line numbers and colours; it can be selected and read, not edited. */
export function TomlView({ content, label, gutter }: TomlViewProps) {
  const lines = useMemo(() => content.replace(/\n$/, "").split("\n").map(highlightLine), [content]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      onPointerLeave={() => gutter.onHover(null)}
      onKeyDown={onKeyDown}
      className="h-full overflow-auto py-2 -outline-offset-2"
    >
      <pre className="min-w-max font-mono text-xs leading-5 pointer-coarse:leading-6">
        {lines.map((tokens, index) => (
          <Line key={index} index={index} tokens={tokens} gutter={gutter} />
        ))}
      </pre>
    </section>
  );
}

/** From one number to another by the arrow keys; elsewhere these scroll. */
function onKeyDown(event: KeyboardEvent<HTMLElement>) {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLButtonElement)) return;
  const numbers = [...currentTarget.querySelectorAll("button")];
  const at = numbers.indexOf(target);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: numbers.length - 1 }[key];
  if (to === undefined) return;
  event.preventDefault();
  numbers[to]?.focus();
}

interface LineProps {
  readonly index: number;
  readonly tokens: readonly Token[];
  readonly gutter: Gutter;
}

function Line({ index, tokens, gutter }: LineProps) {
  return (
    <code className="flex pr-4 hover:bg-hover" onPointerEnter={() => gutter.onHover(index)}>
      <LineNumber index={index} gutter={gutter} />
      <span>
        {tokens.map(({ kind, text }, place) => (
          <span key={place} className={`tok-${kind}`}>
            {text}
          </span>
        ))}
        {"\n"}
      </span>
    </code>
  );
}
