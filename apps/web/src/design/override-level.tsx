import type { OverrideForm, ScopeForm } from "@lookinglass/designer";
import { Copy, FileX } from "lucide-react";
import { Button } from "../ui/button.js";
import type { ChangeForm } from "./use-form-change.js";

interface OverrideLevelProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly inherited: boolean;
  readonly onChange: ChangeForm;
}

/** Which level an override is written at, and what a change here does not touch. */
export function OverrideLevel({ scope, override, inherited, onChange }: OverrideLevelProps) {
  const nodes = scope.kind === "master" ? "the masters" : scope.title;
  if (inherited) {
    const { key } = override;
    return (
      <div className="rounded-md bg-sunken p-2.5 text-xs text-ink-2">
        <p>
          Inherited from the whole cluster. Your own copy for {nodes} leaves the cluster’s and all other nodes
          as they are. A group cannot delete an override, but it can make it empty: then no file is written on
          its nodes.
        </p>
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button small icon={Copy} onClick={() => onChange({ kind: "copy-override", scope: scope.id, key })}>
            Override for this group
          </Button>
          {override.content !== "" && (
            <Button
              small
              icon={FileX}
              onClick={() => onChange({ kind: "empty-override", scope: scope.id, key })}
            >
              No file for this group
            </Button>
          )}
        </div>
      </div>
    );
  }
  if (override.coversCluster) {
    return <p className="text-xs text-ink-2">Own copy of {nodes}: the cluster’s is not used here.</p>;
  }
  if (override.overruledBy.length === 0) return null;
  return (
    <p className="text-xs text-warning">
      {override.overruledBy.join(", ")} {override.overruledBy.length > 1 ? "have" : "has"} an own copy:
      changes here do not reach there.
    </p>
  );
}
