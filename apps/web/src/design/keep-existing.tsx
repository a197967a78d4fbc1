import type { ChartCatalog, ScopeForm } from "@lookinglass/designer";
import { useId } from "react";
import { classes } from "../ui/classes.js";
import { type ChartEntry, chartEntry, switchOf } from "./chart-entry.js";
import { ChartOrigin } from "./chart-origin.js";
import { chartChanger } from "./chart-write.js";
import { useValueProblems } from "./field-problem.js";
import { Flag } from "./flag.js";
import type { ChangeForm } from "./use-form-change.js";

interface KeepExistingProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly onChange: ChangeForm;
}

/** `spegel.prependExisting`, which matters only while Spegel writes hosts.toml. */
export function KeepExisting({ scope, catalog, onChange }: KeepExistingProps) {
  const entry = chartEntry(catalog, scope, "spegel.prependExisting", "spegel.appendMirrors");
  return entry && <KeepFlag entry={entry} scope={scope} onChange={onChange} />;
}

interface KeepFlagProps extends Pick<KeepExistingProps, "scope" | "onChange"> {
  readonly entry: ChartEntry;
}

function KeepFlag({ entry: { value, field }, scope, onChange }: KeepFlagProps) {
  const id = useId();
  const told = useValueProblems(field);
  const change = chartChanger(scope, onChange);
  return (
    <div className="mt-2">
      <Flag
        label="Keep the hosts of files that it sets aside"
        describedBy={classes(id, told.describedBy)}
        invalid={told.invalid}
        checked={switchOf(field.value ?? value.default)}
        onSet={(on) => change({ kind: "set-chart-value", keys: field.keys, value: on })}
      />
      <div id={id} className="pl-5">
        <p className="min-h-8 text-xs text-ink-2">{effectOf(scope)}</p>
        {told.list}
        <ChartOrigin scope={scope} field={field} name={value.path} onChange={change} />
      </div>
    </div>
  );
}

function effectOf({ spegelEnabled, mirrorAdd }: ScopeForm): string {
  if (!spegelEnabled.value) return "No effect while Spegel is off.";
  if (!mirrorAdd.value) return "No effect while you write hosts.toml: Spegel sets nothing aside.";
  return "Their [host] tables go into the files that Spegel writes for the same registry; the rest of them is lost.";
}
