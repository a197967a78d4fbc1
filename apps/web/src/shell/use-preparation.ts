import { useEffect } from "react";
import { useEngine } from "../engine/engine-context.js";
import { loadLateViews } from "./late-views.js";

/** The editor, which the first answer calls for, goes before. */
const PREPARE_AFTER_MS = 3_000;

/**
 * Loads what is opened or asked for later, when the first answer has been there for a while. What does not load now is
 * asked for again when it is needed.
 */
export function usePreparation(isAnswered: boolean): void {
  const engine = useEngine();
  useEffect(() => {
    if (!isAnswered) return;
    const prepare = () => void Promise.allSettled([engine.prepare(), loadLateViews()]);
    const timer = setTimeout(prepare, PREPARE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isAnswered, engine]);
}
