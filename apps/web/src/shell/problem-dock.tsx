import type { Diagnostic } from "@lookinglass/designer";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { ProblemCount } from "../problems/problem-count.js";
import { useStored } from "./use-stored.js";

interface ProblemDockProps {
  /** Null while they are looked for. */
  readonly diagnostics: readonly Diagnostic[] | null;
  /** They are of the text as it is now. */
  readonly current: boolean;
  /** The text as it was opened; null for one that does not change: then the list always has its place. */
  readonly baseline: string | null;
  readonly children: ReactNode;
}

/** The problems below the other areas; it can be folded down to its title. */
export function ProblemDock({ diagnostics, current, baseline, children }: ProblemDockProps) {
  const [open, setOpen] = useStored("problems-open", (stored) => stored !== false);
  const hasRoom = useRoom((diagnostics?.length ?? 0) > 0, current, baseline);
  if (!hasRoom) return <NoProblems>{children}</NoProblems>;
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

/**
 * Once a document has had problems the list keeps its place, over a reload too: nothing jumps while YAML is half typed
 * or while a page loads. Another document begins without.
 */
function useRoom(hasProblems: boolean, current: boolean, baseline: string | null): boolean {
  const [hadProblems, setHadProblems] = useStored("problems-seen", (stored) => stored === true);
  const seenFor = useRef(baseline);
  useLayoutEffect(() => {
    if (!current || baseline === null) return;
    if (hasProblems !== hadProblems && (hasProblems || seenFor.current !== baseline)) {
      setHadProblems(hasProblems);
    }
    seenFor.current = baseline;
  }, [hasProblems, hadProblems, current, baseline, setHadProblems]);
  return hasProblems || hadProblems || baseline === null;
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
