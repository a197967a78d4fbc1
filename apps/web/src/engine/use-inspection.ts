import type { Settings } from "@lookinglass/designer";
import { keepPreviousData, replaceEqualDeep, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { useEngine } from "./engine-context.js";
import type { Inspection } from "./inspection.js";
import { chooseShown, isBroken, type ShownInspection } from "./shown-inspection.js";

export interface InspectionState {
  /** Of the text as it is now, or of the one before while the engine works; null before the first answer. */
  readonly newest: Inspection | null;
  /** Null before there is something to show. */
  readonly shown: ShownInspection | null;
  /** Why the engine gave no answer, or only the first part of one, should it ever fail. */
  readonly failure: Error | null;
}

interface InspectedDocument {
  /** The text that was imported, taken for what runs on the nodes. */
  readonly imported?: string | undefined;
  /** What tells it from others: while it does not parse, nothing of another one is shown. */
  readonly document?: string | undefined;
}

/**
 * What the engine finds in a text. Answers are kept by text and settings, so a late one can never be shown for
 * another text. Until the engine has looked at everything for the first time, the preview comes before the rest, and
 * the rest is asked for when the page has been drawn, and so has asked for the editor.
 */
export function useInspection(
  text: string | null,
  settings: Settings,
  { imported, document }: InspectedDocument = {},
): InspectionState {
  const engine = useEngine();
  const share = useSharedParts();
  const [isPreviewed, setPreviewed] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const first = useQuery({
    ...KEPT,
    // Later texts have no preview of their own, and no place in the cache for one.
    queryKey: isWhole ? ["preview"] : ["preview", text, settings],
    queryFn: async () => share(await engine.preview(text ?? "", settings)),
    enabled: text !== null && !isWhole,
  });
  if (!isPreviewed && first.isFetched) setPreviewed(true);
  const full = useQuery({
    ...KEPT,
    queryKey: ["inspection", text, settings, imported],
    queryFn: async () => share(await engine.inspect(text ?? "", settings, imported)),
    enabled: text !== null && isPreviewed,
  });
  if (!isWhole && full.data) setWhole(true);
  const newest = full.data ?? first.data ?? null;
  const lastGood = useLastGood(newest?.text === text ? newest : null, document);
  const shown = useMemo(() => newest && chooseShown(newest, lastGood), [newest, lastGood]);
  return { newest, shown, failure: full.data ? null : full.error };
}

/** Of the same document the last inspection with a preview. */
function useLastGood(newest: Inspection | null, document: string | undefined): Inspection | null {
  const [good, setGood] = useState<{ readonly of: string | undefined; readonly inspection: Inspection }>();
  const kept = good?.of === document ? (good?.inspection ?? null) : null;
  if (!newest || newest === kept || isBroken(newest)) return kept;
  setGood({ of: document, inspection: newest });
  return newest;
}

const KEPT = {
  placeholderData: keepPreviousData<Inspection>,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 10_000,
  retry: false,
  networkMode: "always",
} as const;

/** What is as it was in the answer before stays the same object, so that its part of the page is not drawn anew. */
function useSharedParts(): (answer: Inspection) => Inspection {
  const last = useRef<Inspection | null>(null);
  return useCallback((answer) => {
    const shared = replaceEqualDeep(last.current, answer) ?? answer;
    last.current = shared;
    return shared;
  }, []);
}
