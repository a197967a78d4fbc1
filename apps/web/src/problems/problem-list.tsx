import type { Diagnostic, Severity } from "@lookinglass/designer";
import { Problem, type ProblemActions } from "./problem.js";

interface ProblemListProps extends ProblemActions {
  /** Null while they are looked for. */
  readonly diagnostics: readonly Diagnostic[] | null;
  /** Why they could not be looked for, should that ever be. */
  readonly failure: Error | null;
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
