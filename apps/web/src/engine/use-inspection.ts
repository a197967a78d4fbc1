import type { Settings } from "@lookinglass/designer";
import { keepPreviousData, replaceEqualDeep, useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useEngine } from "./engine-context.js";
import type { Inspection } from "./inspection.js";
import { chooseShown, isBroken, type ShownInspection } from "./shown-inspection.js";

export interface InspectionState {
  /** Of the text as it is now, or of the one before while the engine works; null before the first answer. */
  readonly newest: Inspection | null;
  readonly shown: ShownInspection | null;
  /** Why the engine gave no answer, should it ever fail. */
  readonly failure: Error | null;
}

/**
 * What the engine finds in a text. Answers are kept by text and settings, so a late one can never be shown for
 * another text.
 *
 * @param imported the text that was imported, taken for what runs on the nodes
 */
export function useInspection(text: string | null, settings: Settings, imported?: string): InspectionState {
  const engine = useEngine();
  const last = useRef<Inspection | null>(null);
  const { data, error } = useQuery({
    queryKey: ["inspection", text, settings, imported],
    queryFn: async () => {
      const answer = await engine.inspect(text ?? "", settings, imported);
      // What is as it was stays the same object, so that its part of the page is not drawn anew.
      last.current = replaceEqualDeep(last.current, answer);
      return last.current ?? answer;
    },
    enabled: text !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
    networkMode: "always",
  });
  const newest = data ?? null;
  const [lastGood, setLastGood] = useState<Inspection | null>(null);
  if (newest && newest !== lastGood && !isBroken(newest)) setLastGood(newest);
  const shown = useMemo(() => newest && chooseShown(newest, lastGood), [newest, lastGood]);
  return { newest, shown, failure: newest ? null : error };
}
