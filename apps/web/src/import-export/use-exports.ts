import type { PhaseId, Role } from "@lookinglass/designer";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { useDocument } from "../document/document-context.js";
import { useEngine } from "../engine/engine-context.js";
import { filesOf } from "../looking-glass/fate.js";
import { certsArchive } from "../shell/late-views.js";
import { copyText } from "../ui/copy-button.js";
import { useToast } from "../ui/toasts.js";
import { download, exportName } from "./download.js";
import type { ExportFormat, SpecExport } from "./export-spec.js";

/** In which form the spec leaves the browser; "yaml": the exact text of the editor. */
export type SpecForm = "yaml" | ExportFormat;

interface Exports {
  readonly download: (form: SpecForm) => void;
  readonly copy: (form: SpecForm) => void;
  /** The files of a role in a phase, as .tar.gz. */
  readonly downloadFiles: (role: Role, phase: PhaseId) => void;
}

const FORMS: Record<SpecForm, { readonly name: string; readonly ending: string; readonly part?: string }> = {
  yaml: { name: "YAML", ending: ".yaml" },
  json: { name: "JSON", ending: ".json" },
  "agent-config": { name: "kublrAgentConfig", ending: ".yaml", part: "kublrAgentConfig" },
};

export function useExports(clusterName: string | null): Exports {
  const exportForm = useExportForm();
  const toast = useToast();
  const { mutate: run } = useMutation({
    mutationFn: (job: () => Promise<void>) => job(),
    networkMode: "always",
  });
  return useMemo(() => {
    const withText = (form: SpecForm, use: (text: string) => void | Promise<void>) =>
      run(async () => {
        const exported = await exportForm(form);
        if (exported.ok) await use(exported.text);
        else toast(`Not exported: ${exported.reason}`);
      });
    return {
      download(form) {
        const { ending, part } = FORMS[form];
        withText(form, (text) => download(text, exportName(clusterName, ending, ...(part ? [part] : []))));
      },
      copy(form) {
        withText(form, async (text) => {
          const copied = await copyText(text);
          toast(copied ? `Copied the ${FORMS[form].name}.` : "The browser does not allow copying here.");
        });
      },
      downloadFiles(role, phase) {
        run(async () => {
          const { packCertsD } = await certsArchive();
          const archive = await packCertsD(filesOf(role, phase));
          download(archive, exportName(clusterName, ".tar.gz", role.id, phase, "certs.d"));
        });
      },
    };
  }, [clusterName, exportForm, run, toast]);
}

function useExportForm(): (form: SpecForm) => Promise<SpecExport> {
  const { store } = useDocument();
  const engine = useEngine();
  return useMemo(() => {
    return async (form) => {
      const { text } = store.snapshot();
      return form === "yaml" ? { ok: true, text } : engine.exportSpec(text, form);
    };
  }, [store, engine]);
}
