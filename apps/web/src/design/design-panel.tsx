import type { SpecPreview } from "@lookinglass/designer";
import { lazy, memo, Suspense } from "react";
import type { Checked } from "../engine/inspection.js";
import type { OnFix } from "../engine/offered-fix.js";
import { placedProblems } from "../engine/placed-problems.js";
import type { ShownInspection } from "../engine/shown-inspection.js";
import { NewButton } from "../shell/new-button.js";
import { StaleBar } from "../ui/stale-bar.js";
import { type DesignLinks, DesignLinksProvider } from "./design-links.js";
import { DiagnosticsContext, FixContext } from "./field-problem.js";
import { FiltersSection } from "./filters-section.js";
import { SpegelSection } from "./spegel-section.js";
import { useFormChange } from "./use-form-change.js";

const LaterSections = lazy(() => import("./later-sections.js"));
/** Most keys change the values of no form. */
const Spegel = memo(SpegelSection);
const Filters = memo(FiltersSection);

interface DesignPanelProps {
  readonly shown: ShownInspection | null;
  /** Id of the level that the forms edit. */
  readonly scopeId: string;
  readonly onFix: OnFix;
  readonly links: DesignLinks;
}

/** The forms: they read the document and write to it. Nothing until the engine has read them. */
function DesignPanel({ shown, ...rest }: DesignPanelProps) {
  const checked = shown?.inspection.checked;
  if (!shown || !checked) return null;
  const { analysis } = shown.inspection;
  return <LevelForms analysis={analysis} checked={checked} stale={shown.stale} {...rest} />;
}

/** Drawn anew when what it shows has changed, not at every key. */
export default memo(DesignPanel);

interface LevelFormsProps extends Omit<DesignPanelProps, "shown"> {
  readonly analysis: SpecPreview;
  readonly checked: Checked;
  /** The text does not parse at the moment: the forms show the last one that did. */
  readonly stale: boolean;
}

function LevelForms({ analysis, checked, stale, scopeId, onFix, links }: LevelFormsProps) {
  const onChange = useFormChange();
  const { forms } = checked;
  const diagnostics = placedProblems(checked.diagnostics);
  const { catalog } = forms;
  const scope = forms.scopes.find(({ id }) => id === scopeId) ?? forms.scopes[0];
  if (stale && analysis.roles.length === 0) return <Unread />;
  if (!scope) return <NoCluster />;
  const { chart } = scope;
  return (
    <FixContext value={onFix}>
      <DiagnosticsContext value={diagnostics}>
        <fieldset disabled={stale} className="min-w-0 disabled:opacity-70">
          <legend className="sr-only">{`Settings of ${scope.title}`}</legend>
          <Spegel scope={scope} catalog={catalog} onChange={onChange} />
          {chart && <Filters {...{ scope, chart, catalog, diagnostics, onChange }} />}
          <Suspense>
            <DesignLinksProvider value={links}>
              <LaterSections {...{ scope, catalog, analysis, diagnostics, onChange }} />
            </DesignLinksProvider>
          </Suspense>
        </fieldset>
        {stale && <StaleBar atEnd>The YAML does not parse: the forms wait.</StaleBar>}
      </DiagnosticsContext>
    </FixContext>
  );
}

function Unread() {
  return <p className="p-4 text-ink-2">The YAML does not parse. The forms wait until it does.</p>;
}

function NoCluster() {
  return (
    <div className="p-4 text-ink-2">
      <p>The forms edit a cluster spec, and the text holds none.</p>
      <p className="mt-1">
        Type <code className="font-mono text-xs">kind: Cluster</code> and{" "}
        <code className="font-mono text-xs">spec: {"{}"}</code> into Spec, import a file, open an example, or:
      </p>
      <p className="mt-3">
        <NewButton />
      </p>
    </div>
  );
}
