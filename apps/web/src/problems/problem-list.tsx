import type { Diagnostic, Severity } from "@lookinglass/designer";
import { ChevronRight, Wrench } from "lucide-react";
import { Collapsible } from "radix-ui";
import { memo } from "react";
import type { OnFix } from "../engine/offered-fix.js";
import { Button } from "../ui/button.js";
import { SeverityIcon } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";

interface ProblemListProps {
  /** Null while they are looked for. */
  readonly diagnostics: readonly Diagnostic[] | null;
  /** Why they could not be looked for, should that ever be. */
  readonly failure: Error | null;
  readonly onReveal: (diagnostic: Diagnostic) => void;
  /** Left out where the spec cannot be edited. */
  readonly onFix: OnFix | undefined;
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Every problem that the engine found: the worst first, then by place in the text. */
export function ProblemList({ diagnostics, failure, onReveal, onFix }: ProblemListProps) {
  if (diagnostics === null && failure) {
    return <p className="px-4 py-3 text-error">The problems could not be looked for: {failure.message}</p>;
  }
  if (diagnostics === null) return <p className="px-4 py-3 text-ink-3">Looking for problems…</p>;
  if (diagnostics.length === 0) {
    return <p className="px-4 py-3 text-ink-3">No problems. Every node gets what the spec says.</p>;
  }
  const sorted = SEVERITIES.flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  return (
    <ul aria-label="Problems" className="divide-y divide-line">
      {sorted.map((diagnostic) => (
        <Problem
          key={`${diagnostic.code} ${diagnostic.path.join("/")} ${diagnostic.range.start.line}:${diagnostic.range.start.column} ${diagnostic.message}`}
          diagnostic={diagnostic}
          onReveal={onReveal}
          onFix={onFix}
        />
      ))}
    </ul>
  );
}

interface ProblemProps extends Omit<ProblemListProps, "diagnostics" | "failure"> {
  readonly diagnostic: Diagnostic;
}

const Problem = memo(function Problem({ diagnostic, onReveal, onFix }: ProblemProps) {
  const { code, severity, message, explanation, range, fixes, docs } = diagnostic;
  return (
    <li className="px-3 py-1.5">
      <Collapsible.Root>
        <div className="flex items-start gap-2">
          <SeverityIcon severity={severity} className="mt-1.5" />
          <button
            type="button"
            onClick={() => onReveal(diagnostic)}
            className="min-w-0 flex-1 rounded-sm px-1 py-1 text-left break-words hover:bg-hover"
          >
            <Prose text={message} />{" "}
            <span className="ml-1 text-xs whitespace-nowrap text-ink-3">
              line {range.start.line} · {code}
            </span>
          </button>
          <Collapsible.Trigger className="group flex h-6.5 shrink-0 items-center gap-1 rounded-md px-1.5 text-xs text-ink-2 hover:bg-hover">
            <ChevronRight
              aria-hidden
              className="size-3.5 transition-transform group-data-[state=open]:rotate-90"
            />
            Why<span className="sr-only">: {message}</span>
          </Collapsible.Trigger>
        </div>
        <Collapsible.Content className="max-w-[84ch] pt-1 pl-7 text-ink-2">
          <Prose text={explanation} />
          {docs && (
            <>
              {" "}
              <a href={docs} target="_blank" rel="noreferrer" className="text-focus underline">
                Documentation
              </a>
            </>
          )}
        </Collapsible.Content>
      </Collapsible.Root>
      {onFix && fixes.length > 0 && (
        <div className="flex flex-wrap gap-1.5 pt-1 pb-0.5 pl-7">
          {fixes.map((fix) => (
            <Button
              key={fix.id}
              small
              icon={Wrench}
              onClick={() => onFix(fix, diagnostic)}
              className="h-auto min-h-6.5 shrink! py-0.5 text-left whitespace-normal!"
            >
              {fix.title}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
});
