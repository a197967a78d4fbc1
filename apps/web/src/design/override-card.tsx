import type { Diagnostic, OverrideForm, ScopeForm, SpecPreview } from "@lookinglass/designer";
import { ChevronRight, Trash2, Undo2 } from "lucide-react";
import { Collapsible } from "radix-ui";
import { lazy, Suspense, useEffect, useRef } from "react";
import { IconButton } from "../ui/button.js";
import { SeverityIcon } from "../ui/notice.js";
import type { ChangeForm } from "./use-form-change.js";

// What is in a card is not on the first screen.
const OverrideBody = lazy(() => import("./override-body.js"));

interface OverrideCardProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly analysis: SpecPreview;
  readonly problems: readonly Diagnostic[];
  readonly onChange: ChangeForm;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** It was opened from elsewhere: its title takes the focus, once. */
  readonly wantsFocus: boolean;
  readonly onFocused: () => void;
}

/** One override: its registry and what it holds, folded away until it is needed. */
export function OverrideCard(props: OverrideCardProps) {
  const { scope, override, problems, onChange, open, onOpen, wantsFocus, onFocused } = props;
  const title = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!wantsFocus) return;
    title.current?.focus();
    title.current?.scrollIntoView({ block: "nearest" });
    onFocused();
  }, [wantsFocus, onFocused]);
  const inherited = scope.kind !== "cluster" && override.from === "cluster";
  const worst =
    problems.find(({ severity }) => severity === "error") ??
    problems.find(({ severity }) => severity === "warning");
  const name = override.registry ?? override.target;
  return (
    <Collapsible.Root open={open} onOpenChange={onOpen} className="rounded-md border border-line bg-surface">
      <div className="flex items-center pr-1.5">
        <Collapsible.Trigger
          ref={title}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-2 text-left"
        >
          <ChevronRight
            aria-hidden
            className={`size-4 shrink-0 text-ink-3 transition-transform ${open ? "rotate-90" : ""}`}
          />
          <span title={name} className="truncate font-mono text-xs font-medium">
            {name}
          </span>
          {worst && <SeverityIcon severity={worst.severity} className="size-3.5" />}
          <span className="ml-auto shrink-0 text-xs text-ink-3">{summary(override, inherited)}</span>
        </Collapsible.Trigger>
        {!inherited && (
          <IconButton
            small
            icon={override.coversCluster ? Undo2 : Trash2}
            label={
              override.coversCluster ? `Use the cluster’s override ${name} again` : `Remove override ${name}`
            }
            onClick={() => onChange({ kind: "remove-override", scope: scope.id, key: override.key })}
          />
        )}
      </div>
      <Collapsible.Content className="border-t border-line p-3">
        <Suspense fallback={<p className="text-xs text-ink-3">Loading…</p>}>
          <OverrideBody {...props} inherited={inherited} />
        </Suspense>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function summary({ hosts, shadowedBy, content }: OverrideForm, inherited: boolean): string {
  const from = inherited ? ", from the cluster" : "";
  if (shadowedBy !== null) return `overruled by ${shadowedBy}`;
  if (content === "") return `no file${from}`;
  if (hosts.form === "raw") return `template${from}`;
  const count = hosts.entries.length;
  return `${count === 0 ? "no mirrors" : count === 1 ? "1 mirror" : `${count} mirrors`}${from}`;
}
