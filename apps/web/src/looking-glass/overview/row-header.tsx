import { ChevronRight } from "lucide-react";
import { classes } from "../../ui/classes.js";
import { type Stop, stopName } from "./grid-keys.js";
import { stopProps } from "./layout.js";
import type { OverviewRow } from "./overview-rows.js";

interface RowHeaderProps {
  readonly row: OverviewRow;
  readonly isOpen: boolean;
  readonly stop: Stop;
  readonly active: Stop;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
}

/** The role of a row, or the roles that it folds: these are listed on demand. */
export function RowHeader({ row, isOpen, stop, active, onToggle, onChoose }: RowHeaderProps) {
  const { kind, title, size, role } = row;
  const isGroup = kind === "group";
  const runtime = role.runtime === "containerd" ? null : `${role.runtime}: certs.d is not read`;
  return (
    <th scope="row" className="block min-w-0 font-normal @max-[520px]:col-span-3">
      <button
        type="button"
        {...stopProps(stopName(stop), stopName(active))}
        aria-expanded={isGroup ? isOpen : undefined}
        onClick={isGroup ? onToggle : onChoose}
        className={classes(
          "flex w-full items-start gap-1.5 px-3 py-2 text-left -outline-offset-2 hover:bg-hover",
          kind === "member" && "pl-8",
        )}
      >
        {isGroup && (
          <ChevronRight
            aria-hidden
            className={classes(
              "mt-0.5 size-3.5 shrink-0 text-ink-3 transition-transform",
              isOpen && "rotate-90",
            )}
          />
        )}
        <span className="min-w-0">
          <span className={classes("block wrap-anywhere", kind !== "member" && "font-medium")}>{title}</span>
          {isGroup && <span className="block text-xs text-ink-3">{size} roles, same files</span>}
          {runtime && <span className="block text-xs text-warning">{runtime}</span>}
        </span>
      </button>
    </th>
  );
}
