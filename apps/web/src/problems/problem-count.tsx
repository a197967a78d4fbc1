import type { Diagnostic, Severity } from "@lookinglass/designer";
import { SeverityIcon } from "../ui/notice.js";

/** Null while they are looked for. */
type Found = readonly Diagnostic[] | null;

/** "1 error, 2 warnings", with "no problems" for none; info is not counted among problems that wait. */
export function countText(diagnostics: Found): string {
  if (diagnostics === null) return "being looked for";
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

/** How many problems of each severity there are: as icons for who sees them, in words for who hears them. */
export function ProblemCount({ diagnostics }: { readonly diagnostics: Found }) {
  const found = diagnostics ?? [];
  const severities = (["error", "warning", "info"] as const).filter(
    (severity) => countOf(found, severity) > 0,
  );
  return (
    <span className="inline-flex items-center gap-2 text-xs text-ink-2">
      <span aria-hidden className="inline-flex items-center gap-2">
        {severities.map((severity) => (
          <span key={severity} className="inline-flex items-center gap-1">
            <SeverityIcon severity={severity} className="size-3.5" />
            {countOf(found, severity)}
          </span>
        ))}
      </span>
      <span className="sr-only">{countText(diagnostics)}</span>
    </span>
  );
}
