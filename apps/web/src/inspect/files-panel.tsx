import type { FileFinding } from "@lookinglass/designer";
import { FilePlus2 } from "lucide-react";
import { Button } from "../ui/button.js";
import { useToast } from "../ui/toasts.js";
import { FileCard } from "./file-card.js";
import { type NodeFileText, pathBelowCertsD, pathProblem, withFiles } from "./node-files.js";
import { PasteBox } from "./paste-box.js";
import { SAMPLE_FILES } from "./sample-files.js";
import type { ChangeFiles } from "./use-node-files.js";

interface FilesPanelProps {
  readonly files: readonly NodeFileText[];
  readonly onChange: ChangeFiles;
  readonly findings: readonly FileFinding[];
  /** The file that containerd reads for the image; null: none. Undefined while there is no answer. */
  readonly read: string | null | undefined;
}

/** The files of the node. */
export function FilesPanel({ files, onChange, findings, read }: FilesPanelProps) {
  const toast = useToast();
  const take = (pasted: readonly Pick<NodeFileText, "path" | "text">[]) => {
    const step = onChange(withFiles(files, pasted));
    toast(pasted.length === 1 ? "Added 1 file." : `Added ${pasted.length} files.`, step);
  };
  const remove = (file: NodeFileText) => {
    const step = onChange(files.filter((other) => other !== file));
    toast(`Removed ${file.path || "the file"}.`, step);
  };
  return (
    <div className="space-y-3">
      <PasteBox onFiles={take} />
      {files.length > 0 && (
        <ul aria-label="Files" className="space-y-3">
          {files.map((file) => (
            <FileCard
              key={file.id}
              file={file}
              problem={pathProblem(files, file)}
              findings={worstFirst(findings.filter((finding) => finding.file === pathBelowCertsD(file.path)))}
              isRead={read === undefined ? null : read === pathBelowCertsD(file.path)}
              onChange={(changed) => onChange(files.map((other) => (other === file ? changed : other)))}
              onRemove={() => remove(file)}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button small icon={FilePlus2} onClick={() => onChange(withFiles(files, [{ path: "", text: "" }]))}>
          Add a file
        </Button>
        {files.length === 0 && (
          <Button small look="quiet" onClick={() => onChange(withFiles(files, SAMPLE_FILES))}>
            Try with sample files
          </Button>
        )}
      </div>
    </div>
  );
}

const SEVERITIES: readonly FileFinding["severity"][] = ["error", "warning", "info"];

/** The worst first, then by place. */
function worstFirst(findings: readonly FileFinding[]): readonly FileFinding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
