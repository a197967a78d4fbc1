import type { ParsedSpec, SpecEdit } from "@lookinglass/cluster-spec";
import { HELM_VALUES, SPEGEL_ENABLED } from "../agent/spegel-state.js";
import type { Settings } from "../analysis.js";
import { resolveSettings } from "../settings.js";
import { chartEdits, removeHere } from "./chart-edits.js";
import type { FormChange } from "./model.js";
import { addOverride, overrideEdits } from "./override-edits.js";
import { readScopes, type Scope } from "./scopes.js";

/**
 * The edits of the spec that a change of a form stands for, to be made by `editSpec`. Pure. Empty when there is
 * nothing to change: the spec has no such level, filter, override or mirror any more, or holds the value already.
 *
 * @param settings what is written is what the assumed release of containerd reads
 */
export function formEdits(
  spec: ParsedSpec,
  change: FormChange,
  settings: Settings = {},
): readonly SpecEdit[] {
  const scope = readScopes(spec).find(({ id }) => id === change.scope);
  const { containerdVersion } = resolveSettings(settings, null);
  return scope ? scopeEdits(spec, scope, change, containerdVersion) : [];
}

function scopeEdits(
  spec: ParsedSpec,
  scope: Scope,
  change: FormChange,
  containerdVersion: string,
): readonly SpecEdit[] {
  switch (change.kind) {
    case "set-enabled":
      if (change.value === null) return removeHere(spec, scope, SPEGEL_ENABLED);
      return [{ path: [...scope.configPath, ...SPEGEL_ENABLED], value: change.value }];
    case "remove-helm-values":
      return removeHere(spec, scope, HELM_VALUES);
    case "set-chart-value":
    case "unset-chart-value":
    case "change-list":
    case "move-chart-value":
      return chartEdits(spec, scope, change);
    case "add-override":
      return addOverride(scope, change, containerdVersion);
    default:
      return overrideEdits(scope, change, containerdVersion);
  }
}
