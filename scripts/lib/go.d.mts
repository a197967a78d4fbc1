/** The path of a Go that is new enough for real/templates, or null. */
export function findGo(): string | null;
