import type { Fix } from "@lookinglass/designer";
import { lazy, memo, Suspense } from "react";
import type { ShownInspection } from "../engine/shown-inspection.js";
import { type DesignLinks, DesignLinksProvider } from "./design-links.js";
import { FixContext } from "./field-problem.js";
import { FiltersSection } from "./filters-section.js";
import { SpegelSection } from "./spegel-section.js";
import { useFormChange } from "./use-form-change.js";

const LaterSections = lazy(() => import("./later-sections.js"));
/** Most keys change the values of no form. */
const Spegel = memo(SpegelSection);
const Filters = memo(FiltersSection);

interface DesignPanelProps {
  readonly shown: ShownInspection;
  /** Id of the level that the forms edit. */
  readonly scopeId: string;
  readonly onFix: (fix: Fix) => void;
  readonly links: DesignLinks;
}

/** The forms: they read the document and write to it. */
export function DesignPanel({ shown, scopeId, onFix, links }: DesignPanelProps) {
  const onChange = useFormChange();
  const { forms, analysis } = shown.inspection;
  const { diagnostics } = analysis;
  const { catalog } = forms;
  const scope = forms.scopes.find(({ id }) => id === scopeId) ?? forms.scopes[0];
  if (!scope) return <NoCluster />;
  const { chart } = scope;
  return (
    <FixContext value={onFix}>
      <fieldset disabled={shown.stale} className="min-w-0 disabled:opacity-70">
        <legend className="sr-only">{`Settings of ${scope.title}`}</legend>
        {shown.stale && (
          // Over the forms rather than above them: they do not jump at every other keystroke.
          <div className="sticky top-0 z-20 h-0">
            <p className="border-b border-line bg-info-soft px-4 py-2 text-xs text-ink-2">
              The YAML does not parse at the moment. The forms wait until it does.
            </p>
          </div>
        )}
        <Spegel scope={scope} catalog={catalog} onChange={onChange} />
        {chart && <Filters {...{ scope, chart, catalog, diagnostics, onChange }} />}
        <Suspense>
          <DesignLinksProvider value={links}>
            <LaterSections {...{ scope, catalog, analysis, onChange }} />
          </DesignLinksProvider>
        </Suspense>
      </fieldset>
    </FixContext>
  );
}

function NoCluster() {
  return (
    <div className="p-4 text-ink-2">
      <p>The forms edit a cluster spec, and the text holds none.</p>
      <p className="mt-1">
        Type <code className="font-mono text-xs">kind: Cluster</code> and{" "}
        <code className="font-mono text-xs">spec: {"{}"}</code> into Spec, import a file, or open an example.
      </p>
    </div>
  );
}
