import { useId } from "react";
import { type ChartEntry, chartField } from "./chart-entry.js";
import { ChartOrigin } from "./chart-origin.js";
import type { ChartRowContext } from "./chart-row.js";
import { FieldProblems, useValueProblems } from "./field-problem.js";
import { valueProblems } from "./field-problems.js";
import { CheckedField, type FieldWrite } from "./live-field.js";

interface ResourceFieldsProps extends ChartRowContext {
  /** The whole map `resources`. */
  readonly resources: ChartEntry;
}

const FIELDS = [
  { kind: "requests", resource: "memory", label: "Memory request" },
  { kind: "requests", resource: "cpu", label: "CPU request" },
  { kind: "limits", resource: "memory", label: "Memory limit" },
  { kind: "limits", resource: "cpu", label: "CPU limit" },
] as const;

/** Memory and CPU of Spegel's pods. */
export function ResourceFields({ resources, scope, diagnostics, onChange }: ResourceFieldsProps) {
  const id = useId();
  const ofFields = FIELDS.flatMap(({ kind, resource }) =>
    valueProblems(diagnostics, chartField(scope, ["resources", kind, resource])),
  );
  const ofMap = valueProblems(diagnostics, resources.field).filter(
    (problem) => !ofFields.some((of) => of.code === problem.code && of.path === problem.path),
  );
  return (
    <fieldset className="min-w-0">
      <legend>
        <span className="font-medium">Resources</span>{" "}
        <span className="font-mono text-xs text-ink-3">resources</span>
      </legend>
      <p className="mt-0.5 mb-1.5 text-xs text-ink-2">
        Of Spegel’s pod on every node. Above its memory limit the pod is killed, and images come from
        elsewhere until it is back.
      </p>
      <div className="space-y-1">
        {FIELDS.map((field) => (
          <ResourceField key={field.label} {...{ ...field, resources, scope, diagnostics, onChange }} />
        ))}
      </div>
      <FieldProblems id={`${id}-problems`} problems={ofMap} />
    </fieldset>
  );
}

type ResourceFieldProps = ResourceFieldsProps & (typeof FIELDS)[number];

function ResourceField({ kind, resource, label, resources, scope, onChange }: ResourceFieldProps) {
  const id = useId();
  const field = chartField(scope, ["resources", kind, resource]);
  const { value } = field;
  const told = useValueProblems(field);
  const byDefault = quantityAt(resources.value.default, kind, resource);
  const write: FieldWrite = (text) => {
    if (!QUANTITY.test(text)) return "A quantity is a number with a unit, such as 128Mi or 100m.";
    onChange({ kind: "set-chart-value", keys: field.keys, value: text }, "value");
    return null;
  };
  return (
    <div className="grid grid-cols-[6.5rem_5.5rem_1fr] items-start gap-x-2">
      <label htmlFor={id} className="pt-1.5 text-xs text-ink-2">
        {label}
      </label>
      <CheckedField
        id={id}
        value={value === undefined ? byDefault : value === null ? "" : String(value)}
        write={write}
        placeholder={value === null ? "null" : "not set"}
        className="h-7 w-full"
        invalid={told.invalid}
        describedBy={told.describedBy}
      />
      <ChartOrigin scope={scope} field={field} name={label} canUnset={byDefault !== ""} onChange={onChange} />
      <div className="col-span-3">{told.list}</div>
    </div>
  );
}

/** A Kubernetes quantity that is not negative (apimachinery pkg/api/resource/quantity.go). */
const QUANTITY = /^\+?(?:\d+\.?\d*|\.\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/;

function quantityAt(resources: unknown, ...keys: readonly string[]): string {
  let value = resources;
  for (const key of keys) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
