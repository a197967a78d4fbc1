import type { PhaseId, Role } from "@lookinglass/designer";
import { Tabs } from "radix-ui";
import { lazy, Suspense } from "react";
import { comparing, pullPath } from "../shell/late-views.js";
import { Notice } from "../ui/notice.js";
import { Segmented } from "../ui/segmented.js";
import { failureText, filesOf } from "./fate.js";
import { FilesView } from "./files-view.js";
import type { GlassView } from "./glass-view.js";
import type { LookingGlassProps } from "./looking-glass.js";
import { lostFiles, overwritesOf, usualFixes } from "./moved-aside.js";
import { NodeFacts } from "./node-facts.js";
import { OverwriteBanner } from "./overwrite-banner.js";
import { PHASES } from "./phases.js";
import { RoleTabs } from "./role-tabs.js";
import { OlderPreview } from "./stale-notice.js";
import type { ChangeGlassView } from "./use-glass-view.js";

const CompareView = lazy(comparing);
const PullPathView = lazy(pullPath);

interface RoleViewProps extends LookingGlassProps {
  readonly role: Role;
  readonly shows: Exclude<GlassView, "overview">;
  readonly compare: PhaseId | null;
  readonly onGlass: ChangeGlassView;
}

/** One role's nodes: their files in a phase, two phases side by side, or the route of an image. */
export function RoleView(props: RoleViewProps) {
  const { role, view, onView, shows, compare } = props;
  const isCompared = shows === "files" && compare !== null;
  return (
    <Tabs.Root
      value={role.id}
      onValueChange={(id) => onView({ role: id })}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex shrink-0 flex-wrap items-center border-b border-line bg-surface">
        <RoleTabs roles={props.shown.inspection.analysis.roles} />
        {!isCompared && (
          <Segmented
            label="Phase"
            value={view.phase}
            options={PHASES}
            onChange={(phase) => onView({ phase })}
            className="mx-3 my-1 @max-[460px]:mb-2 @max-[460px]:flex-1"
          />
        )}
      </div>
      <Tabs.Content
        value={role.id}
        tabIndex={-1}
        className="flex min-h-0 flex-1 flex-col overflow-auto outline-none"
      >
        <RoleFacts {...props} isCompared={isCompared} />
        <div className="min-h-96 flex-1 border-t border-line @min-[480px]:min-h-72">
          <RoleContent {...props} />
        </div>
      </Tabs.Content>
    </Tabs.Root>
  );
}

function RoleFacts(props: RoleViewProps & { readonly isCompared: boolean }) {
  const { role, shown, view, assumptions, isCompared } = props;
  const failure = role.phases.find(({ id }) => id === view.phase)?.failure;
  return (
    <>
      {shown.stale && <OlderPreview />}
      <div className={shown.stale ? "invisible" : undefined}>
        <NodeFacts role={role} settings={shown.inspection.analysis.settings} assumptions={assumptions} />
      </div>
      {/* Side by side the files themselves show what becomes of them, and need the room. */}
      {!isCompared && <MovedAside key={role.id} {...props} />}
      {failure && (
        <Notice severity="error" className="mx-3 mb-3">
          {failureText(failure)}
        </Notice>
      )}
    </>
  );
}

function MovedAside({ role, shown: { inspection, stale }, onFix }: RoleViewProps) {
  const { analysis, checked } = inspection;
  const problem = checked && overwritesOf(role, checked.diagnostics);
  const paths = lostFiles(role, analysis.spegel);
  const isShown = checked ? problem !== null : paths.length > 0;
  if (!isShown) return null;
  return (
    <OverwriteBanner
      paths={paths}
      problem={problem}
      usual={usualFixes(paths, analysis.spegel)}
      onFix={onFix}
      stale={stale}
    />
  );
}

function RoleContent(props: RoleViewProps) {
  const { role, shown, view, onView, onReveal, onRevealRange, shows, compare, onGlass } = props;
  if (shows === "pull-path") {
    return (
      <Suspense fallback={null}>
        <PullPathView
          analysis={shown.inspection.analysis}
          role={role}
          phase={view.phase}
          onFile={(file) => onGlass({ file, shows: "files", compare: null })}
        />
      </Suspense>
    );
  }
  if (compare !== null) {
    return (
      <Suspense fallback={<p className="p-4 text-ink-3">Loading…</p>}>
        <CompareView
          role={role}
          phases={{ compare, phase: view.phase }}
          file={view.file}
          onChange={onGlass}
        />
      </Suspense>
    );
  }
  return (
    <FilesView
      inspection={shown.inspection}
      role={role}
      phase={view.phase}
      files={filesOf(role, view.phase)}
      wanted={view.file}
      onFile={(file) => onView({ file })}
      stale={shown.stale}
      onReveal={onReveal}
      onRevealRange={shown.stale ? undefined : onRevealRange}
    />
  );
}
