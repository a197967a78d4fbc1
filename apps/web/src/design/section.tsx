import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import type { ReactNode } from "react";
import { useStored } from "../shell/use-stored.js";

interface SectionProps {
  /** Under which the browser remembers whether it is open. */
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** What it holds, in a few words, beside the title. */
  readonly summary?: string | undefined;
  readonly children: ReactNode;
}

/** One part of the form; the browser remembers which parts are folded away. */
export function Section({ id, title, hint, summary, children }: SectionProps) {
  const [open, setOpen] = useStored(`section.${id}`, (stored) => stored !== false);
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen} asChild>
      <section aria-label={title} className="border-b border-line">
        <h3>
          <Collapsible.Trigger className="group flex w-full items-center gap-1.5 py-2.5 pr-4 pl-2.5 text-left hover:bg-hover">
            <ChevronRight
              aria-hidden
              className="size-4 shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-90"
            />
            <span className="text-base font-semibold">{title}</span>
            <span className="ml-auto min-w-0 truncate text-xs text-ink-3">{summary}</span>
          </Collapsible.Trigger>
        </h3>
        <Collapsible.Content className="px-4 pb-4">
          <p className="mb-3 text-xs text-ink-2">{hint}</p>
          {children}
        </Collapsible.Content>
      </section>
    </Collapsible.Root>
  );
}
