import type { Plugin } from "vite";

/** Writes into the page where the editor's script stands: see src/spec-editor/fetch-editor.ts. */
export function editorLink(): Plugin {
  return {
    name: "editor-link",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const editor = Object.values(bundle).find(
          (output) => output.type === "chunk" && output.name === "spec-editor",
        );
        if (!editor) throw new Error("The editor's script was not found.");
        const attrs = { name: "editor-script", content: `/${editor.fileName}` };
        return [{ tag: "meta", attrs, injectTo: "head" }];
      },
    },
  };
}
