import type { ScopeForm } from "@lookinglass/designer";
import { Ban } from "lucide-react";
import { Button } from "../ui/button.js";
import type { ChartEntry } from "./chart-entry.js";
import type { ChangeChart } from "./chart-write.js";
import { keepFocus } from "./keep-focus.js";
import { OriginNote } from "./origin-note.js";

interface ChartOriginProps {
  readonly id?: string;
  readonly scope: ScopeForm;
  readonly field: ChartEntry["field"];
  /** What the value is called in the form. */
  readonly name: string;
  /** The default can be taken away: possible inside a string of YAML only, where nulls reach Helm. */
  readonly canUnset?: boolean;
  readonly onChange: ChangeChart;
}

/** Where a chart value comes from, and the ways back. */
export function ChartOrigin({ id, scope, field, name, canUnset = false, onChange }: ChartOriginProps) {
  const { keys } = field;
  return (
    <OriginNote
      {...(id === undefined ? {} : { id })}
      scope={scope}
      field={field}
      defaultOf="The chart’s"
      name={name}
      onReset={() => onChange({ kind: "unset-chart-value", keys })}
    >
      {field.value === null && <span className="font-medium text-ink-2">unset (null)</span>}
      {canUnset && scope.helmValues.value === "string" && field.value !== null && (
        <Button
          small
          look="quiet"
          icon={Ban}
          aria-label={`Unset (null): ${name}`}
          onClick={(event) => {
            keepFocus(event.currentTarget);
            onChange({ kind: "set-chart-value", keys, value: null });
          }}
        >
          Unset (null)
        </Button>
      )}
    </OriginNote>
  );
}
