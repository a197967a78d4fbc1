import { Notice } from "../ui/notice.js";
import { StaleBar } from "../ui/stale-bar.js";

/** Says that what is shown is older than the text. */
export function StaleNotice({ className }: { readonly className?: string }) {
  return (
    <Notice severity="info" className={className ?? ""}>
      The YAML does not parse at the moment. This is the preview of the last text that did.
    </Notice>
  );
}

/** The same over the preview itself. */
export function OlderPreview({ atEnd = false }: { readonly atEnd?: boolean }) {
  return <StaleBar atEnd={atEnd}>The YAML does not parse at the moment: an older preview is shown.</StaleBar>;
}
