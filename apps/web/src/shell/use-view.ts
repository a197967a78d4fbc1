import { useCallback, useMemo } from "react";
import { useUrlParams } from "./use-url-params.js";
import { readView, type ViewState, writeView } from "./view-state.js";

export type ChangeView = (change: Partial<ViewState>, options?: { readonly replace?: boolean }) => void;

/** The view's state in the URL, and how to change it; a change is a step of the browser's history unless replaced. */
export function useView(): readonly [ViewState, ChangeView] {
  const [params, setParams] = useUrlParams();
  const change = useCallback<ChangeView>(
    (wanted, options) => setParams((current) => writeView(current, wanted), options),
    [setParams],
  );
  return [useMemo(() => readView(params), [params]), change];
}
