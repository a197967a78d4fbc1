/**
 * How well an item answers what was typed: 0 when a word is missing, more the earlier the title has it. Whole words
 * and parts of words count, letters scattered over a sentence do not.
 */
export function matchScore(title: string, detail: string, typed: string): number {
  const wanted = typed.trim().toLowerCase();
  const name = title.toLowerCase();
  const all = `${name} ${detail.toLowerCase()}`;
  if (!wanted.split(/\s+/).every((word) => all.includes(word))) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`) || name.includes(`/${wanted}`)) return 0.8;
  return name.includes(wanted) ? 0.6 : 0.4;
}
