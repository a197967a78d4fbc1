import type { Diagnostic } from "@lookinglass/designer";
import { SeverityIcon } from "../ui/notice.js";
import { Prose } from "../ui/prose.js";

/** The problems of one field, right below it. */
export function FieldProblems({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly Diagnostic[];
}) {
  if (problems.length === 0) return null;
  return (
    <div id={id} className="mt-1 space-y-1">
      {problems.map(({ code, severity, message }) => (
        <p key={code} className="flex gap-1.5 text-xs text-ink-2">
          <SeverityIcon severity={severity} className="mt-px size-3.5" />
          <span className="min-w-0 break-words">
            <Prose text={message} />
          </span>
        </p>
      ))}
    </div>
  );
}
