import type { TemplateData } from "@lookinglass/designer";
import { useQuery } from "@tanstack/react-query";
import { useDocument } from "../document/document-context.js";
import { useEngine } from "../engine/engine-context.js";

const NONE: readonly TemplateData[] = [];

/** What each role of the spec that is open in the designer gives its templates; empty when none is. */
export function useRoleData(): readonly TemplateData[] {
  const engine = useEngine();
  const { store, settings } = useDocument();
  const { text } = store.snapshot();
  const { data } = useQuery({
    queryKey: ["role-data", text, settings],
    queryFn: () => engine.templateData(text, settings),
    gcTime: 0,
    retry: false,
    networkMode: "always",
  });
  return data ?? NONE;
}
