/** What a spec may cost to read. Beyond any of these it is reported as spec/too-large and not read further. */

/** UTF-16 units of text; the API accepts bodies up to 1 MiB, so every spec that reaches it fits. */
export const MAX_TEXT_LENGTH = 1_200_000;

/** Collections open at once. Real specs with chart values stay below 30. */
export const MAX_DEPTH = 128;

/** Values added by expanding aliases ("billion laughs"). */
export const MAX_ALIAS_EXPANSION = 100_000;

/**
 * Problems reported for one text. The designer looks for 10,000 of one code and says where there are more; this is one more
 * than 10,000 of each of the two kinds that the previewed text can have.
 */
export const MAX_PROBLEMS = 20_001;
