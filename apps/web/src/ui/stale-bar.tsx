import type { ReactNode } from "react";

/** Says, over the top of an area that scrolls, that it is older than the text: what is below does not jump at every other key. */
export function StaleBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sticky top-0 z-20 h-0 shrink-0">
      <p className="border-b border-line bg-info-soft px-4 py-2 text-xs text-ink-2">{children}</p>
    </div>
  );
}
