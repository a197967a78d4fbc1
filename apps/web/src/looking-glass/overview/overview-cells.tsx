import type { PhaseId } from "@lookinglass/designer";
import { classes } from "../../ui/classes.js";
import { SeverityIcon } from "../../ui/notice.js";
import { ORIGINS } from "../../ui/origin.js";
import { ChangeIcon } from "../change-badge.js";
import { changeWords, shortPath, stateWords } from "../change-words.js";
import type { FilePair } from "../file-changes.js";
import { phaseTitle } from "../phases.js";
import { type Stop, stopName } from "./grid-keys.js";
import { stopProps } from "./layout.js";
import type { OverviewRow } from "./overview-rows.js";

interface OverviewCellsProps {
  readonly row: OverviewRow;
  /** Of the row. */
  readonly index: number;
  readonly active: Stop;
  readonly onChoose: (phase: PhaseId, file: string | null) => void;
}

/** What the nodes of a row have in each phase. */
export function OverviewCells({ row, index, active, onChoose }: OverviewCellsProps) {
  return row.cells.map(({ phase, pairs, failure }, column) => {
    const stop = (item: number) =>
      stopProps(stopName({ row: index, column: column + 1, item }), stopName(active));
    return (
      <td key={phase} className="block min-w-0 space-y-0.5 p-1">
        {pairs.map((pair, item) => (
          <FileChip
            key={pair.path}
            pair={pair}
            stop={stop(item)}
            onChoose={() => onChoose(phase, pair.path)}
          />
        ))}
        {pairs.length === 0 && (
          <button
            type="button"
            {...stop(0)}
            aria-label={`No files: ${row.title}, ${phaseTitle(phase)}`}
            onClick={() => onChoose(phase, null)}
            className="w-full rounded-sm px-2 py-1 text-left text-xs text-ink-3 hover:bg-hover"
          >
            No files
          </button>
        )}
        {failure && (
          <p className="flex gap-1.5 px-2 py-1 text-xs wrap-anywhere text-error">
            <SeverityIcon small severity="error" className="mt-px" />
            <span className="line-clamp-4">{failure}</span>
          </p>
        )}
      </td>
    );
  });
}

interface FileChipProps {
  readonly pair: FilePair;
  readonly stop: ReturnType<typeof stopProps>;
  readonly onChoose: () => void;
}

/** A file in the colour of its writer, and what became of it since the phase before. */
function FileChip({ pair, stop, onChoose }: FileChipProps) {
  const file = pair.after ?? pair.before;
  if (!file) return null;
  const origin = ORIGINS[file.origin.kind];
  const path = file.replaced && file.state === "backup" ? file.replaced.path : file.path;
  const words = changeWords(pair) ?? stateWords(pair);
  const isLive = pair.after?.state === "active";
  return (
    <button
      type="button"
      {...stop}
      aria-label={[path, `from ${origin.title}`, words].filter(Boolean).join(", ")}
      title={path}
      onClick={onChoose}
      className={classes(
        "block w-full rounded-sm border px-2 py-1 text-left text-xs hover:border-line-strong",
        pair.change ? "border-line" : "border-transparent",
        isLive && origin.soft,
      )}
    >
      <span className="flex items-center gap-1.5">
        <span className={classes("size-2 shrink-0 rounded-full", origin.dot)} />
        <span
          className={classes(
            "truncate font-mono",
            isLive ? "text-ink" : "text-ink-2 line-through decoration-ink-3",
          )}
        >
          {shortPath(path)}
        </span>
      </span>
      {words && (
        <span className="mt-0.5 flex items-start gap-1 text-ink-2">
          {pair.change && <ChangeIcon change={pair.change} className="mt-0.5 size-3" />}
          {words}
        </span>
      )}
    </button>
  );
}
