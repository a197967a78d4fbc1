import { useMemo } from "react";
import { useDocument } from "../document/document-context.js";
import { originText } from "../document/origin-text.js";
import { ProblemCount } from "../problems/problem-count.js";
import { type AreaProps, Design, Glass, Problems, Scope, Spec } from "./areas.js";
import { Pane } from "./pane.js";
import { PaneTabs } from "./pane-tabs.js";
import { ProblemDock } from "./problem-dock.js";
import { Splitter } from "./splitter.js";
import { useLayout } from "./use-layout.js";
import { useStored } from "./use-stored.js";
import type { WorkbenchState } from "./use-workbench.js";

/** The areas of the page, laid out for the width that there is. */
export function Panes({ workbench }: AreaProps) {
  const layout = useLayout();
  const { baseline, origin } = useDocument();
  const { diagnostics, current, awaitsExample } = workbench;
  const name = awaitsExample ? "" : originText(origin);
  const opened = useMemo(() => ({ baseline, name }), [baseline, name]);
  if (layout === "one") return <OneColumn workbench={workbench} />;
  return (
    <>
      <div className="flex min-h-0 flex-1">
        {layout === "three" ? <ThreeColumns workbench={workbench} /> : <TwoColumns workbench={workbench} />}
      </div>
      <ProblemDock diagnostics={diagnostics} current={current} opened={opened}>
        <Problems workbench={workbench} />
      </ProblemDock>
    </>
  );
}

function ThreeColumns({ workbench }: AreaProps) {
  const [[first, second], setSplit] = useStored("split", readSplit);
  return (
    <>
      <div style={{ width: `${first}%` }} className="min-w-0 shrink-0">
        <Pane title="Design" tools={<Scope workbench={workbench} />}>
          <Design workbench={workbench} />
        </Pane>
      </div>
      <Splitter
        label="Width of Design"
        value={first}
        min={20}
        max={45}
        onChange={(next) => setSplit([next, second])}
      />
      <div style={{ width: `${second - first}%` }} className="min-w-0 shrink-0">
        <Pane title="Spec">
          <Spec workbench={workbench} />
        </Pane>
      </div>
      <Splitter
        label="Width of Design and Spec"
        value={second}
        min={first + 15}
        max={80}
        onChange={(next) => setSplit([first, next])}
      />
      <div className="min-w-0 flex-1">
        <Pane title="Looking glass">
          <Glass workbench={workbench} />
        </Pane>
      </div>
    </>
  );
}

/** Right edges of Design and Spec in percent of the width. */
function readSplit(stored: unknown): readonly [number, number] {
  if (Array.isArray(stored)) {
    const [first, second] = stored;
    if (typeof first === "number" && typeof second === "number") return [first, second];
  }
  return [28, 61];
}

function TwoColumns({ workbench }: AreaProps) {
  const { view, changeView } = workbench;
  return (
    <div className="grid min-w-0 flex-1 grid-cols-2">
      <div className="min-h-0 min-w-0 border-r border-line bg-surface">
        <PaneTabs
          label="Areas"
          value={view.pane === "spec" ? "spec" : "design"}
          onChange={(pane) => changeView({ pane }, { replace: true })}
          tabs={[designTab(workbench), specTab(workbench)]}
        />
      </div>
      <div className="min-h-0 min-w-0">
        <Pane title="Looking glass">
          <Glass workbench={workbench} />
        </Pane>
      </div>
    </div>
  );
}

function OneColumn({ workbench }: AreaProps) {
  const { view, changeView, diagnostics } = workbench;
  return (
    <div className="min-h-0 flex-1 bg-surface">
      <PaneTabs
        label="Areas"
        value={view.pane}
        onChange={(pane) => changeView({ pane }, { replace: true })}
        tabs={[
          designTab(workbench),
          specTab(workbench),
          { id: "glass", title: "Looking glass", content: <Glass workbench={workbench} /> },
          {
            id: "problems",
            title: "Problems",
            badge: <ProblemCount diagnostics={diagnostics} />,
            content: (
              <div className="h-full overflow-auto">
                <Problems workbench={workbench} />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

function designTab(workbench: WorkbenchState) {
  const content = (
    <div className="flex h-full flex-col">
      <div className="flex h-11 shrink-0 items-center border-b border-line px-4">
        <Scope workbench={workbench} />
      </div>
      <div className="min-h-0 flex-1">
        <Design workbench={workbench} />
      </div>
    </div>
  );
  return { id: "design", title: "Design", content } as const;
}

function specTab(workbench: WorkbenchState) {
  return { id: "spec", title: "Spec", content: <Spec workbench={workbench} /> } as const;
}
