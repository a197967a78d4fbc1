import { useMedia } from "./use-media.js";

/**
 * How many areas stand side by side: all three; the looking glass and one of the others; or one at a time, as where there is
 * little height and the page scrolls (`short` in app.css).
 */
export type Layout = "three" | "two" | "one";

export function useLayout(): Layout {
  const wide = useMedia("(min-width: 1240px)");
  const medium = useMedia("(min-width: 860px)");
  const short = useMedia("(height <= 500px)");
  if (short) return "one";
  return wide ? "three" : medium ? "two" : "one";
}
