import type { Diagnostic } from "@lookinglass/designer";
import { useEffect, useState } from "react";
import { useInspection } from "../engine/use-inspection.js";
import { LookingGlass } from "../looking-glass/looking-glass.js";
import { ProblemCount } from "../problems/problem-count.js";
import { ProblemList } from "../problems/problem-list.js";
import { PaneTabs } from "../shell/pane-tabs.js";
import { ProblemDock } from "../shell/problem-dock.js";
import { useLayout } from "../shell/use-layout.js";
import { useView } from "../shell/use-view.js";
import { PlainYaml, type RevealedLine } from "../spec-editor/plain-yaml.js";
import type { LinkedSpec } from "./link/write-link.js";
import { SharedHeader } from "./shared-header.js";

interface SharedPreviewProps {
  /** Of the short link; null for a link that carries the spec. */
  readonly id: string | null;
  readonly linked: LinkedSpec;
  /** What kind of share it is, and how long it lasts. */
  readonly note: string;
}

/** What somebody shared, to be read: the spec, what the nodes get, and the problems. */
export function SharedPreview({ id, linked, note }: SharedPreviewProps) {
  const { shown, newest, failure } = useInspection(linked.spec, linked.settings);
  const [view, changeView] = useView();
  const [line, setLine] = useState<RevealedLine | null>(null);
  const layout = useLayout();
  const title = linked.title ?? shown?.inspection.analysis.cluster.name ?? "Shared preview";
  useEffect(() => {
    document.title = `${title} · Lookinglass`;
  }, [title]);
  const reveal = ({ range }: Diagnostic) => {
    changeView({ pane: "spec" }, { replace: true });
    setLine({ number: range.start.line });
  };
  const glass = (
    <section aria-label="Looking glass" className="@container h-full min-h-0 bg-surface" aria-busy={!shown}>
      {shown && <LookingGlass shown={shown} view={view} onView={changeView} />}
      {failure && !shown && <p className="p-4 text-error">The preview failed: {failure.message}</p>}
    </section>
  );
  const spec = <PlainYaml text={linked.spec} label="Shared cluster spec, read-only" reveal={line} />;
  const diagnostics = newest?.checked?.diagnostics ?? null;
  const problems = (
    <ProblemList diagnostics={diagnostics} failure={failure} onReveal={reveal} onFix={undefined} />
  );
  return (
    <div className="flex h-full flex-col">
      <SharedHeader id={id} linked={linked} title={title} note={note} />
      <main className="flex min-h-0 flex-1 flex-col">
        {layout === "one" ? (
          <PaneTabs
            label="Areas"
            value={view.pane === "spec" || view.pane === "problems" ? view.pane : "glass"}
            onChange={(pane) => changeView({ pane }, { replace: true })}
            tabs={[
              { id: "glass", title: "Looking glass", content: glass },
              { id: "spec", title: "Spec", content: spec },
              {
                id: "problems",
                title: "Problems",
                badge: <ProblemCount diagnostics={diagnostics} />,
                content: <div className="h-full overflow-auto">{problems}</div>,
              },
            ]}
          />
        ) : (
          <>
            <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
              <section aria-label="Spec" className="min-h-0 border-r border-line">
                {spec}
              </section>
              {glass}
            </div>
            <ProblemDock diagnostics={diagnostics} current={diagnostics !== null} opened={null}>
              {problems}
            </ProblemDock>
          </>
        )}
      </main>
    </div>
  );
}
