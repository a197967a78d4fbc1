import type { ResolvedSettings, Role } from "@lookinglass/designer";
import type { ReactNode } from "react";

interface NodeFactsProps {
  readonly role: Role;
  readonly settings: ResolvedSettings;
  /** Opens what is assumed; left out where it cannot be changed. */
  readonly assumptions?: ReactNode;
}

/** Which node is shown, and what is assumed of it. */
export function NodeFacts({ role, settings, assumptions }: NodeFactsProps) {
  const [node] = role.sampleNodes;
  return (
    <p className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1 text-xs text-ink-2">
      {node && (
        <span>
          Node <span className="font-mono text-ink">{node.address}</span>
        </span>
      )}
      <span>agent {settings.agentVersion}</span>
      <span>{role.runtime === "containerd" ? `containerd ${settings.containerdVersion}` : role.runtime}</span>
      <span>Spegel {role.spegel.chartDeployed ? settings.spegelVersion : "not deployed"}</span>
      {assumptions}
    </p>
  );
}
