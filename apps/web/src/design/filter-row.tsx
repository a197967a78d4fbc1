import type { Diagnostic, ScopeForm } from "@lookinglass/designer";
import { FieldProblems } from "./field-problem.js";
import { LiveField } from "./live-field.js";
import { RowButtons } from "./row-buttons.js";
import type { ChangeForm } from "./use-form-change.js";

interface FilterRowProps {
  readonly scope: ScopeForm;
  readonly filter: string;
  readonly index: number;
  readonly count: number;
  readonly problems: readonly Diagnostic[];
  readonly onChange: ChangeForm;
}

export function FilterRow({ scope, filter, index, count, problems, onChange }: FilterRowProps) {
  const problemsId = `filter-${index}-problems`;
  const name = `filter ${index + 1}`;
  return (
    <li>
      <div className="flex items-center gap-1">
        <LiveField
          aria-label={`Filter ${index + 1}`}
          aria-invalid={problems.some(({ severity }) => severity === "error")}
          aria-describedby={problems.length > 0 ? problemsId : undefined}
          value={filter}
          write={(value) =>
            onChange({ kind: "set-filter", scope: scope.id, index, value }, `filter ${scope.id} ${index}`)
          }
          className="flex-1"
        />
        <RowButtons
          name={name}
          index={index}
          count={count}
          onMove={(to) => onChange({ kind: "move-filter", scope: scope.id, from: index, to })}
          onRemove={() => onChange({ kind: "remove-filter", scope: scope.id, index })}
        />
      </div>
      <FieldProblems id={problemsId} problems={problems} />
    </li>
  );
}
