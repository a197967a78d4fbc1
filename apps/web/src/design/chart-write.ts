import type { ChartChange, ScopeForm } from "@lookinglass/designer";
import type { EditOutcome } from "../document/edit-queue.js";
import type { ChangeForm } from "./use-form-change.js";

/** Changes chart values at a level; changes in a row with the same key are one undo step. */
export type ChangeChart = (change: ChartChange, mergeKey?: string) => Promise<EditOutcome>;

export function chartChanger(scope: ScopeForm, onChange: ChangeForm): ChangeChart {
  return (change, mergeKey) =>
    onChange({ ...change, scope: scope.id }, mergeKey && `${mergeKey} ${change.keys.join(".")} ${scope.id}`);
}
