/** What the ways to keep files that Spegel would move aside are called, wherever they are offered. */
export const KEEPING_TITLES = {
  mirrorAddOff: "Keep my files: set containerdMirrorAdd to false",
  disableSpegel: "Disable Spegel for the whole cluster",
  /** @param names of the chart values that it sets */
  prepend: (names: readonly string[]) => `Keep my mirrors behind Spegel's: set ${names.join(" and ")}`,
};
