import { useEffect, useState } from "react";
import { type GivenFiles, useImport } from "./use-import.js";

/** Takes files that are dropped anywhere on the page. */
export function DropZone() {
  const [over, setOver] = useState(false);
  const { files: importFiles } = useImport();
  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      const given = event.dataTransfer && givenFiles(event.dataTransfer);
      if (given) void importFiles(given);
    };
    // In the capture phase: the editor would take the drop for itself.
    const capture = { capture: true };
    window.addEventListener("dragover", onDragOver, capture);
    window.addEventListener("dragleave", onDragLeave, capture);
    window.addEventListener("drop", onDrop, capture);
    return () => {
      window.removeEventListener("dragover", onDragOver, capture);
      window.removeEventListener("dragleave", onDragLeave, capture);
      window.removeEventListener("drop", onDrop, capture);
    };
  }, [importFiles]);
  if (!over) return null;
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-lg border-2 border-dashed border-focus bg-surface/85 text-lg font-medium"
    >
      Drop the file to open it
    </div>
  );
}

/** Only while the drop is handled can folders be told from files. */
function givenFiles({ items }: DataTransfer): GivenFiles {
  const dropped = [...items].filter(({ kind }) => kind === "file");
  const entries = dropped.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return {
    files: entries.flatMap(({ entry, file }) => (file && !entry?.isDirectory ? [file] : [])),
    folders: entries.flatMap(({ entry }) => (entry?.isDirectory ? [entry.name] : [])),
  };
}
