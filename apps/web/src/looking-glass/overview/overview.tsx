import type { PhaseId, SpecPreview } from "@lookinglass/designer";
import { type KeyboardEvent, type FocusEvent as ReactFocusEvent, useMemo, useRef, useState } from "react";
import { classes } from "../../ui/classes.js";
import { Notice } from "../../ui/notice.js";
import { Prose } from "../../ui/prose.js";
import { PHASES } from "../phases.js";
import { FIRST_STOP, nearestStop, nextStop, type Stop, stopName } from "./grid-keys.js";
import { COLUMNS } from "./layout.js";
import { OverviewCells } from "./overview-cells.js";
import { overviewNotes, overviewRows, overviewSummary } from "./overview-rows.js";
import { RowHeader } from "./row-header.js";

/** A file of a role in a phase; without a path the first that containerd reads. */
export interface ChosenPlace {
  readonly role: string;
  readonly phase: PhaseId;
  readonly file: string | null;
}

interface OverviewProps {
  readonly analysis: SpecPreview;
  readonly onChoose: (place: ChosenPlace) => void;
}

/** Every role and every phase at a glance: who wrote which file, and what Spegel makes of it. */
export default function Overview({ analysis, onChoose }: OverviewProps) {
  const { roles } = analysis;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => overviewRows(analysis, open), [analysis, open]);
  const shape = rows.map(({ cells }) => [1, ...cells.map(({ pairs }) => Math.max(1, pairs.length))]);
  const { grid, active, onKeyDown, onFocus } = useGridFocus(shape);
  const toggle = (id: string) =>
    setOpen((before) =>
      before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]),
    );
  const summary = useMemo(() => overviewSummary(roles), [roles]);
  return (
    <div className="pb-6">
      <h2 className="sr-only">Overview</h2>
      <p className="px-3 pt-2.5 pb-2 text-xs text-ink-2">{summary}</p>
      {overviewNotes(analysis).map(({ severity, text }) => (
        <Notice key={text} severity={severity} className="mx-3 mb-3">
          <Prose text={text} />
        </Notice>
      ))}
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table gone through by arrow keys is a grid
        role="grid"
        aria-label="Files of every role in every phase"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        className="block border-t border-line"
      >
        <thead className="sticky top-0 z-10 block border-b border-line bg-sunken">
          <tr className={COLUMNS}>
            <Header className="@max-[520px]:sr-only">Role</Header>
            {PHASES.map(({ value, label }) => (
              <Header key={value}>{label}</Header>
            ))}
          </tr>
        </thead>
        <tbody className="block">
          {" "}
          {rows.map((row, index) => (
            <tr
              key={row.id}
              className={classes(COLUMNS, "border-b border-line", row.kind === "member" && "bg-sunken")}
            >
              <RowHeader
                row={row}
                isOpen={open.has(row.id)}
                stop={{ row: index, column: 0, item: 0 }}
                active={active}
                onToggle={() => toggle(row.id)}
                onChoose={() => onChoose({ role: row.role.id, phase: "bootstrap", file: null })}
              />
              <OverviewCells
                row={row}
                index={index}
                active={active}
                onChoose={(phase, file) => onChoose({ role: row.role.id, phase, file })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header({ children, className }: { readonly children: string; readonly className?: string }) {
  return (
    <th
      scope="col"
      className={classes("block px-3 py-1.5 text-left text-xs font-medium text-ink-2", className)}
    >
      {children}
    </th>
  );
}

/** One stop of the grid is in the order of Tab; arrows lead to the others. */
function useGridFocus(shape: readonly (readonly number[])[]) {
  const grid = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<Stop>(FIRST_STOP);
  const active = nearestStop(shape, wanted);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextStop(shape, active, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-stop="${stopName(next)}"]`)?.focus();
  };
  const onFocus = ({ target }: ReactFocusEvent<HTMLElement>) => {
    const [row, column, item] = (target.dataset.stop ?? "").split(":").map(Number);
    if (row !== undefined && column !== undefined && item !== undefined) setWanted({ row, column, item });
  };
  return { grid, active, onKeyDown, onFocus };
}
