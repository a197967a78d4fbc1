import type { Analysis, PhaseId, Role } from "@lookinglass/designer";
import type { ReactNode } from "react";
import { useUrlParams } from "../shell/use-url-params.js";
import { writeView } from "../shell/view-state.js";
import { Segmented } from "../ui/segmented.js";
import { ImageField } from "./image-field.js";
import { PullPathPanel } from "./pull-path-panel.js";
import { type GlassView, writePullView } from "./pull-view.js";
import { usePullView } from "./use-pull-view.js";
import { useTrace } from "./use-trace.js";

interface GlassViewsProps {
  readonly analysis: Analysis;
  readonly role: Role;
  readonly phase: PhaseId;
  /** The files of the role. */
  readonly children: ReactNode;
}

const VIEWS: readonly { readonly value: GlassView; readonly label: string }[] = [
  { value: "files", label: "Files" },
  { value: "pull-path", label: "Pull path" },
];

/** The two ways to look at a role: its files, or the route that an image takes by them. */
export function GlassViews({ analysis, role, phase, children }: GlassViewsProps) {
  const [{ shows }, changeView] = usePullView();
  const [, setParams] = useUrlParams();
  // One step of the browser's history: the file, and the view that shows it.
  const showFile = (file: string) =>
    setParams((params) => writePullView(writeView(params, { file }), { shows: "files" }));
  const trace = useTrace(analysis, role.id, phase);
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-3 pb-2">
        <Segmented
          label="View"
          value={shows}
          options={VIEWS}
          onChange={(next) => changeView({ shows: next })}
        />
        {shows === "pull-path" && (
          <ImageField value={trace.image} onChange={trace.typeImage} problem={trace.problem} />
        )}
      </div>
      <div className="min-h-0 flex-1">
        {shows === "files" ? children : <PullPathPanel trace={trace} role={role} onFile={showFile} />}
      </div>
    </>
  );
}
