import type { ChartCatalog, ChartForm, Diagnostic, ScopeForm } from "@lookinglass/designer";
import { ChartValues } from "./chart-values.js";
import { Section } from "./section.js";
import type { ChangeForm } from "./use-form-change.js";

export interface ChartSectionProps {
  readonly scope: ScopeForm;
  readonly chart: ChartForm;
  readonly catalog: ChartCatalog;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** The values of the Spegel chart. */
export function ChartSection(props: ChartSectionProps) {
  const { chart, catalog, scope } = props;
  return (
    <Section
      id="chart"
      title="Chart values"
      hint={`What Kublr gives to Spegel’s chart ${catalog.release}. The release is assumed: see “Assumes” in the looking glass.`}
      summary={summary(chart)}
    >
      {scope.helmValues.value === "unreadable" ? (
        <p className="text-xs text-ink-2">helm_values cannot be read as a map: edit it in the spec.</p>
      ) : (
        <ChartValues {...props} />
      )}
    </Section>
  );
}

function summary({ values, strays }: ChartForm): string {
  // Fields within a value count as part of it.
  const written = values.filter(
    ({ from, keys }) => from !== "default" && !(keys[0] === "resources" && keys[1]),
  );
  const set = written.length === 0 ? "all by default" : `${written.length} set`;
  return strays.length === 0 ? set : `${set}, ${strays.length} without effect`;
}
