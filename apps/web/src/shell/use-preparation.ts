import { useEffect } from "react";
import { useEngine } from "../engine/engine-context.js";
import { loadLateViews } from "./late-views.js";

/**
 * Loads what is opened or asked for later, once the first answer is there: after the editor was asked for. What does
 * not load now is asked for again when it is needed.
 */
export function usePreparation(isAnswered: boolean): void {
  const engine = useEngine();
  useEffect(() => {
    if (isAnswered) void Promise.allSettled([engine.prepare(), loadLateViews()]);
  }, [isAnswered, engine]);
}
