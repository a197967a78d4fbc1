import type { Analysis, PhaseId, Role } from "@lookinglass/designer";
import type { ReactNode } from "react";
import { Segmented } from "../ui/segmented.js";
import { PullPathPanel } from "./pull-path-panel.js";
import type { GlassView } from "./pull-view.js";
import { usePullView } from "./use-pull-view.js";

interface GlassViewsProps {
  readonly analysis: Analysis;
  readonly role: Role;
  readonly phase: PhaseId;
  readonly onFile: (path: string) => void;
  /** The files of the role. */
  readonly children: ReactNode;
}

const VIEWS: readonly { readonly value: GlassView; readonly label: string }[] = [
  { value: "files", label: "Files" },
  { value: "pull-path", label: "Pull path" },
];

/** The two ways to look at a role: its files, or the route that an image takes by them. */
export function GlassViews({ analysis, role, phase, onFile, children }: GlassViewsProps) {
  const [{ shows }, changeView] = usePullView();
  const showFile = (path: string) => {
    onFile(path);
    changeView({ shows: "files" });
  };
  return (
    <>
      <div className="shrink-0 px-3 pb-2">
        <Segmented
          label="View"
          value={shows}
          options={VIEWS}
          onChange={(next) => changeView({ shows: next })}
        />
      </div>
      <div className="min-h-0 flex-1 border-t border-line">
        {shows === "files" ? (
          children
        ) : (
          <PullPathPanel analysis={analysis} role={role} phase={phase} onFile={showFile} />
        )}
      </div>
    </>
  );
}
