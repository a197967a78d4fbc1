import type { BranchNode, ChainNode, OperandNode } from "./nodes.js";
import type { Range } from "./output.js";
import { mapGet } from "./values.js";

/** A key that a template asked a map for. */
export interface Lookup {
  readonly map: unknown;
  readonly key: string;
  readonly isFound: boolean;
  /** The key's own name or quoted text in the template; where a value gave the key, the operand that did. */
  readonly source: Range;
  /** Where the operand begins: `.config` of `.config.x`. */
  readonly start: number;
  /** The statement that decided by what it was given, and whether it took its first part. */
  branch?: { readonly kind: BranchNode["kind"]; readonly isTaken: boolean };
}

/** Filled by an execution. */
export interface LookupLog {
  /** Keys that are noted where a map has them, too; others only where it lacks them. */
  readonly watched: ReadonlySet<string>;
  /** The first one at each place, by its offset. */
  readonly lookups: Map<number, Lookup>;
  /** What "." was at the start: the data, or the copy of it that the template works on. */
  root?: unknown;
}

/** Nobody reads more. */
const MOST_LOOKUPS = 1_000;

interface Logging {
  readonly log?: LookupLog | undefined;
}

/** The field of a chain in a map, of static type; undefined if there is none. */
export function fieldOf(
  { log }: Logging,
  map: unknown,
  { node, pos, ident }: ChainNode,
  index: number,
): unknown {
  const key = String(ident[index]);
  const value = mapGet(map, key);
  if (log && isNoted(log, key, value)) {
    // The fields stand right behind each other, and those of the dot begin with it.
    const first = node.kind === "." ? node.pos : pos;
    const start = ident.slice(0, index).reduce((at, { length }) => at + length + 1, first + 1);
    const from = node.kind === "variable" ? node.pos : first;
    note(log, {
      map,
      key,
      isFound: value !== undefined,
      source: { start, end: start + key.length },
      start: from,
    });
  }
  return value;
}

/** The value of a key in a map that a function is asked for. */
export function keyOf(
  { log }: Logging,
  map: unknown,
  key: string,
  operands: readonly OperandNode[],
): unknown {
  const value = mapGet(map, key);
  const operand =
    log && isNoted(log, key, value)
      ? (operands.find((each) => each.kind === "literal" && each.value === key) ?? operands.at(-1))
      : undefined;
  if (log && operand) {
    const { pos: start } = operand.kind === "chain" ? operand.node : operand;
    const source = { start, end: start + operand.text.length };
    note(log, { map, key, isFound: value !== undefined, source, start });
  }
  return value;
}

function isNoted({ watched }: LookupLog, key: string, value: unknown): boolean {
  return value === undefined || watched.has(key);
}

function note({ lookups }: LookupLog, lookup: Lookup): void {
  const { start } = lookup.source;
  if (lookups.size < MOST_LOOKUPS && !lookups.has(start)) lookups.set(start, lookup);
}
