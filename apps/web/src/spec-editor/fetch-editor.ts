/**
 * Has the browser fetch the editor's script, which is large, without running it, which takes long. Where it stands the
 * build writes into index.html (apps/web/editor-link.ts); while developing nothing does.
 */
export function fetchEditor(): void {
  const href = document.querySelector<HTMLMetaElement>('meta[name="editor-script"]')?.content;
  if (!href || document.querySelector(`link[href="${href}"]`)) return;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = href;
  document.head.append(link);
}
