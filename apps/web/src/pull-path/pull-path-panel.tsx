import type { Role } from "@lookinglass/designer";
import { Link } from "wouter";
import { Notice } from "../ui/notice.js";
import { ConditionSwitches } from "./condition-switches.js";
import type { PullRoute } from "./pull-route.js";
import { RouteMap } from "./route-map.js";
import type { Trace } from "./use-trace.js";
import { Verdict } from "./verdict.js";
import { VerifyCommands } from "./verify-commands.js";

interface PullPathPanelProps {
  readonly trace: Trace;
  readonly role: Role;
  /** Shows a file of certs.d. */
  readonly onFile: (path: string) => void;
}

const NO_MIRRORS: readonly string[] = [];

/** Which endpoints a node asks for an image, who answers, and what happens when some do not. */
export function PullPathPanel({ trace, role, onFile }: PullPathPanelProps) {
  const { conditions, changeConditions, route, problem, failure } = trace;
  return (
    <div className="h-full overflow-auto bg-surface">
      <div className="max-w-180 px-3 pt-2 pb-6">
        <h2 className="sr-only">Pull path</h2>
        <ConditionSwitches
          conditions={conditions}
          mirrors={route?.mirrors ?? NO_MIRRORS}
          onChange={changeConditions}
        />
        {failure && (
          <Notice severity="error" className="mt-3">
            The engine failed: {failure.message}
          </Notice>
        )}
        {role.runtime !== "containerd" && <OtherRuntime role={role} />}
        {route && <Route route={route} role={role} onFile={onFile} />}
        {problem && (
          <p className="mt-6 text-center text-ink-2">No route: containerd refuses this image reference.</p>
        )}
      </div>
    </div>
  );
}

function OtherRuntime({ role }: { readonly role: Role }) {
  return (
    <Notice severity="warning" className="mt-3">
      {role.title} runs {role.runtime}, which does not read certs.d. This is what containerd would do.
    </Notice>
  );
}

interface RouteProps {
  readonly route: PullRoute;
  readonly role: Role;
  readonly onFile: (path: string) => void;
}

function Route({ route, role, onFile }: RouteProps) {
  const [node] = role.sampleNodes;
  return (
    <div className="mt-3 space-y-4">
      <Verdict route={route} onFile={onFile} />
      {route.path.steps.length > 0 && (
        <RouteMap
          route={route}
          node={
            <>
              <span className="font-medium">{role.title}</span>{" "}
              {node && <span className="font-mono text-xs">{node.address}</span>} asks for{" "}
              <span className="font-mono text-xs wrap-anywhere">{route.reference}</span>
            </>
          }
        />
      )}
      <VerifyCommands reference={route.reference}>
        <p className="mt-2 text-xs text-ink-2">
          Another answer on the node?{" "}
          <Link
            href={`/inspect?${new URLSearchParams({ image: route.reference })}`}
            className="text-focus underline"
          >
            Inspect the files that are really there
          </Link>
        </p>
      </VerifyCommands>
    </div>
  );
}
