import type { ScopeForm } from "@lookinglass/designer";
import { INPUT } from "../ui/fields.js";

interface ScopeSelectProps {
  readonly scopes: readonly ScopeForm[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Which level of the spec the forms read and write. */
export function ScopeSelect({ scopes, value, onChange }: ScopeSelectProps) {
  return (
    <label className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
      Edit
      <select
        aria-label="Scope"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${INPUT} font-medium`}
      >
        {scopes.map(({ id, kind, title }) => (
          <option key={id} value={id}>
            {kind === "worker" ? `Group ${title}` : kind === "master" ? "Masters" : title}
          </option>
        ))}
      </select>
    </label>
  );
}
