import type { ChartCatalog, ScopeForm } from "@lookinglass/designer";
import { Trash2 } from "lucide-react";
import { Button } from "../ui/button.js";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import { useValueProblems } from "./field-problem.js";
import { keepFocus } from "./keep-focus.js";
import { OriginNote } from "./origin-note.js";
import { Section } from "./section.js";
import { Toggle } from "./toggle.js";
import type { ChangeForm } from "./use-form-change.js";
import { WriterChoice } from "./writer-choice.js";

interface SpegelSectionProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly onChange: ChangeForm;
}

/** Is Spegel on, and who writes hosts.toml once it runs. */
export function SpegelSection({ scope, catalog, onChange }: SpegelSectionProps) {
  const enabled = scope.spegelEnabled;
  const told = useValueProblems(enabled);
  const setEnabled = (value: boolean | null) => onChange({ kind: "set-enabled", scope: scope.id, value });
  return (
    <Section
      id="spegel"
      title="Spegel"
      hint="Every node serves the images that it has to the other nodes."
      summary={enabled.wrong !== null ? "neither on nor off" : enabled.value ? "on" : "off"}
    >
      <Toggle
        id="spegel-enabled"
        label="Spegel enabled"
        name="Spegel enabled"
        describedBy={classes("spegel-enabled-from", told.describedBy)}
        invalid={told.invalid}
        checked={enabled.wrong === null ? enabled.value : null}
        wrong={enabled.wrong}
        onChange={setEnabled}
      />
      {told.list}
      <OriginNote
        id="spegel-enabled-from"
        scope={scope}
        field={enabled}
        name="Spegel enabled"
        onReset={() => setEnabled(null)}
      />
      {scope.kind === "worker" ? (
        <GroupNote scope={scope} onChange={onChange} />
      ) : (
        <WriterChoice scope={scope} catalog={catalog} onChange={onChange} />
      )}
    </Section>
  );
}

/** Why a worker group has no chart values, and what becomes of those that it writes. */
function GroupNote({ scope, onChange }: Omit<SpegelSectionProps, "catalog">) {
  return (
    <>
      <p className="mt-2 text-xs text-ink-2">
        The Spegel chart is installed once per cluster, with the values of the masters. What is set here
        decides what the Kublr agent writes on this group’s nodes.
      </p>
      {scope.helmValues.from === "here" && (
        <Notice severity="warning" className="mt-2">
          <p>This group writes helm_values of its own, which no chart reads.</p>
          <Button
            small
            icon={Trash2}
            className="mt-1.5"
            onClick={(event) => {
              keepFocus(event.currentTarget);
              onChange({ kind: "remove-helm-values", scope: scope.id });
            }}
          >
            Remove them
          </Button>
        </Notice>
      )}
    </>
  );
}
