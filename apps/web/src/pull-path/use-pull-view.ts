import { useCallback, useMemo } from "react";
import { useUrlParams } from "../shell/use-url-params.js";
import { type PullView, readPullView, writePullView } from "./pull-view.js";

export type ChangePullView = (change: Partial<PullView>, options?: { readonly replace?: boolean }) => void;

/** What is traced, in the URL, and how to change it; a change is a step of the browser's history unless replaced. */
export function usePullView(): readonly [PullView, ChangePullView] {
  const [params, setParams] = useUrlParams();
  const change = useCallback<ChangePullView>(
    (wanted, options) => setParams((current) => writePullView(current, wanted), options),
    [setParams],
  );
  return [useMemo(() => readPullView(params), [params]), change];
}
