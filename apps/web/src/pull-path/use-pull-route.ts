import type { PullPathRefusal, PullQuestion, SpecPreview } from "@lookinglass/designer";
import { useEffect, useState } from "react";
import { useEngine } from "../engine/engine-context.js";
import type { PullRoute } from "./pull-route.js";

interface RouteState {
  /** Of the question before while the engine works; null before the first answer. */
  readonly answer: PullRoute | PullPathRefusal | null;
  readonly failure: Error | null;
}

/** The route of an image; an answer that comes after a newer question is dropped. */
export function usePullRoute(analysis: SpecPreview, question: PullQuestion): RouteState {
  const engine = useEngine();
  const [state, setState] = useState<RouteState>({ answer: null, failure: null });
  useEffect(() => {
    let wanted = true;
    engine.pullRoute(analysis, question).then(
      (answer) => wanted && setState({ answer, failure: null }),
      (failure: Error) => wanted && setState({ answer: null, failure }),
    );
    return () => {
      wanted = false;
    };
  }, [engine, analysis, question]);
  return state;
}
