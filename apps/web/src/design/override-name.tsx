import { directoryFault, type OverrideForm, type ScopeForm } from "@lookinglass/designer";
import { useId } from "react";
import { CommittedField } from "../shell/committed-field.js";
import type { ChangeForm } from "./use-form-change.js";

interface OverrideNameProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly onChange: ChangeForm;
}

/** The registry of an override, which names its directory, and its key in the spec. */
export function OverrideName({ scope, override: { key, registry }, onChange }: OverrideNameProps) {
  const id = useId();
  return (
    <div className="border-t border-line pt-2.5 text-xs text-ink-3">
      {registry !== null && (
        <div className="flex items-start gap-2">
          <label htmlFor={id} className="pt-1">
            Registry
          </label>
          <CommittedField
            id={id}
            value={registry}
            faultOf={faultText}
            onCommit={(name) => onChange({ kind: "rename-override", scope: scope.id, key, registry: name })}
            small
            className="flex-1"
          />
        </div>
      )}
      <p className="mt-1.5">
        Key <span className="font-mono break-all">{key}</span>
      </p>
    </div>
  );
}

function faultText(name: string): string | null {
  const fault = directoryFault(name);
  if (!fault) return null;
  return fault.suggestion === undefined ? fault.message : `${fault.message} Write ${fault.suggestion}.`;
}
