import { ArrowLeftRight, ArrowRight, type LucideIcon, Minus, Pencil, Plus } from "lucide-react";
import { classes } from "../ui/classes.js";
import { OriginChip } from "../ui/origin.js";
import { changeWords } from "./change-words.js";
import type { FileChangeKind, FilePair } from "./file-changes.js";

const CHANGE_ICONS: Record<FileChangeKind, LucideIcon> = {
  added: Plus,
  removed: Minus,
  moved: ArrowRight,
  replaced: ArrowLeftRight,
  changed: Pencil,
};

const INK: Partial<Record<FileChangeKind, string>> = { added: "text-added", removed: "text-removed" };

/** The icon of a change, in the colour of what is added or removed. */
export function ChangeIcon({
  change,
  className,
}: {
  readonly change: FileChangeKind;
  readonly className?: string;
}) {
  const Icon = CHANGE_ICONS[change];
  return (
    <Icon aria-hidden className={classes("size-3.5 shrink-0", INK[change] ?? "text-ink-2", className)} />
  );
}

/** Who wrote a file before and after, and what became of it. */
export function ChangeBadge({ pair }: { readonly pair: FilePair }) {
  const { before, after, change } = pair;
  const words = changeWords(pair);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
      {before && <OriginChip kind={before.origin.kind} />}
      {before && after && before.origin.kind !== after.origin.kind && (
        <>
          <ArrowRight aria-label="then" className="size-3.5 text-ink-3" />
          <OriginChip kind={after.origin.kind} />
        </>
      )}
      {!before && after && <OriginChip kind={after.origin.kind} />}
      {change && words && (
        <span className="inline-flex items-center gap-1">
          <ChangeIcon change={change} />
          {words}
        </span>
      )}
    </span>
  );
}
