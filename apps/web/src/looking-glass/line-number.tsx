import { classes } from "../ui/classes.js";
import { SeverityIcon } from "../ui/notice.js";
import { ORIGINS } from "../ui/origin.js";
import type { NotedLine } from "./line-note.js";
import type { Gutter } from "./toml-view.js";

interface LineNumberProps {
  readonly index: number;
  readonly gutter: Gutter;
}

/** The number of a line, marked in the colour of who wrote it; drawn, not text: a copy of the file is without it. */
export function LineNumber({ index, gutter: { kind, lines, chosen, onFocus, onChoose } }: LineNumberProps) {
  const line = lines?.[index];
  const [problem] = line?.problems ?? [];
  return (
    <button
      type="button"
      data-number={index + 1}
      tabIndex={index === (chosen ?? 0) ? 0 : -1}
      aria-label={spoken(index, line)}
      onFocus={() => onFocus(index)}
      onClick={() => onChoose(index)}
      className={classes(
        "relative mr-3 flex w-12 shrink-0 items-center justify-end gap-1 border-l-3 pr-0.5 text-right text-ink-3 select-none -outline-offset-2 after:content-[attr(data-number)] hover:text-ink",
        ORIGINS[line?.origin.kind ?? kind].edge,
      )}
    >
      {problem && <SeverityIcon severity={problem.severity} small />}
    </button>
  );
}

function spoken(index: number, line: NotedLine | undefined): string {
  if (!line) return `Line ${index + 1}`;
  const { origin, problems } = line;
  const parts = [ORIGINS[origin.kind].title, origin.title.replaceAll("`", "")];
  const said = problems.map(({ severity, message }) => `${severity}: ${message.replaceAll("`", "")}`);
  return `Line ${index + 1}: ${[...parts, ...said].join(", ")}`;
}
