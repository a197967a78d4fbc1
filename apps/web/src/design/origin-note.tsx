import type { FormField, ScopeForm } from "@lookinglass/designer";
import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/button.js";
import { keepFocus } from "./keep-focus.js";

interface OriginNoteProps {
  readonly id?: string;
  readonly scope: ScopeForm;
  readonly field: FormField<unknown>;
  /** Whose default holds where nothing is written. */
  readonly defaultOf?: string;
  /** What the value is, for those who do not see where the button stands. */
  readonly name: string;
  /** Takes away what is written at this level. */
  readonly onReset?: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** Says where a value comes from, and who overrules it. */
export function OriginNote(props: OriginNoteProps) {
  const { id, scope, field, defaultOf = "Kublr’s", name, onReset, children } = props;
  const back = field.fallback === "cluster" ? "Inherit" : "Back to default";
  return (
    <div
      id={id}
      data-stays
      tabIndex={-1}
      className="flex min-h-6.5 flex-wrap items-center gap-x-2 text-xs text-ink-3"
    >
      <span>{originText(scope, field, defaultOf)}</span>
      {field.overruledBy.length > 0 && (
        <span className="text-warning">{named(field.overruledBy)} set their own</span>
      )}
      {field.from === "here" && onReset && (
        <Button
          small
          look="quiet"
          icon={Undo2}
          aria-label={`${back}: ${name}`}
          onClick={(event) => {
            keepFocus(event.currentTarget);
            onReset();
          }}
        >
          {back}
        </Button>
      )}
      {children}
    </div>
  );
}

function originText(scope: ScopeForm, { from }: FormField<unknown>, defaultOf: string): string {
  if (from === "default") return `${defaultOf} default`;
  if (from === "cluster") return "From the whole cluster";
  return scope.kind === "cluster" ? "Written for the whole cluster" : `Written for ${scope.title}`;
}

/** As many names as there is room for. */
const NAMED = 3;

function named(titles: readonly string[]): string {
  const shown = titles.slice(0, NAMED).join(", ");
  const more = titles.length - NAMED;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
