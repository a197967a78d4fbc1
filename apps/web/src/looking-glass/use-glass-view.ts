import { useCallback, useMemo } from "react";
import { useUrlParams } from "../shell/use-url-params.js";
import { type ViewState, writeView } from "../shell/view-state.js";
import { type GlassViewState, readGlassView, writeGlassView } from "./glass-view.js";

/** What the looking glass shows, and of which role, phase and file. */
export type GlassChange = Partial<GlassViewState> & Partial<ViewState>;

export type ChangeGlassView = (change: GlassChange) => void;

/** What the looking glass shows, in the URL, and how to change it, with the file that it shows, in one step of history. */
export function useGlassView(): readonly [GlassViewState, ChangeGlassView] {
  const [params, setParams] = useUrlParams();
  const change = useCallback<ChangeGlassView>(
    ({ shows, compare, ...place }) => {
      const wanted = { ...(shows !== undefined && { shows }), ...(compare !== undefined && { compare }) };
      setParams((current) => writeGlassView(writeView(current, place), wanted));
    },
    [setParams],
  );
  return [useMemo(() => readGlassView(params), [params]), change];
}
