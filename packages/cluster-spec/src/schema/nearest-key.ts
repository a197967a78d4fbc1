/**
 * The known key that another one is most likely meant to be: the same but for case, `-` and `_`, one letter apart (two in
 * long keys), or two neighbours the other way round; null when none is near.
 */
export function nearestKey(key: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const answers = answersFor(known);
  const before = answers.get(key);
  if (before !== undefined) return before;
  const nearest = findNearest(key, known, known.map(bare));
  if (answers.size === MOST_ANSWERS) answers.clear();
  answers.set(key, nearest);
  return nearest;
}

/** The lists of known keys are few and do not change, and most keys of a spec come again and again. */
const answersByList = new WeakMap<readonly string[], Map<string, string | null>>();
const MOST_ANSWERS = 1_000;

function answersFor(known: readonly string[]): Map<string, string | null> {
  const answers = answersByList.get(known) ?? new Map<string, string | null>();
  answersByList.set(known, answers);
  return answers;
}

function findNearest(key: string, known: readonly string[], candidates: readonly string[]): string | null {
  const own = bare(key);
  const same = candidates.indexOf(own);
  if (same !== -1) return known[same] ?? null;
  if (key.length < 4) return null;
  const near = candidates.findIndex((candidate) => isNear(own, candidate));
  return known[near] ?? null;
}

const bare = (key: string): string => key.toLowerCase().replaceAll(/[-_]/g, "");

function isNear(a: string, b: string): boolean {
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : 1;
  if (Math.abs(a.length - b.length) > allowed) return false;
  return editDistance(a, b) <= allowed || isSwapped(a, b);
}

/** `regoin` of `region`. */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2);
  return at >= 0 && swapped === b;
}

/** Levenshtein distance; both words are short. */
function editDistance(a: string, b: string): number {
  const letters = [...b];
  let row = Array.from({ length: letters.length + 1 }, (_, index) => index);
  for (const [i, unit] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of letters.entries()) {
      const replaced = (row[j] ?? 0) + (unit === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
