import type { ReactNode } from "react";

interface StaleBarProps {
  /** Over the last lines of what scrolls, and below them at its end; else over its first ones, which are kept free. */
  readonly atEnd?: boolean;
  readonly children: ReactNode;
}

/** Says, over an area that scrolls, that it is older than the text: what is in it does not jump at every other key. */
export function StaleBar({ atEnd = false, children }: StaleBarProps) {
  const look = "border-line bg-info-soft px-4 py-2 text-xs text-ink-2";
  if (atEnd) return <p className={`sticky bottom-0 z-20 border-t ${look}`}>{children}</p>;
  return (
    <div className="sticky top-0 z-20 h-0 shrink-0">
      <p className={`border-b ${look}`}>{children}</p>
    </div>
  );
}
