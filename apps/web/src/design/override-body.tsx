import type { Diagnostic, OverrideForm, ScopeForm } from "@lookinglass/designer";
import { useId, useState } from "react";
import { Segmented } from "../ui/segmented.js";
import { FieldProblems } from "./field-problem.js";
import { LiveField, LiveTextArea } from "./live-field.js";
import { MirrorList } from "./mirror-list.js";
import type { ChangeForm } from "./use-form-change.js";

interface OverrideBodyProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly problems: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

const VIEWS = [
  { value: "mirrors", label: "Mirrors" },
  { value: "template", label: "Template" },
] as const;

/** The registry of an override, and its content as mirrors or as the template's text. */
export function OverrideBody({ scope, override, problems, onChange }: OverrideBodyProps) {
  const { key, registry, hosts, content } = override;
  const registryId = useId();
  const [wanted, setWanted] = useState<"mirrors" | "template">("mirrors");
  const view = hosts.form === "raw" ? "template" : wanted;
  return (
    <div className="space-y-3">
      {registry !== null && (
        <label htmlFor={registryId} className="block text-xs text-ink-2">
          Registry
          <LiveField
            id={registryId}
            value={registry}
            write={(value) =>
              onChange(
                { kind: "rename-override", scope: scope.id, key, registry: value },
                `registry ${scope.id} ${key}`,
              )
            }
            className="mt-1 block w-full text-ink"
          />
        </label>
      )}
      <FieldProblems id={`override-${key}-problems`} problems={problems} />
      {hosts.form === "structured" ? (
        <Segmented label="Show as" value={view} options={VIEWS} onChange={setWanted} />
      ) : (
        <p className="text-xs text-ink-2">Edited as a template. {hosts.reason}</p>
      )}
      {view === "mirrors" && hosts.form === "structured" ? (
        <MirrorList
          server={hosts.server}
          mirrors={hosts.mirrors}
          onChange={(change, mergeKey) =>
            onChange(
              { kind: "change-mirrors", scope: scope.id, key, change },
              mergeKey && `${mergeKey} ${scope.id} ${key}`,
            )
          }
        />
      ) : (
        <LiveTextArea
          aria-label={`Template of ${registry ?? override.target}`}
          rows={Math.min(16, Math.max(5, content.split("\n").length + 1))}
          value={content}
          write={(value) =>
            onChange(
              { kind: "set-override-content", scope: scope.id, key, content: value },
              `content ${scope.id} ${key}`,
            )
          }
        />
      )}
      <p className="text-xs text-ink-3">
        Key <span className="font-mono">{key}</span>
      </p>
    </div>
  );
}
