import type { Analysis, ChartCatalog, ScopeForm } from "@lookinglass/designer";
import { ChartSection } from "./chart-section.js";
import { OverridesSection } from "./overrides-section.js";
import type { ChangeForm } from "./use-form-change.js";

interface LaterSectionsProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly analysis: Analysis;
  readonly onChange: ChangeForm;
}

/** The forms below the first screen: they load after the rest, and as they are last nothing moves when they come. */
export default function LaterSections({ scope, catalog, analysis, onChange }: LaterSectionsProps) {
  const { chart } = scope;
  const { diagnostics } = analysis;
  return (
    <>
      <OverridesSection scope={scope} analysis={analysis} onChange={onChange} />
      {chart && <ChartSection {...{ scope, chart, catalog, diagnostics, onChange }} />}
    </>
  );
}
