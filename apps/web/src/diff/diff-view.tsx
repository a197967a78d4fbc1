import { UnfoldVertical } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { DiffText, LineNumber, Sign } from "./diff-cells.js";
import { type DiffRow, diffTexts, type Fold, foldRows, unifiedLines } from "./line-diff.js";
import { useWidth } from "./use-width.js";

interface DiffViewProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Names of the two sides. */
  readonly titles: { readonly before: ReactNode; readonly after: ReactNode };
}

/** Two columns of hosts.toml can be read from this width on. */
const LEAST_SPLIT_PX = 520;
/** More rows than a browser draws at once without a pause. */
const MOST_ROWS = 3000;

/** The lines of two texts with their differences: side by side, or one below the other where that is too narrow. */
export function DiffView({ label, before, after, titles }: DiffViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const diff = useMemo(() => diffTexts(before, after), [before, after]);
  const isSplit = width >= LEAST_SPLIT_PX;
  return (
    <div ref={frame} className="min-w-0">
      {diff.onlyFinalNewline && (
        <p className="px-3 py-1.5 text-xs text-ink-2">The two differ only in the newline at the end.</p>
      )}
      {width > 0 && (
        <table aria-label={label} className="w-full table-fixed border-collapse font-mono text-xs leading-5">
          <Columns split={isSplit} />
          <thead>
            <Titles split={isSplit} titles={titles} />
          </thead>
          <Rows rows={diff.rows} split={isSplit} />
        </table>
      )}
    </div>
  );
}

function Columns({ split }: { readonly split: boolean }) {
  const side = (
    <>
      <col className="w-9" />
      <col className="w-4" />
      <col />
    </>
  );
  if (split)
    return (
      <colgroup>
        {side}
        {side}
      </colgroup>
    );
  return (
    <colgroup>
      <col className="w-9" />
      {side}
    </colgroup>
  );
}

const TITLE = "border-b border-line bg-sunken px-2.5 py-1 text-left font-sans font-medium text-ink-2";

function Titles({ split, titles }: Pick<DiffViewProps, "titles"> & { readonly split: boolean }) {
  if (split)
    return (
      <tr>
        <th scope="colgroup" colSpan={3} className={TITLE}>
          {titles.before}
        </th>
        <th scope="colgroup" colSpan={3} className={`${TITLE} border-l`}>
          {titles.after}
        </th>
      </tr>
    );
  return (
    <tr>
      <th scope="colgroup" colSpan={4} className={TITLE}>
        <span className="text-removed">−</span> {titles.before}
        <span className="ml-4 text-added">+</span> {titles.after}
      </th>
    </tr>
  );
}

interface RowsProps {
  readonly rows: readonly DiffRow[];
  readonly split: boolean;
}

function Rows({ rows, split }: RowsProps) {
  const blocks = useMemo(() => blocksOf(foldRows(rows.slice(0, MOST_ROWS))), [rows]);
  return (
    <tbody>
      {blocks.map((block, index) =>
        Array.isArray(block) ? (
          <Block key={index} rows={block} split={split} />
        ) : (
          <Folded key={`${index} ${block.rows.length}`} fold={block} split={split} />
        ),
      )}
      {rows.length > MOST_ROWS && (
        <tr>
          <td colSpan={split ? 6 : 4} className="px-3 py-2 font-sans text-ink-2">
            {rows.length - MOST_ROWS} more lines are not shown.
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** A run of rows that are shown stays together: unified, what was comes before what is. */
function blocksOf(rows: readonly (DiffRow | Fold)[]): (DiffRow[] | Fold)[] {
  const blocks: (DiffRow[] | Fold)[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.kind === "fold") blocks.push(row);
    else if (Array.isArray(last)) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function Folded({ fold, split }: { readonly fold: Fold; readonly split: boolean }) {
  const [open, setOpen] = useState(false);
  if (open) return <Block rows={fold.rows} split={split} />;
  return (
    <tr>
      <td colSpan={split ? 6 : 4} className="border-y border-line bg-sunken p-0">
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex h-7 w-full items-center gap-2 px-3 font-sans text-ink-2 -outline-offset-2 hover:bg-hover hover:text-ink"
        >
          <UnfoldVertical aria-hidden className="size-3.5 text-ink-3" />
          {fold.rows.length} unchanged lines
        </button>
      </td>
    </tr>
  );
}

function Block({ rows, split }: { readonly rows: readonly DiffRow[]; readonly split: boolean }) {
  return split ? <SplitRows rows={rows} /> : <UnifiedRows rows={rows} />;
}

function SplitRows({ rows }: { readonly rows: readonly DiffRow[] }) {
  return rows.map(({ kind, before, after }) => {
    const [removed, added] = kind === "same" ? ([" ", " "] as const) : (["-", "+"] as const);
    return (
      <tr key={`${before?.number} ${after?.number}`} className="align-top">
        <LineNumber sign={removed} number={before?.number} />
        <Sign sign={removed} shown={before !== null} />
        <DiffText sign={removed} text={before?.text} counterpart={after?.text} />
        <LineNumber sign={added} number={after?.number} className="border-l border-line" />
        <Sign sign={added} shown={after !== null} />
        <DiffText sign={added} text={after?.text} counterpart={before?.text} />
      </tr>
    );
  });
}

function UnifiedRows({ rows }: { readonly rows: readonly DiffRow[] }) {
  return unifiedLines(rows).map(({ sign, before, after, text, counterpart }) => (
    <tr key={`${before} ${after}`} className="align-top">
      <LineNumber sign={sign} number={before} />
      <LineNumber sign={sign} number={after} />
      <Sign sign={sign} shown />
      <DiffText sign={sign} text={text} counterpart={counterpart} />
    </tr>
  ));
}
