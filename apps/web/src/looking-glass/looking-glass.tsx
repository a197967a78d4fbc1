import type { Fix, Role, SpecPath } from "@lookinglass/designer";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import type { ShownInspection } from "../engine/shown-inspection.js";
import { GlassViews } from "../pull-path/glass-views.js";
import type { ViewState } from "../shell/view-state.js";
import { Notice } from "../ui/notice.js";
import { Segmented } from "../ui/segmented.js";
import { filesOf } from "./fate.js";
import { FilePane } from "./file-pane.js";
import { chooseFile } from "./file-tree.js";
import { NodeFacts } from "./node-facts.js";
import { OverwriteBanner, overwritesOf } from "./overwrite-banner.js";
import { PHASES } from "./phases.js";
import { RoleTabs } from "./role-tabs.js";
import { TreeView } from "./tree-view.js";

interface LookingGlassProps {
  readonly shown: ShownInspection;
  readonly view: Pick<ViewState, "role" | "phase" | "file">;
  readonly onView: (change: Partial<ViewState>) => void;
  readonly onFix?: (fix: Fix) => void;
  readonly onReveal?: (path: SpecPath) => void;
  /** The control that shows and changes what is assumed. */
  readonly assumptions?: ReactNode;
}

/** What each kind of node has under certs.d, before and after Spegel starts. */
export function LookingGlass(props: LookingGlassProps) {
  const { analysis } = props.shown.inspection;
  const role = analysis.roles.find(({ id }) => id === props.view.role) ?? analysis.roles[0];
  if (!role) return <NoCluster />;
  return (
    <Tabs.Root
      value={role.id}
      onValueChange={(id) => props.onView({ role: id })}
      className="flex h-full min-h-0 flex-col"
    >
      <div className="flex shrink-0 flex-wrap items-center border-b border-line bg-surface">
        <RoleTabs roles={analysis.roles} />
        <Segmented
          label="Phase"
          value={props.view.phase}
          options={PHASES}
          onChange={(phase) => props.onView({ phase })}
          className="mx-3 my-1 @max-[460px]:mb-2 @max-[460px]:flex-1"
        />
      </div>
      <Tabs.Content value={role.id} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <RoleContent {...props} role={role} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

function RoleContent({
  role,
  shown,
  view,
  onView,
  onFix,
  onReveal,
  assumptions,
}: LookingGlassProps & { role: Role }) {
  const { analysis } = shown.inspection;
  const files = filesOf(role, view.phase);
  const file = chooseFile(files, view.file);
  const failure = role.phases.find(({ id }) => id === view.phase)?.failure;
  return (
    <>
      <NodeFacts role={role} settings={analysis.settings} assumptions={assumptions} />
      {shown.stale && (
        <Notice severity="info" className="mx-3 mb-3">
          The YAML does not parse at the moment. This is the preview of the last text that did.
        </Notice>
      )}
      {overwritesOf(role, analysis.diagnostics).map((diagnostic) => (
        <OverwriteBanner
          key={diagnostic.path.join("/")}
          diagnostic={diagnostic}
          onFix={shown.stale ? undefined : onFix}
        />
      ))}
      {failure && (
        <Notice severity="error" className="mx-3 mb-3">
          {failure}
        </Notice>
      )}
      <GlassViews analysis={analysis} role={role} phase={view.phase}>
        <div className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] @min-[480px]:grid-cols-[minmax(160px,34%)_minmax(0,1fr)] @min-[480px]:grid-rows-1">
          <div className="max-h-44 overflow-auto border-b border-line bg-surface @min-[480px]:max-h-none @min-[480px]:border-r @min-[480px]:border-b-0">
            <p className="px-3 pt-2.5 font-mono text-xs text-ink-3">/etc/containerd/certs.d</p>
            <TreeView
              files={files}
              selected={file?.path ?? null}
              onSelect={(path) => onView({ file: path })}
            />
            {files.length === 0 && (
              <p className="px-3 pb-3 text-xs text-ink-3">
                No files: every pull goes straight to its registry.
              </p>
            )}
          </div>
          {file && (
            <FilePane
              role={role}
              phase={view.phase}
              file={file}
              onReveal={shown.stale ? undefined : onReveal}
            />
          )}
        </div>
      </GlassViews>
    </>
  );
}

function NoCluster() {
  return (
    <div className="m-auto max-w-80 p-6 text-center text-ink-2">
      <p className="font-medium text-ink">No cluster to look at</p>
      <p className="mt-1">
        The text holds no <code className="font-mono text-xs">kind: Cluster</code> document and no{" "}
        <code className="font-mono text-xs">spec:</code>. Import a cluster spec or open an example.
      </p>
    </div>
  );
}
