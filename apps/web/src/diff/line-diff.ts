import { diffArrays } from "diff";

export interface DiffLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** One row of two texts side by side; of a changed row one side may be missing. */
export interface DiffRow {
  readonly kind: "same" | "changed";
  readonly before: DiffLine | null;
  readonly after: DiffLine | null;
}

export interface LineDiff {
  readonly rows: readonly DiffRow[];
  readonly removed: number;
  readonly added: number;
  /** The texts differ only in the newline at their end. */
  readonly onlyFinalNewline: boolean;
}

/** Beyond so many changed lines a text counts as another text: the search takes the square of it. */
const MAX_CHANGED_LINES = 1000;

/** The lines of two texts, side by side. */
export function diffTexts(before: string, after: string): LineDiff {
  const [left, right] = [linesOf(before), linesOf(after)];
  const rows = rowsOf(left, right);
  const changed = rows.filter(({ kind }) => kind === "changed");
  return {
    rows,
    removed: changed.filter((row) => row.before).length,
    added: changed.filter((row) => row.after).length,
    onlyFinalNewline: before !== after && changed.length === 0,
  };
}

function linesOf(text: string): string[] {
  if (text === "") return [];
  return text.replace(/\n$/, "").split("\n");
}

function rowsOf(left: string[], right: string[]): DiffRow[] {
  const parts = diffArrays(left, right, { maxEditLength: MAX_CHANGED_LINES });
  if (!parts) return pairUp(numbered(left, 0), numbered(right, 0));
  const rows: DiffRow[] = [];
  let [leftAt, rightAt] = [0, 0];
  let removed: DiffLine[] = [];
  for (const { value, added, removed: isRemoved } of parts) {
    if (isRemoved) {
      removed = numbered(value, leftAt);
      leftAt += value.length;
      continue;
    }
    const after = numbered(value, rightAt);
    rightAt += value.length;
    if (added) {
      rows.push(...pairUp(removed, after));
    } else {
      rows.push(...pairUp(removed, []));
      rows.push(...sameRows(value, leftAt, rightAt - value.length));
      leftAt += value.length;
    }
    removed = [];
  }
  return [...rows, ...pairUp(removed, [])];
}

function numbered(lines: readonly string[], from: number): DiffLine[] {
  return lines.map((text, index) => ({ number: from + index + 1, text }));
}

function sameRows(lines: readonly string[], leftAt: number, rightAt: number): DiffRow[] {
  return lines.map((text, index) => ({
    kind: "same",
    before: { number: leftAt + index + 1, text },
    after: { number: rightAt + index + 1, text },
  }));
}

function pairUp(before: readonly DiffLine[], after: readonly DiffLine[]): DiffRow[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    kind: "changed",
    before: before[index] ?? null,
    after: after[index] ?? null,
  }));
}

/** Unchanged rows that are not shown at first. */
export interface Fold {
  readonly kind: "fold";
  readonly rows: readonly DiffRow[];
}

/** Fewer than so many rows are not worth folding. */
const LEAST_FOLDED = 4;

/** A file without any change is shown whole up to this length. */
const MOST_UNFOLDED = 40;

/** Folds what is far from any change away. */
export function foldRows(rows: readonly DiffRow[], context = 3): (DiffRow | Fold)[] {
  if (rows.length <= MOST_UNFOLDED && rows.every(({ kind }) => kind === "same")) return [...rows];
  const near = nearChanges(rows, context);
  const result: (DiffRow | Fold)[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && near[end] === near[start]) end++;
    const run = rows.slice(start, end);
    if (near[start] || run.length < LEAST_FOLDED) result.push(...run);
    else result.push({ kind: "fold", rows: run });
    start = end;
  }
  return result;
}

function nearChanges(rows: readonly DiffRow[], context: number): boolean[] {
  const near = rows.map(() => false);
  rows.forEach(({ kind }, index) => {
    if (kind === "same") return;
    for (let at = Math.max(0, index - context); at <= Math.min(rows.length - 1, index + context); at++) {
      near[at] = true;
    }
  });
  return near;
}

/** One line of the two texts one below the other. */
export interface UnifiedLine {
  readonly sign: "+" | "-" | " ";
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
  /** What stands in its place on the other side, if anything. */
  readonly counterpart: string | null;
}

/** Rows one below the other: of each run of changes first what was, then what is. */
export function unifiedLines(rows: readonly DiffRow[]): UnifiedLine[] {
  const lines: UnifiedLine[] = [];
  let added: UnifiedLine[] = [];
  for (const { kind, before, after } of rows) {
    if (kind === "same") {
      lines.push(...added);
      added = [];
      lines.push({
        sign: " ",
        before: before?.number ?? null,
        after: after?.number ?? null,
        text: after?.text ?? "",
        counterpart: null,
      });
      continue;
    }
    if (before)
      lines.push({
        sign: "-",
        before: before.number,
        after: null,
        text: before.text,
        counterpart: after?.text ?? null,
      });
    if (after)
      added.push({
        sign: "+",
        before: null,
        after: after.number,
        text: after.text,
        counterpart: before?.text ?? null,
      });
  }
  return [...lines, ...added];
}

/** How many lines differ: one that takes another's place counts once. */
export function linesChanged({ rows }: LineDiff): number {
  return rows.filter(({ kind }) => kind === "changed").length;
}
