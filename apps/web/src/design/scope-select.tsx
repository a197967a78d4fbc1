import type { ScopeForm } from "@lookinglass/designer";
import { lazy, Suspense } from "react";
import { searchedScope } from "../shell/late-views.js";
import { INPUT } from "../ui/fields.js";
import { scopeTitle } from "./scope-title.js";

const SearchedScope = lazy(searchedScope);

export interface ScopeSelectProps {
  readonly scopes: readonly ScopeForm[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** As many levels as a list shows without scrolling; more are searched. */
const FEW = 12;

/** Which level of the spec the forms read and write. */
export function ScopeSelect(props: ScopeSelectProps) {
  const { scopes, value, onChange } = props;
  if (scopes.length > FEW) {
    return (
      <Suspense>
        <SearchedScope {...props} />
      </Suspense>
    );
  }
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
