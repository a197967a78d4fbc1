import type { SprigFunctions } from "./agent/template-renderer.js";
import type { Settings } from "./analysis.js";

/** Large parts of the pipeline that few specs need: a browser loads them when one does. */
export interface LateParts {
  /** Sprig's functions; may be null unless the settings ask for them. */
  readonly sprig: SprigFunctions | null;
}

/** Sprig's functions where the settings ask for them. */
export async function sprigFor({ templateFunctions }: Settings): Promise<SprigFunctions | null> {
  if (templateFunctions !== "sprig") return null;
  const { sprigFunctions } = await import("@lookinglass/go-template/sprig");
  return sprigFunctions;
}
