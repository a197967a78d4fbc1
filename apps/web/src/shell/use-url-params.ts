import { useMemo } from "react";
import { useSearch } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { readDialog } from "./dialog-state.js";

export type ChangeParams = (
  change: (current: URLSearchParams) => URLSearchParams,
  options?: { readonly replace?: boolean },
) => void;

/** The query of the URL, and how to change it; a change is a step of the browser's history unless replaced. */
export function useUrlParams(): readonly [URLSearchParams, ChangeParams] {
  const search = useSearch();
  return [useMemo(() => new URLSearchParams(search), [search]), changeParams];
}

/**
 * Path and fragment stay: the fragment of a self-contained link is the shared spec. A step that is taken in a dialog
 * takes the dialog's place in the history, so that going back does not open it again.
 */
const changeParams: ChangeParams = (change, { replace = false } = {}) => {
  const query = change(new URLSearchParams(window.location.search)).toString();
  const { pathname, hash } = window.location;
  const state: unknown = history.state;
  navigate(`${pathname}${query && `?${query}`}${hash}`, {
    replace: replace || readDialog(state) !== null,
    state: replace ? state : null,
  });
};
