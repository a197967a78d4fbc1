import type { ChartCatalog, ScopeForm } from "@lookinglass/designer";
import { useId } from "react";
import { chartEntry } from "./chart-entry.js";
import { ChartOrigin } from "./chart-origin.js";
import { chartChanger } from "./chart-write.js";
import { Flag } from "./flag.js";
import type { ChangeForm } from "./use-form-change.js";

interface KeepExistingProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly onChange: ChangeForm;
}

/** `spegel.prependExisting`, which matters only while Spegel writes hosts.toml. */
export function KeepExisting({ scope, catalog, onChange }: KeepExistingProps) {
  const id = useId();
  const entry = chartEntry(catalog, scope, "spegel.prependExisting", "spegel.appendMirrors");
  if (!entry) return null;
  const { value, field } = entry;
  const change = chartChanger(scope, onChange);
  return (
    <div className="mt-2">
      <Flag
        label="Keep the hosts of files that it sets aside"
        describedBy={id}
        checked={(field.value ?? value.default) === true}
        onSet={(on) => change({ kind: "set-chart-value", keys: field.keys, value: on })}
      />
      <div id={id} className="pl-5">
        <p className="min-h-8 text-xs text-ink-2">{effectOf(scope)}</p>
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
