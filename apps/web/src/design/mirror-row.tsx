import type { Diagnostic, HostsEntry } from "@lookinglass/designer";
import { ChevronRight, GripVertical } from "lucide-react";
import { Collapsible } from "radix-ui";
import { type ComponentProps, type CSSProperties, useId } from "react";
import { classes } from "../ui/classes.js";
import { SeverityIcon } from "../ui/notice.js";
import { ORIGINS } from "../ui/origin.js";
import { FieldProblems } from "./field-problem.js";
import { MirrorDetails } from "./mirror-details.js";
import { entryKind } from "./mirror-kind.js";
import type { ChangeMirrors } from "./mirror-list.js";
import { RowButtons } from "./row-buttons.js";

export interface MirrorRowProps {
  readonly entry: HostsEntry;
  readonly index: number;
  readonly count: number;
  /** Directory of the override under certs.d. */
  readonly directory: string | null;
  readonly problems: readonly Diagnostic[];
  readonly containerdVersion: string;
  readonly readOnly: boolean;
  /** What makes its handle one that is dragged or moved by arrow keys. */
  readonly handle: ComponentProps<"button">;
  readonly style: CSSProperties | undefined;
  readonly dragged: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onChange: ChangeMirrors;
}

/** One entry of the list of mirrors: a calm row whose details fold open. */
export function MirrorRow(props: MirrorRowProps) {
  const { entry, index, count, readOnly, problems, style, dragged, onMove, onRemove } = props;
  const name = `mirror ${index + 1}`;
  return (
    <li
      style={style}
      className={classes(
        "rounded-md border border-line bg-surface",
        dragged ? "relative z-10 shadow-pop" : style && "transition-transform",
      )}
    >
      <Collapsible.Root>
        <div className="flex items-center">
          <Handle {...props.handle} row={name} index={index} count={count} disabled={readOnly || count < 2} />
          <Collapsible.Trigger className="group flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-md py-1 pr-2 text-left text-xs">
            <RowTitle entry={entry} index={index} />
            <Worst problems={problems} />
            <ChevronRight
              aria-hidden
              className="size-3.5 shrink-0 text-ink-3 transition-transform group-data-[state=open]:rotate-90"
            />
          </Collapsible.Trigger>
        </div>
        <Collapsible.Content className="border-t border-line px-2.5 pt-2 pb-2.5">
          <fieldset disabled={readOnly} className="min-w-0">
            {entry.kind === "mirror" ? (
              <MirrorDetails {...props} name={name} entry={entry} />
            ) : (
              <BlockDetails {...props} entry={entry} />
            )}
            {!readOnly && (
              <div className="mt-2 flex justify-end">
                <RowButtons name={name} index={index} count={count} onMove={onMove} onRemove={onRemove} />
              </div>
            )}
          </fieldset>
        </Collapsible.Content>
      </Collapsible.Root>
    </li>
  );
}

interface HandleProps extends ComponentProps<"button"> {
  readonly row: string;
  readonly index: number;
  readonly count: number;
}

/** Dragged with the pointer; with the focus on it, the arrow keys move the row. */
function Handle({ row, index, count, ...rest }: HandleProps) {
  return (
    <button
      type="button"
      data-handle
      aria-label={`Move ${row}, place ${index + 1} of ${count}: arrow keys`}
      className="grid h-8 w-7 shrink-0 cursor-grab touch-none place-items-center rounded-md text-ink-3 select-none hover:text-ink active:cursor-grabbing disabled:cursor-default disabled:opacity-35"
      {...rest}
    >
      <GripVertical aria-hidden className="size-3.5" />
    </button>
  );
}

function RowTitle({ entry, index }: Pick<MirrorRowProps, "entry" | "index">) {
  const { title, origin } = entryKind(entry);
  const { ink, dot } = ORIGINS[origin];
  return (
    <>
      <span className="w-3 shrink-0 text-right text-ink-3 tabular-nums">{index + 1}</span>
      <span className={classes("size-1.5 shrink-0 rounded-full", dot)} />
      {title !== null ? (
        <span className={classes("truncate font-medium", ink)}>{title}</span>
      ) : (
        entry.kind === "mirror" && (
          <span title={entry.mirror.url} className="truncate font-mono">
            {entry.mirror.url || "no URL"}
          </span>
        )
      )}
      <span className="ml-auto" />
    </>
  );
}

function Worst({ problems }: Pick<MirrorRowProps, "problems">) {
  const worst =
    problems.find(({ severity }) => severity === "error") ??
    problems.find(({ severity }) => severity === "warning");
  return worst ? <SeverityIcon severity={worst.severity} className="size-3.5" /> : null;
}

interface BlockDetailsProps extends Pick<MirrorRowProps, "problems"> {
  readonly entry: Exclude<HostsEntry, { readonly kind: "mirror" }>;
}

function BlockDetails({ entry, problems }: BlockDetailsProps) {
  const id = useId();
  return (
    <div className="text-xs text-ink-2">
      <p>
        {entry.kind === "masters"
          ? "On every node the Spegel of each master, port 30020. A master leaves itself out: listed twice, its file would be void. .config.master_address_ips is Lookinglass’s own: no public source shows that the agent has it."
          : "This part has no form: it keeps its text and its place. Change it in the template."}
      </p>
      <pre className="mt-1.5 rounded-md bg-sunken p-2 font-mono break-words whitespace-pre-wrap leading-4.5">
        {entry.text}
      </pre>
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}
