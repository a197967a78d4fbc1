import type { Diagnostic, ScopeForm } from "@lookinglass/designer";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.js";
import { MONO_INPUT } from "../ui/fields.js";
import { FieldProblems } from "./field-problem.js";
import { problemsAt } from "./field-problems.js";
import { FilterRow } from "./filter-row.js";
import { OriginNote } from "./origin-note.js";
import { Section } from "./section.js";
import type { ChangeForm } from "./use-form-change.js";

interface FiltersSectionProps {
  readonly scope: ScopeForm;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** `spegel.registryFilters`: images that Spegel must not serve. */
export function FiltersSection({ scope, diagnostics, onChange }: FiltersSectionProps) {
  const { filters, helmValues } = scope;
  // Inside a string of YAML a problem has the place of the whole string.
  const inString = helmValues.value === "string";
  const ofFilter = (index: number) => (inString ? [] : problemsAt(diagnostics, [...filters.path, index]));
  const ofList = inString
    ? problemsAt(diagnostics, helmValues.path).filter(({ code }) => code.startsWith("spegel/filter"))
    : problemsAt(diagnostics, filters.path).filter(({ path }) => path.length === filters.path.length);
  return (
    <Section
      title="Registry filters"
      hint="Images that match one of these RE2 expressions are not served by Spegel; nodes pull them from their registry."
    >
      {filters.editable ? (
        <ul className="space-y-2">
          {filters.value.map((filter, index) => (
            <FilterRow
              key={index}
              scope={scope}
              filter={filter}
              index={index}
              count={filters.value.length}
              problems={ofFilter(index)}
              onChange={onChange}
            />
          ))}
        </ul>
      ) : (
        <p className="text-xs text-ink-2">This is not a list of texts: edit it in the spec.</p>
      )}
      <FieldProblems id="filters-problems" problems={ofList} />
      {filters.editable && (
        <AddFilter onAdd={(value) => onChange({ kind: "add-filter", scope: scope.id, value })} />
      )}
      {filters.value.length > 0 && <OriginNote scope={scope} field={filters} />}
    </Section>
  );
}

function AddFilter({ onAdd }: { readonly onAdd: (value: string) => void }) {
  const [value, setValue] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value === "") return;
    onAdd(value);
    setValue("");
  };
  return (
    <form onSubmit={submit} className="mt-2 flex gap-2">
      <input
        aria-label="New filter"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        placeholder="^docker\.io/"
        spellCheck={false}
        autoComplete="off"
        className={`${MONO_INPUT} flex-1`}
      />
      <Button type="submit" icon={Plus}>
        Add filter
      </Button>
    </form>
  );
}
