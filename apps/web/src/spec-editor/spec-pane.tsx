import type { Diagnostic } from "@lookinglass/designer";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useDocument, useSnapshot } from "../document/document-context.js";
import { placedProblems } from "../engine/placed-problems.js";
import type { InspectionState } from "../engine/use-inspection.js";
import { LoadFailure } from "../ui/load-failure.js";
import { Notice } from "../ui/notice.js";
import { fetchEditor } from "./fetch-editor.js";
import { PlainYaml } from "./plain-yaml.js";
import type { SpecEditorProps } from "./spec-editor.js";

const SpecEditor = lazy(() => import("./spec-editor.js"));

const NONE: readonly Diagnostic[] = [];

type SpecPaneProps = Omit<SpecEditorProps, "store" | "diagnostics" | "diagnosedText"> &
  Pick<InspectionState, "newest" | "failure">;

/** The document's text: readable at once, editable as soon as the editor has loaded. */
export function SpecPane({ newest, failure, ...rest }: SpecPaneProps) {
  const { store } = useDocument();
  const { text } = useSnapshot(store);
  const plain = <PlainYaml text={text} label="Cluster spec" />;
  const isPreviewed = newest !== null;
  useEffect(() => {
    if (isPreviewed) fetchEditor();
  }, [isPreviewed]);
  // The engine comes first: its answer is what the page is for, and the editor keeps the page busy when it starts.
  const [isDue, setDue] = useState(false);
  if (!isDue && (newest?.checked || failure)) setDue(true);
  return (
    // The editor is never as high as its text.
    <div className="h-full short:h-[max(200px,calc(100dvh-56px))]">
      {isDue ? (
        <LoadFailure fallback={<NoEditor>{plain}</NoEditor>}>
          <Suspense fallback={plain}>
            <SpecEditor
              {...rest}
              store={store}
              diagnostics={placedProblems(newest?.checked?.diagnostics ?? NONE)}
              diagnosedText={newest?.text ?? null}
            />
          </Suspense>
        </LoadFailure>
      ) : (
        plain
      )}
    </div>
  );
}

/** When the editor's files do not load, the text can still be read, and the forms still edit it. */
function NoEditor({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <Notice severity="error" className="m-3">
        The editor did not load. The forms still work; reload the page to try again.
      </Notice>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}
