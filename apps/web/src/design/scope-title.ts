import type { ScopeForm } from "@lookinglass/designer";

/** What a level is called where one is chosen. */
export function scopeTitle({ kind, title }: ScopeForm): string {
  return kind === "worker" ? `Group ${title}` : kind === "master" ? "Masters" : title;
}

/** Does a group write anything of what the forms show? */
export function setsItsOwn({ kind, spegelEnabled, helmValues, overrides }: ScopeForm): boolean {
  if (kind === "cluster") return false;
  return [spegelEnabled, helmValues, ...overrides].some(({ from }) => from === "here");
}
