import { useMedia } from "./use-media.js";

/**
 * How many areas stand side by side: all three; the looking glass and one of the others; or one at a time.
 */
export type Layout = "three" | "two" | "one";

export function useLayout(): Layout {
  const wide = useMedia("(min-width: 1240px)");
  const medium = useMedia("(min-width: 860px)");
  return wide ? "three" : medium ? "two" : "one";
}
