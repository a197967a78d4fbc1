import type { HostsEntry } from "@lookinglass/designer";
import { useRef, useState } from "react";

/** A row of the list of mirrors; its id stays its own when it moves. */
export interface EntryRow {
  readonly id: number;
  /** Its place in the entries that were read: what is known of them stands there. */
  readonly read: number;
  readonly entry: HostsEntry;
}

interface Order {
  /** The entries to which the order applies. */
  readonly of: readonly HostsEntry[];
  readonly order: readonly number[];
}

/** An item of a list at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1));
}

/**
 * The rows of a list of entries. A move or a removal shows at once; when the entries have been read anew, they are the
 * order.
 */
export function useEntryRows(entries: readonly HostsEntry[]) {
  const [ahead, setAhead] = useState<Order | null>(null);
  const [ids, setIds] = useState<readonly number[]>([]);
  const nextId = useRef(0);
  const order = ahead?.of === entries ? ahead.order : entries.map((_, index) => index);
  const known = order.map((_, row) => ids[row] ?? nextId.current + row);
  const rows: readonly EntryRow[] = order.flatMap((read, row) => {
    const [entry, id] = [entries[read], known[row]];
    return entry === undefined || id === undefined ? [] : [{ id, read, entry }];
  });
  const change = (wanted: <Item>(items: readonly Item[]) => readonly Item[]) => {
    nextId.current = Math.max(nextId.current, ...known.map((id) => id + 1));
    setAhead({ of: entries, order: wanted(order) });
    setIds(wanted(known));
  };
  return {
    rows,
    move: (from: number, to: number) => change((items) => moved(items, from, to)),
    remove: (row: number) => change((items) => items.toSpliced(row, 1)),
  };
}
