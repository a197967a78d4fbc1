import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { DiffView } from "../diff/diff-view.js";
import { ChangeBadge } from "../looking-glass/change-badge.js";
import { failureText } from "../looking-glass/fate.js";
import type { FilePair } from "../looking-glass/file-changes.js";
import { phaseTitle } from "../looking-glass/phases.js";
import { rolesTitle } from "../looking-glass/same-files.js";
import { classes } from "../ui/classes.js";
import { Notice } from "../ui/notice.js";
import type { NodeChange, PhaseChange } from "./node-changes.js";

/** The files that differ, by role and phase; what differs in the same way is listed once. */
export function NodeChanges({ changes }: { readonly changes: readonly NodeChange[] }) {
  if (changes.length === 0) {
    return <p className="mt-2 text-ink-2">Every node gets the same files as before.</p>;
  }
  return (
    <ul className="mt-2 space-y-4">
      {changes.map((change) => (
        <li key={`${change.fate} ${change.roles[0].id}`} className="rounded-md border border-line">
          <RolesHeading change={change} />
          {change.phases.map((phase) => (
            <PhaseChanges key={phase.phases[0]} change={phase} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function fateText({ fate, formerTitle, roles, phases }: NodeChange): string | null {
  switch (fate) {
    case "kept":
      return roles.length > 1 ? `${roles.length} roles, the same change` : null;
    case "renamed":
      return `renamed, was ${formerTitle}${phases.length === 0 ? ": the same files" : ""}`;
    case "added":
      return "not in the opened text";
    case "removed":
      return "no longer in the text";
  }
}

function RolesHeading({ change }: { readonly change: NodeChange }) {
  const { roles } = change;
  const words = fateText(change);
  const isFolded = roles.length > 3;
  return (
    <div className="px-3 py-2">
      <h4 className="font-semibold">
        {rolesTitle(roles)} {words && <span className="ml-1 text-xs font-normal text-ink-2">{words}</span>}
      </h4>
      {isFolded && (
        <details className="mt-0.5 text-xs text-ink-2">
          <summary className="w-fit cursor-pointer">Which</summary>
          <p className="mt-1">{roles.map(({ title }) => title).join(", ")}</p>
        </details>
      )}
    </div>
  );
}

function PhaseChanges({ change: { phases, files, failure } }: { readonly change: PhaseChange }) {
  return (
    <div className="border-t border-line">
      <p className="bg-sunken px-3 py-1 text-xs font-medium text-ink-2">
        {phases.map(phaseTitle).join(", ")}
      </p>
      {failure.before !== failure.after && (
        <Notice severity={failure.after ? "error" : "info"} className="m-2">
          {failure.after ? failureText(failure.after) : `No longer: ${failureText(failure.before ?? "")}`}
        </Notice>
      )}
      <ul>
        {files.map((pair) => (
          <FileChange key={pair.path} pair={pair} />
        ))}
      </ul>
    </div>
  );
}

function FileChange({ pair }: { readonly pair: FilePair }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { path, before, after } = pair;
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full flex-wrap items-center gap-x-2.5 gap-y-1 px-3 py-1.5 text-left -outline-offset-2 hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={classes("size-3.5 shrink-0 text-ink-3 transition-transform", open && "rotate-90")}
        />
        <span className="font-mono text-xs break-all">{path}</span>
        <span className="ml-auto">
          <ChangeBadge pair={pair} />
        </span>
      </button>
      {open && (
        <div id={id} className="border-t border-line">
          <DiffView
            label={`${path} as it was and now`}
            before={before?.content ?? ""}
            after={after?.content ?? ""}
            titles={{
              before: before ? "As it was opened" : "As it was opened: no such file",
              after: after ? "Now" : "Now: no such file",
            }}
          />
        </div>
      )}
    </li>
  );
}
