import type { ReactNode } from "react";

interface PaneProps {
  readonly title: string;
  /** Right of the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One area of the page with its title. */
export function Pane({ title, tools, children }: PaneProps) {
  return (
    <section aria-label={title} className="@container flex h-full min-h-0 min-w-0 flex-col bg-surface">
      <header className="flex h-10 shrink-0 items-center justify-between gap-3 border-b border-line px-4">
        <h2 className="text-sm font-semibold">{title}</h2>
        {tools}
      </header>
      <div className="min-h-0 flex-1">{children}</div>
    </section>
  );
}
