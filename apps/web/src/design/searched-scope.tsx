import { ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { INPUT } from "../ui/fields.js";
import { ScopeSearch } from "./scope-search.js";
import type { ScopeSelectProps } from "./scope-select.js";
import { scopeTitle } from "./scope-title.js";

/** A level of many, in a list that is searched. */
export default function SearchedScope(props: ScopeSelectProps) {
  const [open, setOpen] = useState(false);
  const chosen = props.scopes.find((scope) => scope.id === props.value) ?? props.scopes[0];
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
      Edit
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          aria-label={`Scope: ${chosen ? scopeTitle(chosen) : "none"}`}
          className={`${INPUT} flex max-w-56 items-center gap-1.5 font-medium`}
        >
          <span className="truncate">{chosen && scopeTitle(chosen)}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="end"
            sideOffset={4}
            collisionPadding={12}
            aria-label="Scope"
            className="z-30 h-90 max-h-(--radix-popover-content-available-height) w-72 overflow-hidden rounded-lg border border-line bg-surface shadow-pop"
          >
            <ScopeSearch
              {...props}
              onChange={(next) => {
                props.onChange(next);
                setOpen(false);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
