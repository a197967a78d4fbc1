import type { NodeFile, PhaseId, Role, SpecPath, TextRange } from "@lookinglass/designer";
import type { Inspection } from "../engine/inspection.js";
import { FileLines } from "./file-lines.js";
import { FilePane } from "./file-pane.js";
import { chooseFile } from "./file-tree.js";
import { TreeView } from "./tree-view.js";

interface FilesViewProps {
  readonly inspection: Inspection;
  readonly role: Role;
  readonly phase: PhaseId;
  readonly files: readonly NodeFile[];
  /** Path of the file to show, where it exists. */
  readonly wanted: string | null;
  /** The text does not parse at the moment: places in it are not known. */
  readonly stale: boolean;
  readonly onFile: (path: string) => void;
  readonly onReveal: ((path: SpecPath) => void) | undefined;
  readonly onRevealRange: ((range: TextRange) => void) | undefined;
}

/** The certs.d directory of a role's nodes, and one of its files. */
export function FilesView(props: FilesViewProps) {
  const { inspection, role, phase, files, wanted, stale, onFile, onReveal, onRevealRange } = props;
  const file = chooseFile(files, wanted);
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] @min-[480px]:grid-cols-[minmax(160px,34%)_minmax(0,1fr)] @min-[480px]:grid-rows-1">
      <div className="max-h-44 short:max-h-none overflow-auto border-b border-line bg-surface @min-[480px]:max-h-none @min-[480px]:border-r @min-[480px]:border-b-0">
        <p className="px-3 pt-2.5 font-mono text-xs text-ink-3">
          /etc/containerd/
          <wbr />
          certs.d
        </p>
        <TreeView files={files} selected={file?.path ?? null} onSelect={onFile} />
        {files.length === 0 && (
          <p className="px-3 pb-3 text-xs text-ink-3">No files: every pull goes straight to its registry.</p>
        )}
      </div>
      {file && (
        <FilePane role={role} phase={phase} file={file} stale={stale} onReveal={onReveal}>
          <FileLines
            // Which line was chosen is no concern of another file.
            key={`${role.id} ${phase} ${file.path}`}
            inspection={inspection}
            role={role}
            phase={phase}
            file={file}
            onReveal={onRevealRange}
          />
        </FilePane>
      )}
    </div>
  );
}
