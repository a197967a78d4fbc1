import type { Diagnostic, Severity } from "@lookinglass/designer";
import { SeverityIcon } from "../ui/notice.js";

/** "1 error, 2 warnings", with "no problems" for none; info is not counted among problems that wait. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = countOf(diagnostics, severity);
    return count === 0 ? [] : [phrase(count, severity)];
  });
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

function phrase(count: number, severity: Severity): string {
  if (severity === "info") return `${count} ${count === 1 ? "note" : "notes"}`;
  return `${count} ${severity}${count === 1 ? "" : "s"}`;
}

function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** How many problems of each severity there are. */
export function ProblemCount({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const severities = (["error", "warning", "info"] as const).filter(
    (severity) => countOf(diagnostics, severity) > 0,
  );
  return (
    <span className="inline-flex items-center gap-2 text-xs text-ink-2">
      {severities.map((severity) => (
        <span key={severity} className="inline-flex items-center gap-1">
          <SeverityIcon severity={severity} className="size-3.5" />
          {countOf(diagnostics, severity)}
        </span>
      ))}
      <span className="sr-only">{countText(diagnostics)}</span>
    </span>
  );
}
