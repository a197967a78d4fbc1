import type { NodeFile, PhaseId, Role, SpecPath } from "@lookinglass/designer";
import { Crosshair } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.js";
import { CopyButton } from "../ui/copy-button.js";
import { OriginChip } from "../ui/origin.js";
import { fateNote } from "./fate.js";

interface FilePaneProps {
  readonly role: Role;
  readonly phase: PhaseId;
  readonly file: NodeFile;
  /** The text does not parse at the moment: places in it are not known. */
  readonly stale: boolean;
  /** Shows the place in the spec; left out where there is no editor. */
  readonly onReveal: ((path: SpecPath) => void) | undefined;
  /** What is in it. */
  readonly children: ReactNode;
}

/** One file of a node: where it comes from, what becomes of it, what is in it. */
export function FilePane({ role, phase, file, stale, onReveal, children }: FilePaneProps) {
  const note = fateNote(role, phase, file);
  const { path: place, key } = file.origin;
  return (
    <article aria-label={file.path} className="flex h-full min-h-0 flex-col bg-surface">
      <header className="flex min-h-10 items-start gap-x-2.5 border-b border-line px-3 py-1.5">
        <div className="flex min-h-6.5 min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          <p className="font-mono text-xs font-medium break-all">{file.path}</p>
          <OriginChip kind={file.origin.kind} />
          {file.origin.kind === "kublr" && (
            <span className="text-xs text-ink-3">built-in, reconstructed</span>
          )}
          {key && (
            <span title={key} className="max-w-full truncate font-mono text-xs text-ink-3">
              {key}
            </span>
          )}
        </div>
        <span className="ml-auto flex shrink-0 items-center">
          {place && onReveal && (
            <Button small look="quiet" icon={Crosshair} disabled={stale} onClick={() => onReveal(place)}>
              In spec
            </Button>
          )}
          <CopyButton label={`Copy ${file.path}`} text={file.content} />
        </span>
      </header>
      {note && <p className="border-b border-line bg-sunken px-3 py-2 text-xs text-ink-2">{note}</p>}
      <div className="min-h-0 flex-1">{file.content === "" ? <EmptyFile file={file} /> : children}</div>
    </article>
  );
}

function EmptyFile({ file }: { readonly file: NodeFile }) {
  return (
    <p className="p-4 text-ink-3">
      {file.state === "not-generated"
        ? "Nothing is written."
        : "An empty file: no mirrors, every pull goes to its registry."}
    </p>
  );
}
