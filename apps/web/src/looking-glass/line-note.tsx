import type { Diagnostic, LineOrigin, TextRange } from "@lookinglass/designer";
import { Crosshair } from "lucide-react";
import { useMemo } from "react";
import { Button } from "../ui/button.js";
import { SeverityIcon } from "../ui/notice.js";
import { OriginChip } from "../ui/origin.js";
import { Prose } from "../ui/prose.js";

/** A line of a file with where it comes from, and what is wrong with it. */
export interface NotedLine {
  readonly origin: LineOrigin;
  readonly problems: readonly Diagnostic[];
}

interface LineNotesProps extends LineNoteProps {
  /** All lines of the file. */
  readonly lines: readonly NotedLine[] | null;
}

/** The note of a line, in as much room as the longest of the file's needs: nothing jumps while lines are gone through. */
export function LineNotes({ lines, ...shown }: LineNotesProps) {
  const longest = useMemo(() => longestNote(lines ?? []), [lines]);
  return (
    <div className="grid max-h-[45%] min-h-16 shrink-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] border-t border-line bg-sunken px-3 py-1.5 text-xs short:max-h-none">
      {longest && (
        <div aria-hidden className="invisible overflow-hidden [grid-area:1/1]">
          <LineNote number={0} line={longest} onReveal={shown.onReveal && noop} />
        </div>
      )}
      <div className="min-w-0 overflow-auto [grid-area:1/1]">
        <LineNote {...shown} />
      </div>
    </div>
  );
}

const noop = () => {};

function longestNote(lines: readonly NotedLine[]): NotedLine | null {
  const length = ({ origin, problems }: NotedLine) =>
    problems.reduce((sum, { message }) => sum + message.length + LINE_LENGTH, origin.title.length);
  return lines.reduce<NotedLine | null>(
    (longest, line) => (longest && length(longest) >= length(line) ? longest : line),
    null,
  );
}

/** A problem begins a line of its own. */
const LINE_LENGTH = 40;

interface LineNoteProps {
  /** Index of the line; null: none is looked at. */
  readonly number: number | null;
  readonly line: NotedLine | null;
  readonly onReveal: ((range: TextRange) => void) | undefined;
}

/** Says of one line where it comes from. */
function LineNote({ number, line, onReveal }: LineNoteProps) {
  if (number === null || !line) {
    return (
      <p className="py-0.5 text-ink-3">Point at a line, or choose its number, to see where it comes from.</p>
    );
  }
  const { origin, problems } = line;
  const { range } = origin;
  return (
    <div className="text-ink-2">
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
          <span className="min-w-0 wrap-anywhere">
            <Prose text={message} />
          </span>
        </p>
      ))}
    </div>
  );
}
