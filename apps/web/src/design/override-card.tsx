import type { Diagnostic, OverrideForm, ScopeForm } from "@lookinglass/designer";
import { ChevronRight, Copy, Trash2 } from "lucide-react";
import { Collapsible } from "radix-ui";
import { useState } from "react";
import { Button, IconButton } from "../ui/button.js";
import { SeverityIcon } from "../ui/notice.js";
import { OverrideBody } from "./override-body.js";
import type { ChangeForm } from "./use-form-change.js";

interface OverrideCardProps {
  readonly scope: ScopeForm;
  readonly override: OverrideForm;
  readonly problems: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

/** One override: its registry and what it holds, folded away until it is needed. */
export function OverrideCard({ scope, override, problems, onChange }: OverrideCardProps) {
  const [open, setOpen] = useState(false);
  const inherited = scope.kind !== "cluster" && override.from === "cluster";
  const worst = problems.find(({ severity }) => severity === "error") ?? problems[0];
  const name = override.registry ?? override.target;
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen} className="rounded-md border border-line bg-surface">
      <div className="flex items-center pr-1.5">
        <Collapsible.Trigger className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-2 text-left">
          <ChevronRight
            aria-hidden
            className={`size-4 shrink-0 text-ink-3 transition-transform ${open ? "rotate-90" : ""}`}
          />
          <span className="truncate font-mono text-xs font-medium">{name}</span>
          {worst && <SeverityIcon severity={worst.severity} className="size-3.5" />}
          <span className="ml-auto shrink-0 text-xs text-ink-3">{summary(override, inherited)}</span>
        </Collapsible.Trigger>
        {inherited ? (
          <Button
            small
            look="quiet"
            icon={Copy}
            onClick={() => onChange({ kind: "copy-override", scope: scope.id, key: override.key })}
          >
            Override here
          </Button>
        ) : (
          <IconButton
            small
            icon={Trash2}
            label={`Remove override ${name}`}
            onClick={() => onChange({ kind: "remove-override", scope: scope.id, key: override.key })}
          />
        )}
      </div>
      <Collapsible.Content className="border-t border-line p-3">
        <fieldset disabled={inherited} className="min-w-0">
          <OverrideBody scope={scope} override={override} problems={problems} onChange={onChange} />
        </fieldset>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function summary({ hosts, shadowedBy, content }: OverrideForm, inherited: boolean): string {
  const from = inherited ? ", from the cluster" : "";
  if (shadowedBy !== null) return `overruled by ${shadowedBy}`;
  if (content === "") return `not written${from}`;
  if (hosts.form === "raw") return `template${from}`;
  const count = hosts.mirrors.length;
  return `${count === 0 ? "no mirrors" : count === 1 ? "1 mirror" : `${count} mirrors`}${from}`;
}
