import type { PhaseId, SpecPreview } from "@lookinglass/designer";
import { useCallback, useMemo } from "react";
import type { PullRoute } from "./pull-route.js";
import type { Conditions } from "./pull-view.js";
import { usePullRoute } from "./use-pull-route.js";
import { usePullView } from "./use-pull-view.js";
import { useTypedText } from "./use-typed-text.js";

/** The image that is traced on a node, under which conditions, and the answer. */
export interface Trace {
  readonly image: string;
  readonly typeImage: (image: string) => void;
  readonly conditions: Conditions;
  readonly changeConditions: (conditions: Conditions) => void;
  /** Null before the first answer, and for an image that cannot be traced. */
  readonly route: PullRoute | null;
  /** Why the image cannot be traced. */
  readonly problem: string | null;
  readonly failure: Error | null;
}

/** Traces an image from a role's node. */
export function useTrace(analysis: SpecPreview, role: string, phase: PhaseId): Trace {
  const [{ image: kept, conditions }, changeView] = usePullView();
  const keep = useCallback((image: string) => changeView({ image }, { replace: true }), [changeView]);
  const [image, typeImage] = useTypedText(kept, keep);
  const question = useMemo(() => ({ role, phase, image, conditions }), [role, phase, image, conditions]);
  const { answer, failure } = usePullRoute(analysis, question);
  return {
    image,
    typeImage,
    conditions,
    changeConditions: (next) => changeView({ conditions: next }, { replace: true }),
    route: answer && !("error" in answer) ? answer : null,
    problem: answer && "error" in answer ? answer.error.message : null,
    failure,
  };
}
