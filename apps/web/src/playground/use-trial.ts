import type { TemplateQuestion, TemplateTrial } from "@lookinglass/designer";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEngine } from "../engine/engine-context.js";

interface TrialState {
  /** Of the newest question, or of the one before while the engine works; null before the first answer. */
  readonly trial: TemplateTrial | null;
  readonly failure: Error | null;
}

/** What a template makes of data; answers are kept by question, so that a late one is never shown for another. */
export function useTrial(question: TemplateQuestion): TrialState {
  const engine = useEngine();
  const { data, error } = useQuery({
    queryKey: ["template-trial", question],
    queryFn: () => engine.tryTemplate(question),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
    networkMode: "always",
  });
  return { trial: data ?? null, failure: error };
}
