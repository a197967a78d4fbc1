import type { PaletteItem } from "./palette-items.js";

/** What is found by words that it does not show comes after what shows them. */
const BY_KEYWORD = 0.1;

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

/** What opens another document comes after everything else, however well it matches. */
const REPLACING = 0.01;

/** How well an item of the palette answers what was typed; the best one is what Enter takes. */
export function itemScore(
  { title, detail, keywords, replaces }: Pick<PaletteItem, "title" | "detail" | "keywords" | "replaces">,
  typed: string,
): number {
  if (replaces) return matchScore(title, detail, typed) * REPLACING;
  return matchScore(title, detail, typed) || matchScore("", keywords, typed) * BY_KEYWORD;
}
