import type { ChartCatalog, Diagnostic, ScopeForm, SpecPreview } from "@lookinglass/designer";
import { memo } from "react";
import { ChartSection } from "./chart-section.js";
import { OverridesSection } from "./overrides-section.js";
import type { ChangeForm } from "./use-form-change.js";

/** Most keys change no chart value, and there are many. */
const Chart = memo(ChartSection);

interface LaterSectionsProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly analysis: SpecPreview;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** The forms below the first screen: they load after the rest, and as they are last nothing moves when they come. */
export default function LaterSections(props: LaterSectionsProps) {
  const { scope, catalog, analysis, diagnostics, onChange } = props;
  const { chart } = scope;
  return (
    <>
      <OverridesSection {...{ scope, analysis, diagnostics, onChange }} />
      {chart && <Chart {...{ scope, chart, catalog, diagnostics, onChange }} />}
    </>
  );
}
