import type { FileQuestion, LineOrigin } from "@lookinglass/designer";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useEngine } from "../engine/engine-context.js";
import type { Inspection } from "../engine/inspection.js";

export interface LineOrigins {
  readonly lines: readonly LineOrigin[];
  /** The places are those of the text that is shown; while somebody types they lag behind. */
  readonly current: boolean;
}

/** Whoever types waits for the preview, not for this. */
const QUIET_MS = 150;

/**
 * Where each line of a file comes from; null until the engine has answered for a file with this content.
 *
 * @param content of the file, as the inspection has it
 */
export function useLineOrigins(
  inspection: Inspection,
  { role, phase, path }: FileQuestion,
  content: string,
): LineOrigins | null {
  const engine = useEngine();
  const { text, settings, checked } = useQuiet(inspection);
  const question = { role, phase, path };
  const { data } = useQuery({
    queryKey: ["line-origins", text, settings, question],
    queryFn: async () => ({ text, path, lines: await engine.lineOrigins(text, settings, question) }),
    // The problems come first.
    enabled: checked !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
    networkMode: "always",
  });
  if (!data || data.path !== path || data.lines.length !== lineCount(content)) return null;
  return { lines: data.lines, current: data.text === inspection.text };
}

function lineCount(content: string): number {
  return content.replace(/\n$/, "").split("\n").length;
}

/** The last inspection that stayed for a while. */
function useQuiet(inspection: Inspection): Inspection {
  const [quiet, setQuiet] = useState(inspection);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(inspection), QUIET_MS);
    return () => clearTimeout(timer);
  }, [inspection]);
  return quiet;
}
