import type { ChartCatalog, Diagnostic, ScopeForm } from "@lookinglass/designer";
import { ChartSection } from "./chart-section.js";
import { OverridesSection } from "./overrides-section.js";
import type { ChangeForm } from "./use-form-change.js";

interface LaterSectionsProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** The forms below the first screen: they load after the rest, and as they are last nothing moves when they come. */
export default function LaterSections({ scope, catalog, diagnostics, onChange }: LaterSectionsProps) {
  const { chart } = scope;
  return (
    <>
      <OverridesSection scope={scope} diagnostics={diagnostics} onChange={onChange} />
      {chart && <ChartSection {...{ scope, chart, catalog, diagnostics, onChange }} />}
    </>
  );
}
