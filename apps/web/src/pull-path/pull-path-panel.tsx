import type { Analysis, PhaseId, Role } from "@lookinglass/designer";
import { type ReactNode, useCallback, useMemo } from "react";
import { Link } from "wouter";
import { Notice } from "../ui/notice.js";
import { ConditionSwitches } from "./condition-switches.js";
import { ImageField } from "./image-field.js";
import type { PullRoute } from "./pull-route.js";
import { RouteMap } from "./route-map.js";
import { usePullRoute } from "./use-pull-route.js";
import { usePullView } from "./use-pull-view.js";
import { useTypedText } from "./use-typed-text.js";
import { Verdict } from "./verdict.js";
import { VerifyCommands } from "./verify-commands.js";

interface PullPathPanelProps {
  readonly analysis: Analysis;
  readonly role: Role;
  readonly phase: PhaseId;
  /** The control that leads to the other views of the role. */
  readonly chooser: ReactNode;
  /** Shows a file of certs.d. */
  readonly onFile: (path: string) => void;
}

const NO_MIRRORS: readonly string[] = [];

/** Which endpoints a node asks for an image, who answers, and what happens when some do not. */
export function PullPathPanel(props: PullPathPanelProps) {
  const { analysis, role, phase, chooser, onFile } = props;
  const [{ image: kept, conditions }, changeView] = usePullView();
  const keep = useCallback((image: string) => changeView({ image }, { replace: true }), [changeView]);
  const [image, type] = useTypedText(kept, keep);
  const question = useMemo(
    () => ({ role: role.id, phase, image, conditions }),
    [role.id, phase, image, conditions],
  );
  const { answer, failure } = usePullRoute(analysis, question);
  const route = answer && !("error" in answer) ? answer : null;
  const problem = answer && "error" in answer ? answer.error.message : null;
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-3 pb-2">
        {chooser}
        <ImageField value={image} onChange={type} problem={problem} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto bg-surface">
        <div className="max-w-180 px-3 pt-2 pb-6">
          <ConditionSwitches
            conditions={conditions}
            mirrors={route?.mirrors ?? NO_MIRRORS}
            onChange={(next) => changeView({ conditions: next }, { replace: true })}
          />
          {failure && (
            <Notice severity="error" className="mt-3">
              The engine failed: {failure.message}
            </Notice>
          )}
          {role.runtime !== "containerd" && <OtherRuntime role={role} />}
          {route && <Route route={route} role={role} onFile={onFile} />}
        </div>
      </div>
    </>
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
              <span className="font-mono text-xs break-all">{route.reference}</span>
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
