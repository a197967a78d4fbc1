/** A place in a grid that the focus can be on: cells hold one or several, one below the other. */
export interface Stop {
  readonly row: number;
  readonly column: number;
  readonly item: number;
}

/** For every row the number of stops in each of its cells; at least one. */
export type GridShape = readonly (readonly number[])[];

export const FIRST_STOP: Stop = { row: 0, column: 0, item: 0 };

const PAGE_ROWS = 8;

/**
 * Where a key leads, as the ARIA grid pattern has it: arrows by cells, and up and down through the stops of a cell;
 * Home and End within the row, with Control within the grid; the Page keys by several rows. Null: no key of a grid's.
 */
export function nextStop(shape: GridShape, at: Stop, key: string, ctrl: boolean): Stop | null {
  const wanted = wantedStop(shape, at, key, ctrl);
  return wanted && nearestStop(shape, wanted);
}

function wantedStop(shape: GridShape, at: Stop, key: string, ctrl: boolean): Stop | null {
  const { row, column, item } = at;
  switch (key) {
    case "ArrowLeft":
      return { row, column: column - 1, item };
    case "ArrowRight":
      return { row, column: column + 1, item };
    case "ArrowUp":
      if (item > 0 || row === 0) return { row, column, item: item - 1 };
      return { row: row - 1, column, item: Number.POSITIVE_INFINITY };
    case "ArrowDown":
      if (item + 1 < (shape[row]?.[column] ?? 1) || row + 1 === shape.length)
        return { row, column, item: item + 1 };
      return { row: row + 1, column, item: 0 };
    case "Home":
      return { row: ctrl ? 0 : row, column: 0, item: 0 };
    case "End":
      return { row: ctrl ? shape.length - 1 : row, column: Number.POSITIVE_INFINITY, item: 0 };
    case "PageUp":
      return { row: row - PAGE_ROWS, column, item: 0 };
    case "PageDown":
      return { row: row + PAGE_ROWS, column, item: 0 };
    default:
      return null;
  }
}

/** The stop itself, or the nearest one in a grid that has become smaller. */
export function nearestStop(shape: GridShape, { row, column, item }: Stop): Stop {
  const inRow = clamp(row, shape.length);
  const inColumn = clamp(column, shape[inRow]?.length ?? 1);
  return { row: inRow, column: inColumn, item: clamp(item, shape[inRow]?.[inColumn] ?? 1) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}

/** Name of a stop, by which its element is found. */
export function stopName({ row, column, item }: Stop): string {
  return `${row}:${column}:${item}`;
}
