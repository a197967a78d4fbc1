import type { TemplateData } from "@lookinglass/designer";
import { useQuery } from "@tanstack/react-query";
import { beginTab } from "../document/tab-draft.js";
import { useEngine } from "../engine/engine-context.js";

const NONE: readonly TemplateData[] = [];

/** What each role of the spec that is open in the designer gives its templates; empty when none is. */
export function useRoleData(): readonly TemplateData[] {
  const engine = useEngine();
  const { data } = useQuery({
    queryKey: ["role-data"],
    queryFn: async () => {
      const { draft } = beginTab(localStorage, sessionStorage);
      return draft ? engine.templateData(draft.text, draft.settings) : NONE;
    },
    gcTime: 0,
    retry: false,
    networkMode: "always",
  });
  return data ?? NONE;
}
