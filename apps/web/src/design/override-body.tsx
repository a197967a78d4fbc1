import type { Diagnostic, OverrideForm, ScopeForm, SpecPreview } from "@lookinglass/designer";
import { useState } from "react";
import { Segmented } from "../ui/segmented.js";
import { splitProblems } from "./entry-problems.js";
import { FieldProblems } from "./field-problem.js";
import { LiveTextArea } from "./live-field.js";
import { MirrorList } from "./mirror-list.js";
import { OverrideLevel } from "./override-level.js";
import { OverrideName } from "./override-name.js";
import { OverridePlace } from "./override-place.js";
import type { ChangeForm } from "./use-form-change.js";

interface OverrideBodyProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly analysis: SpecPreview;
  readonly problems: readonly Diagnostic[];
  readonly onChange: ChangeForm;
  /** It is the cluster's, seen from a group: shown, not changed. */
  readonly inherited: boolean;
}

const VIEWS = [
  { value: "mirrors", label: "Mirrors" },
  { value: "template", label: "Template" },
] as const;

/** Where an override's file lands, and its content as mirrors or as the template's text. */
export default function OverrideBody(props: OverrideBodyProps) {
  const { scope, override, analysis, problems, onChange, inherited } = props;
  const { hosts } = override;
  const [wanted, setWanted] = useState<"mirrors" | "template">("mirrors");
  const view = hosts.form === "raw" ? "template" : wanted;
  const { entries, rest } = splitProblems(override, problems);
  const told = view === "mirrors" ? rest : problems;
  return (
    <div className="space-y-3">
      <OverridePlace override={override} analysis={analysis} />
      <OverrideLevel scope={scope} override={override} inherited={inherited} onChange={onChange} />
      {hosts.form === "structured" ? (
        <Segmented label="Show as" value={view} options={VIEWS} onChange={setWanted} />
      ) : (
        <p className="text-xs text-ink-2">
          Edited as a template, because the mirrors cannot be told apart: {hosts.reason}
        </p>
      )}
      {view === "mirrors" && hosts.form === "structured" ? (
        <MirrorList
          scope={scope}
          override={override}
          hosts={hosts}
          readOnly={inherited}
          problems={entries}
          containerdVersion={analysis.settings.containerdVersion}
          onChange={(change, mergeKey) =>
            onChange(
              { kind: "change-mirrors", scope: scope.id, key: override.key, change },
              mergeKey && `${mergeKey} ${scope.id} ${override.key}`,
            )
          }
        />
      ) : (
        <TemplateText
          scope={scope}
          override={override}
          invalid={hasError(problems)}
          readOnly={inherited}
          onChange={onChange}
        />
      )}
      <fieldset disabled={inherited} className="min-w-0">
        <FieldProblems id={`override-${override.key}-problems`} problems={told} />
      </fieldset>
      {!inherited && <OverrideName scope={scope} override={override} onChange={onChange} />}
    </div>
  );
}

function hasError(problems: readonly Diagnostic[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

interface TemplateTextProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly invalid: boolean;
  readonly readOnly: boolean;
  readonly onChange: ChangeForm;
}

function TemplateText({ scope, override, invalid, readOnly, onChange }: TemplateTextProps) {
  const { key, registry, target, content } = override;
  return (
    <LiveTextArea
      aria-label={`Template of ${registry ?? target}`}
      aria-invalid={invalid}
      readOnly={readOnly}
      aria-describedby={`override-${key}-problems`}
      rows={Math.min(16, Math.max(5, content.split("\n").length + 1))}
      value={content}
      write={(value) =>
        onChange(
          { kind: "set-override-content", scope: scope.id, key, content: value },
          `content ${scope.id} ${key}`,
        )
      }
    />
  );
}
