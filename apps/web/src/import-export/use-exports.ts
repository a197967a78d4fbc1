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
import { listed } from "./listed.js";

/** In which form the spec leaves the browser. */
export interface SpecForm {
  /** Null: the exact text of the editor. */
  readonly format: ExportFormat | null;
  /** After "Copied". */
  readonly name: string;
  readonly ending: string;
  /** What tells the file from others of the same cluster. */
  readonly parts: readonly string[];
}

export const YAML_FORM: SpecForm = { format: null, name: "the YAML", ending: ".yaml", parts: [] };
export const JSON_FORM: SpecForm = { format: { kind: "json" }, name: "the JSON", ending: ".json", parts: [] };

/** @param title of the level, in the middle of a sentence */
export function agentConfigForm(scope: string, title: string): SpecForm {
  return {
    format: { kind: "agent-config", scope },
    name: `the kublrAgentConfig of ${title}`,
    ending: ".yaml",
    parts: ["kublrAgentConfig", ...(scope === "cluster" ? [] : [scope])],
  };
}

interface Exports {
  readonly download: (form: SpecForm) => void;
  readonly copy: (form: SpecForm) => void;
  /** The files of a role in a phase, as .tar.gz. */
  readonly downloadFiles: (role: Role, phase: PhaseId) => void;
}

export function useExports(clusterName: string | null): Exports {
  const exportForm = useExportForm();
  const toast = useToast();
  const { mutate: run } = useMutation({
    mutationFn: (job: () => Promise<void>) => job(),
    networkMode: "always",
  });
  return useMemo(() => {
    const withText = (form: SpecForm, use: (text: string, notInIt: string) => void | Promise<void>) =>
      run(async () => {
        const exported = await exportForm(form);
        if (!exported.ok) return toast(`Not exported: ${exported.reason}`);
        const { text, without } = exported;
        await use(text, without.length > 0 ? ` Not in it: what ${listed(without)} set.` : "");
      });
    return {
      download(form) {
        withText(form, (text, notInIt) => {
          download(text, exportName(clusterName, form.ending, ...form.parts));
          // The browser itself shows that a file has come.
          if (notInIt !== "") toast(`Downloaded ${form.name}.${notInIt}`);
        });
      },
      copy(form) {
        withText(form, async (text, notInIt) => {
          const copied = await copyText(text);
          toast(copied ? `Copied ${form.name}.${notInIt}` : "The browser does not allow copying here.");
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
      return form.format === null ? { ok: true, text, without: [] } : engine.exportSpec(text, form.format);
    };
  }, [store, engine]);
}
