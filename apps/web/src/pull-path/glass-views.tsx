import type { Analysis, PhaseId, Role } from "@lookinglass/designer";
import type { ReactNode } from "react";
import { useSearchParams } from "wouter";
import { writeView } from "../shell/view-state.js";
import { Segmented } from "../ui/segmented.js";
import { PullPathPanel } from "./pull-path-panel.js";
import { type GlassView, writePullView } from "./pull-view.js";
import { usePullView } from "./use-pull-view.js";

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
  const [, setParams] = useSearchParams();
  // One step of the browser's history: the file, and the view that shows it.
  const showFile = (file: string) =>
    setParams((params) => writePullView(writeView(params, { file }), { shows: "files" }));
  const chooser = (
    <Segmented label="View" value={shows} options={VIEWS} onChange={(next) => changeView({ shows: next })} />
  );
  if (shows === "pull-path") {
    return (
      <PullPathPanel analysis={analysis} role={role} phase={phase} chooser={chooser} onFile={showFile} />
    );
  }
  return (
    <>
      <div className="shrink-0 px-3 pb-2">{chooser}</div>
      <div className="min-h-0 flex-1 border-t border-line">{children}</div>
    </>
  );
}
