import type { Diagnostic } from "@lookinglass/designer";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { firstExample } from "../document/examples.js";
import { originText } from "../document/origin-text.js";
import { ProblemCount } from "../problems/problem-count.js";
import { useStored } from "./use-stored.js";

/** Null while they are looked for. */
type Diagnostics = readonly Diagnostic[] | null;

export interface DockedDocument {
  /** The text as it was opened. */
  readonly baseline: string;
  /** What it is known by at the next visit. */
  readonly name: string;
}

interface ProblemDockProps {
  readonly diagnostics: Diagnostics;
  /** They are of the text as it is now. */
  readonly current: boolean;
  /** Null for a text that does not change: then the list always has its place. */
  readonly opened: DockedDocument | null;
  readonly children: ReactNode;
}

/** The problems below the other areas; it can be folded down to its title. */
export function ProblemDock({ diagnostics, current, opened, children }: ProblemDockProps) {
  const [open, setOpen] = useStored("problems-open", (stored) => stored !== false);
  const hasRoom = useRoom(diagnostics, current, opened);
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

/** Does a document have room for problems? Kept over a reload. */
interface Room {
  /** {@link DockedDocument.name} */
  readonly of: string;
  readonly has: boolean;
}

function readRoom(stored: unknown): Room {
  if (typeof stored === "object" && stored !== null && "of" in stored && "has" in stored) {
    return { of: String(stored.of), has: stored.has === true };
  }
  return { of: originText({ kind: "example", id: firstExample.id }), has: false };
}

/**
 * The list has its place before anybody knows whether a document has problems, and keeps it once there were any, over
 * a reload too: nothing jumps while a page loads or while YAML is half typed. Another document begins without.
 */
function useRoom(diagnostics: Diagnostics, current: boolean, opened: DockedDocument | null): boolean {
  const [room, setRoom] = useStored("problems-room", readRoom);
  const hasProblems = (diagnostics?.length ?? 0) > 0;
  const isUnseen = diagnostics === null && opened?.name !== room.of;
  const seen = useRef({ baseline: opened?.baseline, hadRoom: false });
  useLayoutEffect(() => {
    if (isUnseen) seen.current.hadRoom = true;
    if (!current || !opened) return;
    const isSame = seen.current.baseline === opened.baseline && room.of === opened.name;
    const has = hasProblems || (isSame ? room.has : seen.current.hadRoom);
    if (has !== room.has || room.of !== opened.name) setRoom({ of: opened.name, has });
    seen.current = { baseline: opened.baseline, hadRoom: false };
  }, [isUnseen, hasProblems, room, current, opened, setRoom]);
  return opened === null || hasProblems || room.has || isUnseen;
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
