import { useIsFetching, useIsMutating } from "@tanstack/react-query";

/** Is anything being worked out, fetched or sent? */
function useIsBusy(): boolean {
  const fetching = useIsFetching();
  const sending = useIsMutating();
  return fetching + sending > 0;
}

/** A thin line along the top while something takes longer than a moment; see progress.css. */
export function ProgressLine() {
  if (!useIsBusy()) return null;
  return <div role="progressbar" aria-label="Working" aria-live="polite" className="progress-line" />;
}
