import { Command } from "cmdk";
import { Check } from "lucide-react";
import type { ScopeSelectProps } from "./scope-select.js";
import { scopeTitle, setsItsOwn } from "./scope-title.js";

/** Finds a level among many by a part of its name; those that set something of their own say so. */
export function ScopeSearch({ scopes, value, onChange }: ScopeSelectProps) {
  return (
    <Command label="Scope" loop defaultValue={value} filter={contains} className="flex h-full flex-col">
      <Command.Input
        // The list opened to be searched.
        autoFocus
        placeholder="Name of a group"
        className="h-10 w-full shrink-0 border-b border-line bg-surface px-3 text-sm text-ink -outline-offset-2 placeholder:text-ink-3"
      />
      <Command.List label="Levels" className="min-h-0 flex-1 overflow-auto p-1">
        {scopes.map((scope) => (
          <Command.Item
            key={scope.id}
            value={scope.id}
            keywords={[scopeTitle(scope)]}
            onSelect={() => onChange(scope.id)}
            className="flex min-h-7.5 cursor-default items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-hover"
          >
            <Check aria-hidden className={`size-4 shrink-0 ${scope.id === value ? "" : "invisible"}`} />
            <span title={scopeTitle(scope)} className="min-w-0 flex-1 truncate">
              {scopeTitle(scope)}
            </span>
            {setsItsOwn(scope) && <span className="shrink-0 text-xs text-ink-3">sets its own</span>}
          </Command.Item>
        ))}
      </Command.List>
      <Command.Empty className="px-3 py-6 text-center text-xs text-ink-3">
        No group is called that.
      </Command.Empty>
    </Command>
  );
}

/** cmdk hands over the title; an item is shown where the answer is not 0. */
function contains(_id: string, typed: string, [title = ""]: string[] = []): number {
  return title.toLowerCase().includes(typed.trim().toLowerCase()) ? 1 : 0;
}
