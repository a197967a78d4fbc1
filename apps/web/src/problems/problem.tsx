import type { Diagnostic } from "@lookinglass/designer";
import { ChevronRight } from "lucide-react";
import { memo, type ReactNode, useId, useState } from "react";
import type { OnFix } from "../engine/offered-fix.js";
import { SeverityIcon } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";
import { Fixes } from "./problem-fixes.js";
import { ProblemPlaces } from "./problem-places.js";

export interface ProblemActions {
  readonly onReveal: (problem: Diagnostic) => void;
  /** Left out where the spec cannot be edited. */
  readonly onFix: OnFix | undefined;
}

interface ProblemProps extends ProblemActions {
  readonly diagnostic: Diagnostic;
}

/** What of a problem is unfolded. */
type Part = "places" | "items" | "why";

/** One problem in one row, at however many places it is; they, and what it counts, unfold. */
export const Problem = memo(function Problem({ diagnostic, onReveal, onFix }: ProblemProps) {
  const { severity, message, items = [], places } = diagnostic;
  const [open, setOpen] = useState<Part | null>(null);
  const id = useId();
  const unfold = (part: Part, label: string) => (
    <Unfold
      label={label}
      of={diagnostic.code}
      isOpen={open === part}
      controls={id}
      onToggle={() => setOpen(open === part ? null : part)}
    />
  );
  return (
    <li className="px-3 py-1.5">
      <div className="flex items-start gap-2">
        <SeverityIcon severity={severity} className="mt-1.5" />
        <button
          type="button"
          onClick={() => onReveal(diagnostic)}
          className="min-w-0 flex-1 rounded-sm px-1 py-1 text-left wrap-anywhere hover:bg-hover"
        >
          <Prose text={message} /> <Where diagnostic={diagnostic} />
        </button>
        {places && unfold("places", `${placeCount(diagnostic)} places`)}
        {areHidden(items, message) && unfold("items", `List ${items.length}`)}
        {unfold("why", "Why")}
      </div>
      {open && (
        <div id={id} className="max-w-[84ch] pt-1 pl-7 text-ink-2">
          {open === "why" && <Reason diagnostic={diagnostic} />}
          {open === "items" && <Items items={items} />}
          {open === "places" && <ProblemPlaces {...{ diagnostic, onReveal, onFix }} />}
        </div>
      )}
      {onFix && !isMendedByPlace(diagnostic) && <Fixes problem={diagnostic} onFix={onFix} className="pl-7" />}
    </li>
  );
});

function placeCount({ places, morePlaces = 0 }: Diagnostic): number {
  return (places?.length ?? 1) + morePlaces;
}

/** Does the message count what it does not name? */
function areHidden(items: readonly string[], message: string): boolean {
  return items.some((item) => !message.includes(item));
}

/** Does each place have its own fix, and no one fix mends them all? */
function isMendedByPlace({ places = [] }: Diagnostic): boolean {
  return places.some(({ fixes }) => fixes !== undefined);
}

function Where({ diagnostic: { range, code, places } }: Pick<ProblemProps, "diagnostic">) {
  const from = places ? "from line" : "line";
  return (
    <span className="ml-1 text-xs whitespace-nowrap text-ink-3">
      {from} {range.start.line} · {code}
    </span>
  );
}

interface UnfoldProps {
  readonly label: string;
  /** What it unfolds a part of: the label alone would be the same in every row. */
  readonly of: string;
  readonly isOpen: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

function Unfold({ label, of, isOpen, controls, onToggle }: UnfoldProps) {
  return (
    <button
      type="button"
      aria-label={`${label}: ${of}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
      className="flex h-6.5 shrink-0 items-center gap-1 rounded-md px-1.5 text-xs text-ink-2 hover:bg-hover"
    >
      <ChevronRight aria-hidden className={`size-3.5 transition-transform ${isOpen ? "rotate-90" : ""}`} />
      {label}
    </button>
  );
}

function Reason({ diagnostic: { explanation, docs } }: Pick<ProblemProps, "diagnostic">): ReactNode {
  return (
    <>
      <Prose text={explanation} />
      {docs && (
        <>
          {" "}
          <a href={docs} target="_blank" rel="noreferrer" className="text-focus underline">
            Documentation
          </a>
        </>
      )}
    </>
  );
}

function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="columns-[32ch] gap-x-4 font-mono text-xs">
      {items.map((item) => (
        <li key={item} className="truncate" title={item}>
          {item}
        </li>
      ))}
    </ul>
  );
}
