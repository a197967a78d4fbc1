import type { Diagnostic, ScopeForm } from "@lookinglass/designer";
import { type ReactNode, useId } from "react";
import { classes } from "../ui/classes.js";
import { ChartControl } from "./chart-control.js";
import { type ChartEntry, switchOf } from "./chart-entry.js";
import { ChartOrigin } from "./chart-origin.js";
import type { ChangeChart } from "./chart-write.js";
import { useTold } from "./field-problem.js";
import { valueProblems } from "./field-problems.js";
import { Toggle } from "./toggle.js";

export interface ChartRowContext {
  readonly scope: ScopeForm;
  readonly diagnostics: readonly Diagnostic[];
  readonly onChange: ChangeChart;
}

interface ChartRowProps extends ChartRowContext {
  readonly entry: ChartEntry;
  /** What people call it; without one its path stands there. */
  readonly title?: string;
  /** What it does, in a sentence or two. */
  readonly about: ReactNode;
}

/** One value of the chart: what it is, its field, what is wrong with it, where it comes from. */
export function ChartRow({ entry, title, about, scope, diagnostics, onChange }: ChartRowProps) {
  const id = useId();
  const { value, field } = entry;
  const told = useTold(isList(entry) ? NO_PROBLEMS : valueProblems(diagnostics, field));
  const label = <RowLabel path={value.path} title={title} />;
  return (
    <div className="min-w-0">
      {value.type === "boolean" ? (
        <Toggle
          id={id}
          label={label}
          name={title ?? value.path}
          describedBy={classes(`${id}-about`, told.describedBy)}
          invalid={told.invalid}
          checked={field.value === null ? false : switchOf(field.value ?? value.default)}
          wrong={field.text}
          onChange={(on) => onChange({ kind: "set-chart-value", keys: field.keys, value: on })}
        />
      ) : (
        <label htmlFor={id} className="block">
          {label}
        </label>
      )}
      <p id={`${id}-about`} className="mt-0.5 mb-1.5 text-xs text-ink-2">
        {about}
      </p>
      {value.type !== "boolean" && (
        <ChartControl
          id={id}
          entry={entry}
          name={title ?? value.path}
          told={told}
          {...{ scope, diagnostics, onChange }}
        />
      )}
      {told.list}
      <ChartOrigin
        scope={scope}
        field={field}
        name={title ?? value.path}
        canUnset={value.defaultText !== "{}" && value.defaultText !== "[]"}
        onChange={onChange}
      />
    </div>
  );
}

const NO_PROBLEMS: readonly Diagnostic[] = [];

/** A list shows the problems of its items below these. */
function isList({ value, field }: ChartEntry): boolean {
  return value.type === "array<string>" && (field.value === undefined || Array.isArray(field.value));
}

function RowLabel({ path, title }: { readonly path: string; readonly title: string | undefined }) {
  if (title === undefined) return <span className="font-mono text-xs font-medium wrap-anywhere">{path}</span>;
  return (
    <>
      <span className="font-medium">{title}</span>{" "}
      <span className="font-mono text-xs font-normal text-ink-3 wrap-anywhere">{path}</span>
    </>
  );
}
