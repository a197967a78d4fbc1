/**
 * A tab holds a lock on its draft for as long as it lives, so that others can tell. Browsers have locks on secure pages
 * only; without them nobody is known to live, and storage events still tell a tab that its draft was written by another.
 */
const locks: LockManager | undefined = navigator.locks;

const lockName = (id: string) => `lookinglass.draft.${id}`;

/** A page that has just gone away, by a reload above all, may hold its lock for a moment still. */
const PATIENCE_MS = 1000;

/** Holds a draft until the signal aborts; tells when another tab has it. */
export function holdDraft(id: string, until: AbortSignal, onTaken: () => void): void {
  const hold = async () => {
    if (until.aborted) return;
    await new Promise((release) => until.addEventListener("abort", release));
  };
  locks?.request(lockName(id), { signal: AbortSignal.timeout(PATIENCE_MS) }, hold).catch(() => {
    // Waiting for the lock took too long.
    if (!until.aborted) onTaken();
  });
}

/** Has a living tab this draft? */
export async function isHeld(id: string): Promise<boolean> {
  return (await locks?.request(lockName(id), { ifAvailable: true }, (lock) => lock === null)) ?? false;
}
