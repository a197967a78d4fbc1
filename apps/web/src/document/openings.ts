import type { Draft } from "./draft.js";

/** What a document is, beside its text. */
export type Opened = Omit<Draft, "text">;

/** Which opening the text of each version comes from. */
export interface Openings {
  current(): Opened;
  /** The text has another version now. */
  moveTo(version: number): void;
  /** What is opened takes the place of the text at the next version. */
  begin(opened: Opened): void;
  /** The opening of the text at hand is another: its settings have changed. */
  change(opened: Opened): void;
}

/** Versions from `from` on, up to the next stretch, come from one opening. */
interface Stretch {
  readonly from: number;
  readonly opening: number;
}

/** Follows undo and redo: the text before another was opened has the origin, baseline and settings that it had. */
export function trackOpenings(first: Opened, version: number): Openings {
  const openings = [first];
  const stretches: Stretch[] = [{ from: version, opening: 0 }];
  let newest = version;
  let opening = 0;
  const moveTo = (next: number) => {
    if (next <= newest) {
      opening = stretches.findLast(({ from }) => from <= next)?.opening ?? 0;
    } else {
      newest = next;
      if (stretches.at(-1)?.opening !== opening) stretches.push({ from: next, opening });
    }
  };
  return {
    current: () => openings[opening] ?? first,
    moveTo,
    begin: (opened) => {
      opening = openings.push(opened) - 1;
    },
    change: (opened) => {
      openings[opening] = opened;
    },
  };
}
