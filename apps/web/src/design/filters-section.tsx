import type { ChartCatalog, ChartForm, Diagnostic, ScopeForm } from "@lookinglass/designer";
import { useState } from "react";
import { FieldProblems } from "./field-problem.js";
import { itemPlace, problemsOf, valueProblems } from "./field-problems.js";
import { FilterTest } from "./filter-test.js";
import { OriginNote } from "./origin-note.js";
import { Section } from "./section.js";
import { TextList } from "./text-list.js";
import type { ChangeForm } from "./use-form-change.js";

interface FiltersSectionProps {
  readonly scope: ScopeForm;
  readonly chart: ChartForm;
  readonly catalog: ChartCatalog;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

const KEYS = ["spegel", "registryFilters"];
const NO_FILTERS: readonly string[] = [];

/** `spegel.registryFilters`: images that Spegel must not serve. */
export function FiltersSection({ scope, chart, catalog, diagnostics, onChange }: FiltersSectionProps) {
  const { filters } = scope;
  const [marked, setMarked] = useState<readonly number[]>([]);
  const ofFilter = (index: number) => problemsOf(diagnostics, itemPlace(filters, index));
  const ofItems = filters.value.flatMap((_, index) => ofFilter(index));
  const ofList = valueProblems(diagnostics, filters).filter((problem) => !ofItems.includes(problem));
  const isKnown = catalog.values.some(({ path }) => path === KEYS.join("."));
  return (
    <Section
      id="filters"
      title="Registry filters"
      hint="Images that match one of these RE2 expressions are not served by Spegel; nodes pull them from their registry."
      summary={count(filters.value.length)}
    >
      {!isKnown && (
        <p className="mb-2 text-xs text-warning">
          Spegel chart {catalog.release} has no registry filters: what stands here has no effect. They came
          with chart 0.4.0.
        </p>
      )}
      {filters.editable ? (
        <TextList
          item="filter"
          items={filters.value}
          problemsOf={ofFilter}
          placeholder="^docker\.io/"
          marked={marked}
          onChange={(change, mergeKey) =>
            onChange(
              { kind: "change-list", scope: scope.id, keys: KEYS, initial: NO_FILTERS, change },
              mergeKey && `${mergeKey} ${scope.id}`,
            )
          }
        />
      ) : (
        <p className="text-xs text-ink-2">This is not a list of texts: edit it in the spec.</p>
      )}
      <FieldProblems id="filters-problems" problems={ofList} />
      <OriginNote
        scope={scope}
        field={filters}
        defaultOf="The chart’s"
        name="registry filters"
        onReset={() => onChange({ kind: "unset-chart-value", scope: scope.id, keys: KEYS })}
      />
      <FilterTest serving={chart.serving} release={catalog.release} onMark={setMarked} />
    </Section>
  );
}

function count(filters: number): string {
  return filters === 0 ? "none" : filters === 1 ? "1 filter" : `${filters} filters`;
}
