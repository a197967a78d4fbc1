import type { ScopeForm } from "@lookinglass/designer";
import { ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { lazy, Suspense, useState } from "react";
import { INPUT } from "../ui/fields.js";
import { scopeTitle } from "./scope-title.js";

const loadSearch = () => import("./scope-search.js");
const ScopeSearch = lazy(loadSearch);

export interface ScopeSelectProps {
  readonly scopes: readonly ScopeForm[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** As many levels as a list shows without scrolling; more are searched. */
const FEW = 12;

/** Which level of the spec the forms read and write. */
export function ScopeSelect(props: ScopeSelectProps) {
  if (props.scopes.length > FEW) return <SearchedSelect {...props} />;
  const { scopes, value, onChange } = props;
  return (
    <label className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
      Edit
      <select
        aria-label="Scope"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${INPUT} font-medium`}
      >
        {scopes.map((scope) => (
          <option key={scope.id} value={scope.id}>
            {scopeTitle(scope)}
          </option>
        ))}
      </select>
    </label>
  );
}

function SearchedSelect(props: ScopeSelectProps) {
  const [open, setOpen] = useState(false);
  const chosen = props.scopes.find((scope) => scope.id === props.value) ?? props.scopes[0];
  return (
    <div className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
      Edit
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          onPointerEnter={loadSearch}
          onFocus={loadSearch}
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
            <Suspense>
              <ScopeSearch
                {...props}
                onChange={(next) => {
                  props.onChange(next);
                  setOpen(false);
                }}
              />
            </Suspense>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}
