import { useEffect, useState } from "react";
import { useImport } from "./use-import.js";

/** Takes a file that is dropped anywhere on the page. */
export function DropZone() {
  const [over, setOver] = useState(false);
  const { file: importFile } = useImport();
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
      const file = event.dataTransfer?.files[0];
      if (file) void importFile(file);
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
  }, [importFile]);
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
