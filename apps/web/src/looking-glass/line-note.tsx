import type { Diagnostic, LineOrigin, TextRange } from "@lookinglass/designer";
import { Crosshair } from "lucide-react";
import { Button } from "../ui/button.js";
import { SeverityIcon } from "../ui/notice.js";
import { OriginChip } from "../ui/origin.js";
import { Prose } from "../ui/prose.js";

/** A line of a file with where it comes from, and what is wrong with it. */
export interface NotedLine {
  readonly origin: LineOrigin;
  readonly problems: readonly Diagnostic[];
}

interface LineNoteProps {
  /** Index of the line; null: none is looked at. */
  readonly number: number | null;
  readonly line: NotedLine | null;
  readonly onReveal: ((range: TextRange) => void) | undefined;
}

/** Says of one line where it comes from. Its height does not change: nothing jumps while lines are gone through. */
export function LineNote({ number, line, onReveal }: LineNoteProps) {
  if (number === null || !line) {
    return (
      <p className="h-16 shrink-0 overflow-auto border-t border-line bg-sunken px-3 py-2 text-xs text-ink-3">
        Point at a line, or choose its number, to see where it comes from.
      </p>
    );
  }
  const { origin, problems } = line;
  const { range } = origin;
  return (
    <div className="h-16 shrink-0 overflow-auto border-t border-line bg-sunken px-3 py-1.5 text-xs text-ink-2">
      <div className="flex items-start gap-2">
        <OriginChip kind={origin.kind} />
        <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">
          <Prose text={origin.title} />
        </p>
        {range && onReveal && (
          <Button
            small
            look="quiet"
            icon={Crosshair}
            onClick={() => onReveal(range)}
            aria-label={`Show line ${number + 1} in spec`}
          >
            In spec
          </Button>
        )}
      </div>
      {problems.map(({ code, severity, message }) => (
        <p key={`${code} ${message}`} className="mt-1 flex gap-1.5">
          <SeverityIcon small severity={severity} className="mt-px" />
          <span className="min-w-0">
            <Prose text={message} />
          </span>
        </p>
      ))}
    </div>
  );
}
