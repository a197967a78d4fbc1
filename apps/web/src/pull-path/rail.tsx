import type { ReactNode } from "react";
import { classes } from "../ui/classes.js";

interface RailRowProps {
  readonly marker: ReactNode;
  /** The line through the row: where it begins and ends, and whether requests go along it. */
  readonly line: "start" | "through" | "unused" | "end";
  readonly children: ReactNode;
}

const LINES: Record<RailRowProps["line"], string> = {
  start: "top-4 bottom-0 border-line-strong",
  through: "inset-y-0 border-line-strong",
  unused: "inset-y-0 border-dashed border-line-strong",
  end: "top-0 h-4 border-line-strong",
};

/** One row of the drawn route: its marker on the line, and what stands beside it. */
export function RailRow({ marker, line, children }: RailRowProps) {
  return (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-3">
      <div aria-hidden className="relative flex justify-center pt-1">
        <span className={classes("absolute left-1/2 -ml-px border-l-2", LINES[line])} />
        {marker}
      </div>
      {children}
    </div>
  );
}

/** A place on the line. */
export function Marker({
  className,
  children,
}: {
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes("relative grid size-6 place-items-center rounded-full", className)}>
      {children}
    </span>
  );
}
