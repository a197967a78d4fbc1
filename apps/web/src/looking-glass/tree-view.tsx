import type { NodeFile } from "@lookinglass/designer";
import { FileText, Folder } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { classes } from "../ui/classes.js";
import { ORIGINS } from "../ui/origin.js";
import { type TreeRow, treeRows } from "./file-tree.js";

/** A word beside a file. */
export interface FileMark {
  readonly words: string;
  readonly icon: ReactNode;
}

interface TreeViewProps {
  readonly files: readonly NodeFile[];
  /** What became of files, by path, where two looks at the directory are compared. */
  readonly marks?: ReadonlyMap<string, FileMark>;
  readonly selected: string | null;
  readonly onSelect: (path: string) => void;
}

const STATE_NOTES: Record<NodeFile["state"], string | null> = {
  active: null,
  backup: "moved",
  deleted: "deleted",
  "not-generated": "not written",
};

/** The certs.d directory of a node. */
export function TreeView({ files, marks, selected, onSelect }: TreeViewProps) {
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(files);
  const fileRows = rows.filter((row) => row.kind === "file");
  const onKeyDown = (event: KeyboardEvent) => {
    const current = fileRows.findIndex(({ path }) => path === selected);
    const next = fileRows[nextIndex(event.key, current, fileRows.length)];
    if (!next) return;
    event.preventDefault();
    onSelect(next.path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(next.path)}"]`)?.focus();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Files in /etc/containerd/certs.d"
      onKeyDown={onKeyDown}
      className="py-1.5"
    >
      {rows.map((row) => (
        <Row
          key={row.path}
          row={row}
          mark={marks?.get(row.path)}
          selected={row.path === selected}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}

/** Index of the file that a key leads to; -1 when it leads nowhere. */
function nextIndex(key: string, current: number, count: number): number {
  switch (key) {
    case "ArrowDown":
      return Math.min(current + 1, count - 1);
    case "ArrowUp":
      return Math.max(current - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}

interface RowProps {
  readonly row: TreeRow;
  readonly mark: FileMark | undefined;
  readonly selected: boolean;
  readonly onSelect: (path: string) => void;
}

const ROW = "flex w-full items-center gap-2 h-6.5 pr-2 text-xs";

function Row({ row, mark, selected, onSelect }: RowProps) {
  const indent = { paddingLeft: 10 + (row.level - 1) * 14 };
  if (row.kind === "directory") {
    return (
      <div
        role="treeitem"
        aria-expanded
        aria-selected={false}
        aria-level={row.level}
        tabIndex={-1}
        style={indent}
        className={classes(ROW, "text-ink-2")}
      >
        <Folder aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        <span title={row.name} className="truncate font-mono">
          {row.name}
        </span>
      </div>
    );
  }
  return <FileRow row={row} mark={mark} selected={selected} onSelect={onSelect} indent={indent} />;
}

function FileRow({
  row,
  mark,
  selected,
  onSelect,
  indent,
}: RowProps & { readonly row: TreeRow & { kind: "file" }; readonly indent: { paddingLeft: number } }) {
  const { file } = row;
  const origin = ORIGINS[file.origin.kind];
  const note = STATE_NOTES[file.state];
  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-selected={selected}
      aria-label={`${row.path}, from ${origin.title}${note ? `, ${note}` : ""}${mark ? `, ${mark.words}` : ""}`}
      tabIndex={selected ? 0 : -1}
      data-path={row.path}
      onClick={() => onSelect(row.path)}
      onKeyDown={(event) => event.key === "Enter" && onSelect(row.path)}
      style={indent}
      className={classes(
        ROW,
        "cursor-pointer -outline-offset-2",
        selected
          ? "bg-hover font-medium text-ink shadow-[inset_2px_0_0_var(--ink)]"
          : "text-ink-2 hover:bg-hover",
      )}
    >
      <FileText aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span
        className={classes("truncate font-mono", file.state !== "active" && "line-through decoration-ink-3")}
      >
        {row.name}
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-1.5">
        {mark && (
          <span className="flex items-center gap-1 text-ink-2">
            {mark.icon}
            {mark.words}
          </span>
        )}
        {file.state === "not-generated" && <span className="text-ink-3">{note}</span>}
        <span title={origin.title} className={classes("size-2 rounded-full", origin.dot)} />
      </span>
    </div>
  );
}
