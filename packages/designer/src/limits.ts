/**
 * What one answer may cost. The text is bounded (packages/cluster-spec, limits.ts), but a megabyte of it can ask for
 * roles times files times phases, or findings times roles times fixes. A cluster of 200 worker groups with 100
 * overrides for all of them stays far below each of these; where one is reached, a diagnostic says so.
 */

/** Worker groups whose nodes are previewed; those after them are named by spec/not-previewed. */
export const MOST_WORKER_GROUPS = 2_000;

/** Values of the agent configs of all previewed roles together, the cluster's counted once for each role. */
export const MOST_CONFIG_VALUES = 2_000_000;

/** Characters of the files of all previewed roles together, in all phases. */
export const MOST_FILE_CHARACTERS = 60_000_000;

/** What a file takes in the answer besides its content. */
export const FILE_OVERHEAD = 200;

/** What a segment of a rendering takes in memory, in characters: its two ranges. */
export const SEGMENT_OVERHEAD = 100;

/** Characters of the files of roles that are remembered: all of 500 groups with 40 overrides, a sixth of a thread's memory. */
export const MOST_REMEMBERED_CHARACTERS = 40_000_000;

/** Places at which one code is looked for. */
export const MOST_OF_ONE_CODE = 10_000;

/** Entries of what a message counts. */
export const MOST_ITEMS = 1_000;

/**
 * What a rule tells one by one; more is one diagnostic with many places: messages that differ in nothing but names, those
 * that may differ in more, and the places of all of them.
 */
export const MOST_TOLD_APART = { alike: 4, messages: 10, places: 20 };

/** Characters of the places of all diagnostics together, as JSON: what is beyond its share of them is counted. */
export const MOST_PLACE_CHARACTERS = 90_000;

/** Characters of the edits of the fixes at all places but each diagnostic's first. */
export const MOST_PLACE_FIX_CHARACTERS = 50_000;

/** Findings that the rules may make before those about the same place are joined, in all roles together. */
export const MOST_FINDINGS = 250_000;

/** Registry filters that are looked at for what they match; each takes some ten milliseconds. */
export const MOST_EXPLAINED_FILTERS = 200;

/**
 * Characters of the edits of all fixes; the findings after that have none until others are mended. A fix in a YAML
 * string writes the whole string, and reads it twice.
 */
export const MOST_FIX_CHARACTERS = 1_000_000;

/** Renderings by which the fixes of one answer are tried on all nodes; the findings after that have none, as above. */
export const MOST_FIX_RENDERINGS = 5_000;

/** The bounds of each of them: 80 times what a usual template takes. A template that takes more has no fixes. */
export const FIX_RENDERING_LIMITS: TemplateLimits = { maxSteps: 4_000, maxOutputBytes: 64 << 10 };

/** Characters of messages, explanations and names of roles in all diagnostics together, their further places aside. */
export const MOST_DIAGNOSTIC_CHARACTERS = 4_000_000;

export interface TemplateLimits {
  readonly maxSteps: number;
  readonly maxOutputBytes: number;
}

/**
 * The bounds of each of so many renderings: together 10,000,000 steps and 32 MiB, but never less than any usual template
 * takes (the agent's own, on a node with five masters, 50 steps), nor more than packages/go-template allows. Up to 10
 * have all that it allows.
 */
export function templateLimits(renderings: number): TemplateLimits {
  const share = (all: number, least: number, most: number) =>
    Math.max(least, Math.min(most, Math.floor(all / Math.max(renderings, 1))));
  return {
    maxSteps: share(10_000_000, 100, 1_000_000),
    maxOutputBytes: share(32 << 20, 8 << 10, 1 << 20),
  };
}
