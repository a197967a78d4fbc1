import type { FormField, ScopeForm } from "@lookinglass/designer";
import { Undo2 } from "lucide-react";
import { Button } from "../ui/button.js";

interface OriginNoteProps {
  readonly id?: string;
  readonly scope: ScopeForm;
  readonly field: FormField<unknown>;
  /** Takes away what is written at this level. */
  readonly onReset?: () => void;
}

/** Says where a value comes from, and who overrules it. */
export function OriginNote({ id, scope, field, onReset }: OriginNoteProps) {
  return (
    <div id={id} className="flex min-h-6.5 flex-wrap items-center gap-x-2 text-xs text-ink-3">
      <span>{originText(scope, field)}</span>
      {field.overruledBy.length > 0 && (
        <span className="text-warning">{field.overruledBy.join(", ")} set their own</span>
      )}
      {field.from === "here" && onReset && (
        <Button small look="quiet" icon={Undo2} onClick={onReset}>
          {scope.kind === "cluster" ? "Back to default" : "Inherit"}
        </Button>
      )}
    </div>
  );
}

function originText(scope: ScopeForm, field: FormField<unknown>): string {
  if (field.from === "default") return "Kublr’s default, not written in the spec";
  if (field.from === "cluster") return "From the whole cluster";
  return scope.kind === "cluster" ? "Written for the whole cluster" : `Written for ${scope.title}`;
}
