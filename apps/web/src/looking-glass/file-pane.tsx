import type { NodeFile, PhaseId, Role, SpecPath } from "@lookinglass/designer";
import { Crosshair } from "lucide-react";
import { Button } from "../ui/button.js";
import { classes } from "../ui/classes.js";
import { CopyButton } from "../ui/copy-button.js";
import { ORIGINS, OriginChip } from "../ui/origin.js";
import { fateNote } from "./fate.js";
import { TomlView } from "./toml-view.js";

interface FilePaneProps {
  readonly role: Role;
  readonly phase: PhaseId;
  readonly file: NodeFile;
  /** Shows the place in the spec; left out where there is no editor. */
  readonly onReveal: ((path: SpecPath) => void) | undefined;
}

/** One file of a node: where it comes from, what becomes of it, what is in it. */
export function FilePane({ role, phase, file, onReveal }: FilePaneProps) {
  const note = fateNote(role, phase, file);
  const { path: place, key } = file.origin;
  return (
    <article
      aria-label={file.path}
      className={classes(
        "flex h-full min-h-0 flex-col border-l-3 bg-surface",
        ORIGINS[file.origin.kind].edge,
      )}
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line px-3 py-1.5">
        <p className="font-mono text-xs font-medium break-all">{file.path}</p>
        <OriginChip kind={file.origin.kind} />
        {file.origin.kind === "kublr" && <span className="text-xs text-ink-3">built-in, reconstructed</span>}
        {key && <span className="truncate font-mono text-xs text-ink-3">{key}</span>}
        <span className="ml-auto flex items-center">
          {place && onReveal && (
            <Button small look="quiet" icon={Crosshair} onClick={() => onReveal(place)}>
              In spec
            </Button>
          )}
          <CopyButton label={`Copy ${file.path}`} text={file.content} />
        </span>
      </header>
      {note && <p className="border-b border-line bg-sunken px-3 py-2 text-xs text-ink-2">{note}</p>}
      <div className="min-h-0 flex-1">
        <FileContent file={file} />
      </div>
    </article>
  );
}

function FileContent({ file }: { readonly file: NodeFile }) {
  if (file.content !== "") return <TomlView content={file.content} label={`Content of ${file.path}`} />;
  return (
    <p className="p-4 text-ink-3">
      {file.state === "not-generated"
        ? "Nothing is written."
        : "An empty file: no mirrors, every pull goes to its registry."}
    </p>
  );
}
