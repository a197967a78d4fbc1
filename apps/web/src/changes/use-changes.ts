import type { Settings, SpecPreview } from "@lookinglass/designer";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { diffTexts, type LineDiff } from "../diff/line-diff.js";
import { useEngine } from "../engine/engine-context.js";
import { type NodeChange, nodeChanges } from "./node-changes.js";

/** What has changed since the document was opened. */
export interface Changes {
  readonly yaml: LineDiff;
  /** Null until the opened text and the one of now are both previewed. */
  readonly nodes: readonly NodeChange[] | null;
  /** The preview of the text as it was opened. */
  readonly opened: SpecPreview | null;
  readonly failure: Error | null;
}

const KEPT_MS = 10 * 60_000;

/**
 * Compares the text as it was opened with the one of now, and what the nodes get by them. The opened text is previewed
 * once, however often the changes are looked at.
 *
 * @param now of the text as it is, or of the last one that could be read
 */
export function useChanges(
  baseline: string,
  text: string,
  settings: Settings,
  now: SpecPreview | null,
): Changes {
  const engine = useEngine();
  const { data, error } = useQuery({
    queryKey: ["opened", baseline, settings],
    queryFn: async () => (await engine.preview(baseline, settings)).analysis,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    retry: false,
    networkMode: "always",
  });
  const yaml = useMemo(() => diffTexts(baseline, text), [baseline, text]);
  const nodes = useMemo(() => (data && now ? nodeChanges(data, now) : null), [data, now]);
  return { yaml, nodes, opened: data ?? null, failure: error };
}
