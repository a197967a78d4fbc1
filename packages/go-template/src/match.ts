/** What a sticky expression matches at a place: all of it, then its groups. Empty if it does not match. */
export function matchAt(pattern: RegExp, source: string, pos: number): readonly (string | undefined)[] {
  pattern.lastIndex = pos;
  return pattern.exec(source) ?? [];
}
