import { directoryFault, type OverrideForm, type ScopeForm } from "@lookinglass/designer";
import { useId, useState } from "react";
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
  const [typed, setTyped] = useState<string | null>(null);
  const fault = registry === null ? null : directoryFault((typed ?? registry).trim());
  return (
    <div className="border-t border-line pt-2.5 text-xs text-ink-3">
      {registry !== null && (
        <div className="flex items-center gap-2">
          <label htmlFor={id}>Registry</label>
          <CommittedField
            id={id}
            value={registry}
            isValid={(name) => directoryFault(name) === null}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onCommit={(name) => {
              setTyped(null);
              onChange({ kind: "rename-override", scope: scope.id, key, registry: name });
            }}
            className="h-6.5 flex-1"
          />
        </div>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 text-error">
          {fault.message}
          {fault.suggestion !== undefined && (
            <>
              {" "}
              Write <span className="font-mono">{fault.suggestion}</span>.
            </>
          )}
        </p>
      )}
      <p className="mt-1.5">
        Key <span className="font-mono break-all">{key}</span>
      </p>
    </div>
  );
}
