import type { Analysis, ChartCatalog, ScopeForm } from "@lookinglass/designer";
import { memo } from "react";
import { ChartSection } from "./chart-section.js";
import { OverridesSection } from "./overrides-section.js";
import type { ChangeForm } from "./use-form-change.js";

/** Most keys change no chart value, and there are many. */
const Chart = memo(ChartSection);

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
      {chart && <Chart {...{ scope, chart, catalog, diagnostics, onChange }} />}
    </>
  );
}
