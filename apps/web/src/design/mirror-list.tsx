import type { Diagnostic, HostsContent, MirrorChange, OverrideForm, ScopeForm } from "@lookinglass/designer";
import { useRef, useState } from "react";
import type { EditOutcome } from "../document/edit-queue.js";
import { AddMirror } from "./add-mirror.js";
import { useEntryRows } from "./entry-rows.js";
import { MirrorRow } from "./mirror-row.js";
import { ServerRow } from "./mirror-server.js";
import { useDragOrder } from "./use-drag-order.js";

/** Changes the mirrors of an override; changes in a row with the same key are one undo step. */
export type ChangeMirrors = (change: MirrorChange, mergeKey?: string) => Promise<EditOutcome>;

interface MirrorListProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly hosts: Extract<HostsContent, { readonly form: "structured" }>;
  /** It is shown, not changed. */
  readonly readOnly: boolean;
  /** Of each entry. */
  readonly problems: readonly (readonly Diagnostic[])[];
  readonly containerdVersion: string;
  readonly onChange: ChangeMirrors;
}

const NO_PROBLEMS: readonly Diagnostic[] = [];

/** The mirrors of one hosts.toml, in the order in which containerd tries them, and whom it asks last. */
export function MirrorList(props: MirrorListProps) {
  const { scope, override, hosts, readOnly, problems, onChange } = props;
  const list = useRef<HTMLOListElement>(null);
  const { rows, move, remove } = useEntryRows(hosts.entries);
  const [said, setSaid] = useState("");
  const moveTo = (from: number, to: number) => {
    move(from, to);
    onChange({ kind: "move-entry", from, to });
    setSaid(`Moved to place ${to + 1} of ${rows.length}`);
    // The row takes its handle along; the focus follows when it is there.
    requestAnimationFrame(() => focusHandle(list.current, to));
  };
  const drag = useDragOrder(list, rows.length, moveTo);
  return (
    <div>
      <KeptAbove texts={hosts.kept} />
      <ol ref={list} aria-label="Mirrors, in the order in which they are tried" className="space-y-1.5">
        {rows.map(({ id, read, entry }, index) => (
          <MirrorRow
            key={id}
            entry={entry}
            index={index}
            count={rows.length}
            directory={override.registry}
            problems={problems[read] ?? NO_PROBLEMS}
            containerdVersion={props.containerdVersion}
            readOnly={readOnly}
            handle={drag.handle(index)}
            style={drag.style(index)}
            dragged={drag.isDragged(index)}
            onMove={(to) => moveTo(index, to)}
            onRemove={() => {
              remove(index);
              onChange({ kind: "remove-entry", index });
            }}
            onChange={onChange}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ServerRow directory={override.registry} hosts={hosts} readOnly={readOnly} onChange={onChange} />
      {!readOnly && (
        <AddMirror spegelOn={scope.spegelEnabled.value} listed={hosts.entries} onChange={onChange} />
      )}
    </div>
  );
}

function focusHandle(list: HTMLElement | null, row: number): void {
  const handle = list?.children[row]?.querySelector("[data-handle]");
  if (handle instanceof HTMLElement) handle.focus();
}

/** Lines above the mirrors that have no form. */
function KeptAbove({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className="mb-1.5 text-xs text-ink-3">
      Above the mirrors, kept as written:
      <pre className="mt-1 rounded-md bg-sunken p-2 font-mono break-words whitespace-pre-wrap">
        {texts.join("\n")}
      </pre>
    </div>
  );
}
