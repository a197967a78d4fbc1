import { useCallback } from "react";
import { useGlassView } from "../looking-glass/use-glass-view.js";

/** Shows a file that the Kublr agent writes on a role's nodes in the looking glass, wherever that is. */
export function useShowFile(): (roleId: string, path: string) => void {
  const [, change] = useGlassView();
  return useCallback(
    (role, file) => change({ role, file, phase: "bootstrap", pane: "glass", shows: "files", compare: null }),
    [change],
  );
}
