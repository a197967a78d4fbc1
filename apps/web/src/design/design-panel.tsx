import type { ShownInspection } from "../engine/shown-inspection.js";
import { FiltersSection } from "./filters-section.js";
import { OverridesSection } from "./overrides-section.js";
import { SpegelSection } from "./spegel-section.js";
import { useFormChange } from "./use-form-change.js";

interface DesignPanelProps {
  readonly shown: ShownInspection;
  /** Id of the level that the forms edit. */
  readonly scopeId: string;
}

/** The forms: they read the document and write to it. */
export function DesignPanel({ shown, scopeId }: DesignPanelProps) {
  const onChange = useFormChange();
  const { forms, analysis } = shown.inspection;
  const scope = forms.scopes.find(({ id }) => id === scopeId) ?? forms.scopes[0];
  if (!scope) return <p className="p-4 text-ink-2">The forms need a cluster spec in the text.</p>;
  return (
    <fieldset disabled={shown.stale} className="min-w-0 disabled:opacity-70">
      <legend className="sr-only">{`Settings of ${scope.title}`}</legend>
      {shown.stale && (
        <p className="border-b border-line bg-info-soft px-4 py-2 text-xs text-ink-2">
          The YAML does not parse at the moment. The forms wait until it does.
        </p>
      )}
      <SpegelSection scope={scope} onChange={onChange} />
      {scope.kind !== "worker" && (
        <FiltersSection scope={scope} diagnostics={analysis.diagnostics} onChange={onChange} />
      )}
      <OverridesSection scope={scope} diagnostics={analysis.diagnostics} onChange={onChange} />
    </fieldset>
  );
}
