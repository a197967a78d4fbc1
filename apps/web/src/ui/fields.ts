/** The look of everything that text is typed into, and of native selects. */
export const INPUT =
  "h-8 min-w-0 rounded-md border border-line-strong/60 bg-surface px-2.5 text-sm text-ink placeholder:text-ink-3 disabled:opacity-55 aria-invalid:border-error";

export const MONO_INPUT = `${INPUT} font-mono text-xs`;
