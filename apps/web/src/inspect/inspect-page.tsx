import { isContainerdVersion } from "@lookinglass/containerd";
import { DEFAULT_CONTAINERD_VERSION } from "@lookinglass/designer";
import { useCallback, useMemo } from "react";
import { ImageField } from "../pull-path/image-field.js";
import { useTypedText } from "../pull-path/use-typed-text.js";
import { ToolHeader } from "../shell/tool-header.js";
import { Notice } from "../ui/notice.js";
import { AnswerPanel } from "./answer-panel.js";
import { ContainerdField } from "./containerd-field.js";
import { FilesPanel } from "./files-panel.js";
import { useInspectView } from "./inspect-view.js";
import { filesByPath } from "./node-files.js";
import { useCertsDInspection } from "./use-certs-d-inspection.js";
import { useNodeFiles } from "./use-node-files.js";

/** The page that says what containerd does with the files that a node really has. */
export default function InspectPage() {
  return (
    <div className="flex h-full flex-col">
      <ToolHeader title="Inspect a node" note="What you paste stays in this browser." />
      <main className="min-h-0 flex-1 overflow-auto">
        <Inspection />
      </main>
    </div>
  );
}

function Inspection() {
  const [view, changeView] = useInspectView();
  const [files, setFiles] = useNodeFiles();
  const keep = useCallback((image: string) => changeView({ image }), [changeView]);
  const [image, type] = useTypedText(view.image, keep);
  const version = isContainerdVersion(view.containerd) ? view.containerd : DEFAULT_CONTAINERD_VERSION;
  const question = useMemo(
    () => ({ files: filesByPath(files), image, containerdVersion: version }),
    [files, image, version],
  );
  const { answer, failure } = useCertsDInspection(question);
  const inspection = answer?.inspection;
  return (
    <div className="mx-auto grid max-w-300 gap-4 p-3 md:grid-cols-2 md:p-4">
      <section aria-label="Files of the node" className="min-w-0">
        <h2 className="mb-2 text-base font-semibold">Files in /etc/containerd/certs.d</h2>
        <FilesPanel
          files={files}
          onChange={setFiles}
          findings={inspection?.findings ?? []}
          read={inspection?.resolution ? `${inspection.resolution.dir}/hosts.toml` : undefined}
        />
      </section>
      <section aria-label="What containerd does" className="@container min-w-0">
        <h2 className="mb-2 text-base font-semibold">What containerd does</h2>
        <div className="rounded-md border border-line bg-surface p-3">
          <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
            <ImageField
              value={image}
              onChange={type}
              problem={inspection && "error" in inspection.image ? inspection.image.error : null}
            />
            <ContainerdField value={version} onChange={(containerd) => changeView({ containerd })} />
          </div>
          {failure && <Notice severity="error">The engine failed: {failure.message}</Notice>}
          {inspection && <AnswerPanel inspection={inspection} />}
        </div>
      </section>
    </div>
  );
}
