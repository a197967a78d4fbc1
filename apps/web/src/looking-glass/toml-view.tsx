import { useMemo } from "react";
import { highlightLine, type Token } from "./highlight-toml.js";

/** The content of a file with line numbers and colours; it can be selected and read, not edited. */
export function TomlView({ content, label }: { readonly content: string; readonly label: string }) {
  const lines = useMemo(() => content.replace(/\n$/, "").split("\n").map(highlightLine), [content]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      className="h-full overflow-auto py-2 -outline-offset-2"
    >
      <pre className="min-w-max font-mono text-xs leading-5">
        {lines.map((tokens, index) => (
          <Line key={index} number={index + 1} tokens={tokens} />
        ))}
      </pre>
    </section>
  );
}

function Line({ number, tokens }: { readonly number: number; readonly tokens: readonly Token[] }) {
  return (
    <code className="flex pr-4">
      <span
        aria-hidden
        data-number={number}
        className="w-10 shrink-0 pr-3 text-right text-ink-3 select-none before:content-[attr(data-number)]"
      />
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
