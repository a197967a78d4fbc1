import { useCallback } from "react";
import { writePullView } from "../pull-path/pull-view.js";
import { useUrlParams } from "./use-url-params.js";
import { writeView } from "./view-state.js";

/** Shows a file that the Kublr agent writes on a role's nodes in the looking glass, wherever that is. */
export function useShowFile(): (roleId: string, path: string) => void {
  const [, setParams] = useUrlParams();
  return useCallback(
    (role, file) =>
      setParams((params) =>
        writePullView(writeView(params, { role, file, phase: "bootstrap", pane: "glass" }), {
          shows: "files",
        }),
      ),
    [setParams],
  );
}
