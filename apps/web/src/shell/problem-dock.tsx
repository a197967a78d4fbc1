import type { Diagnostic } from "@lookinglass/designer";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useDocument } from "../document/document-context.js";
import type { Opened } from "../document/openings.js";
import { ProblemCount } from "../problems/problem-count.js";
import { useStored } from "./use-stored.js";

interface ProblemDockProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly children: ReactNode;
}

/** The problems below the other areas; it can be folded down to its title. */
export function ProblemDock({ diagnostics, children }: ProblemDockProps) {
  const [open, setOpen] = useStored("problems-open", (stored) => stored !== false);
  const { opened } = useDocument().store.snapshot();
  // Once a document has had problems the list keeps its place: nothing jumps while YAML is half typed.
  const [listFor, setListFor] = useState<Opened | null>(null);
  if (diagnostics.length > 0 && listFor !== opened) setListFor(opened);
  if (diagnostics.length === 0 && listFor !== opened) return <NoProblems>{children}</NoProblems>;
  return (
    <section aria-label="Problems" className="shrink-0 border-t border-line bg-surface">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex h-9 w-full items-center gap-3 px-4 text-sm font-semibold -outline-offset-2"
        >
          Problems
          <ProblemCount diagnostics={diagnostics} />
          <ChevronDown
            aria-hidden
            className={`ml-auto size-4 text-ink-3 transition-transform ${open ? "" : "rotate-180"}`}
          />
        </button>
      </h2>
      {open && (
        <div className="h-[clamp(88px,17vh,168px)] overflow-auto border-t border-line">{children}</div>
      )}
    </section>
  );
}

/** As high as the title alone: there is nothing to unfold. */
function NoProblems({ children }: Pick<ProblemDockProps, "children">) {
  return (
    <section
      aria-label="Problems"
      className="flex h-9 shrink-0 items-center border-t border-line bg-surface px-4"
    >
      <h2 className="text-sm font-semibold">Problems</h2>
      {children}
    </section>
  );
}
