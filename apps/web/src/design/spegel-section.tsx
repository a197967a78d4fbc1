import type { ScopeForm } from "@lookinglass/designer";
import { Toggle } from "../ui/toggle.js";
import { OriginNote } from "./origin-note.js";
import { Section } from "./section.js";
import type { ChangeForm } from "./use-form-change.js";
import { WriterChoice } from "./writer-choice.js";

interface SpegelSectionProps {
  readonly scope: ScopeForm;
  readonly onChange: ChangeForm;
}

/** Is Spegel on, and who writes hosts.toml once it runs. */
export function SpegelSection({ scope, onChange }: SpegelSectionProps) {
  const enabled = scope.spegelEnabled;
  const setEnabled = (value: boolean | null) => onChange({ kind: "set-enabled", scope: scope.id, value });
  return (
    <Section title="Spegel" hint="Every node serves the images that it has to the other nodes.">
      <Toggle
        id="spegel-enabled"
        label="Spegel enabled"
        describedBy="spegel-enabled-from"
        checked={enabled.value}
        onChange={setEnabled}
      />
      <OriginNote id="spegel-enabled-from" scope={scope} field={enabled} onReset={() => setEnabled(null)} />
      {scope.kind === "worker" ? (
        <p className="mt-2 text-xs text-ink-2">
          The Spegel chart is installed once per cluster, with the values of the masters. What is set here
          decides what the Kublr agent writes on this group’s nodes.
        </p>
      ) : (
        <WriterChoice scope={scope} onChange={onChange} />
      )}
    </Section>
  );
}
