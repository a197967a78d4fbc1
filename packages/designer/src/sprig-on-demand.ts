import type { SprigFunctions } from "./agent/template-renderer.js";
import type { Settings } from "./analysis.js";

/** Sprig's functions where the settings ask for them; they load then, for a browser seldom needs them. */
export async function sprigFor({ templateFunctions }: Settings): Promise<SprigFunctions | null> {
  if (templateFunctions !== "sprig") return null;
  const { sprigFunctions } = await import("@lookinglass/go-template/sprig");
  return sprigFunctions;
}
