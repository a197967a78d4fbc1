import { editSpec, type ParsedSpec, type SpecEdit, type SpecPath, valueAt } from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../agent/spegel-state.js";
import { chartValueFrom, inherits, writtenAt } from "./chart-origins.js";
import type { ChartChange, ListChange } from "./model.js";
import { removeWithParents } from "./prune.js";
import { type Scope, writesHere } from "./scopes.js";

type ChangeOf<Kind extends ChartChange["kind"]> = Extract<ChartChange, { kind: Kind }>;

/** The edits that a change of the chart's values stands for; empty when there is nothing to change. */
export function chartEdits(spec: ParsedSpec, scope: Scope, change: ChartChange): readonly SpecEdit[] {
  switch (change.kind) {
    case "set-chart-value":
      return editValues(scope, [{ path: change.keys, value: change.value }]);
    case "unset-chart-value":
      return unset(spec, scope, change.keys);
    case "change-list":
      return changeList(spec, scope, change);
    case "move-chart-value":
      return moveValue(scope, change);
  }
}

/** Takes away a value that this level writes. */
export function removeHere(spec: ParsedSpec, scope: Scope, path: SpecPath): readonly SpecEdit[] {
  const document = spec.cluster.form === "none" ? undefined : spec.documents[spec.cluster.document];
  if (!document || !writesHere(scope, path)) return [];
  return [removeWithParents(document, [...scope.configPath, ...path], scope.configPath)];
}

/** Edits of values whose paths are within helm_values. */
function editValues({ configPath, helmValues }: Scope, edits: readonly SpecEdit[]): SpecEdit[] {
  const place = [...configPath, ...HELM_VALUES];
  // A string is one value to Kublr: a level that inherits it writes the whole string, or it would lose the rest.
  if (helmValues.form === "string") {
    return [{ path: place, value: editSpec(helmValues.inner.text, edits).text }];
  }
  return edits.map((edit) => inHelmValues(place, edit));
}

function inHelmValues(place: SpecPath, edit: SpecEdit): SpecEdit {
  const path = [...place, ...edit.path];
  return "move" in edit ? { ...edit, path, move: [...place, ...edit.move] } : { ...edit, path };
}

function unset(spec: ParsedSpec, scope: Scope, keys: readonly string[]): readonly SpecEdit[] {
  const { helmValues } = scope;
  const written = writtenAt(helmValues.value, keys);
  if (!written || chartValueFrom(scope, keys) !== "here") return [];
  if (helmValues.form !== "string") return removeHere(spec, scope, [...HELM_VALUES, ...written.keys]);
  const [document] = helmValues.inner.documents;
  if (!document) return [];
  const removal = removeWithParents(document, written.keys, []);
  return removal.path.length === 0 ? removeHere(spec, scope, HELM_VALUES) : editValues(scope, [removal]);
}

function moveValue(scope: Scope, { keys, to }: ChangeOf<"move-chart-value">): readonly SpecEdit[] {
  const values = scope.helmValues.value;
  const isHere = chartValueFrom(scope, keys) === "here";
  if (!isHere || writtenAt(values, to) !== undefined) return [];
  const name = to.at(-1);
  const isSibling = keys.slice(0, -1).join("\n") === to.slice(0, -1).join("\n");
  const edit = isSibling && name !== undefined ? { path: keys, rename: name } : { path: keys, move: to };
  return editValues(scope, [edit]);
}

function changeList(
  spec: ParsedSpec,
  scope: Scope,
  { keys, initial, change }: ChangeOf<"change-list">,
): readonly SpecEdit[] {
  const written = valueAt(scope.helmValues.value, keys);
  const list = written ?? initial;
  if (!Array.isArray(list)) return [];
  const changed = changedList(list, change);
  if (changed === null) return [];
  const isOwn = Array.isArray(written) && chartValueFrom(scope, keys) === "here";
  const isEmptyWithout = initial.length === 0 && !inherits(scope, keys);
  if (changed.length === 0 && isOwn && isEmptyWithout) return unset(spec, scope, keys);
  // Lists do not merge: a level that changes a list which is not its own writes all of it.
  if (!isOwn || list.length === 0) return editValues(scope, [{ path: keys, value: changed }]);
  return editValues(scope, itemEdits(keys, list, change));
}

/** The list after a change; null when the change changes nothing. */
function changedList(list: readonly unknown[], change: ListChange): readonly unknown[] | null {
  switch (change.kind) {
    case "add":
      return [...list, change.value];
    case "set":
      if (!(change.index in list) || list[change.index] === change.value) return null;
      return list.with(change.index, change.value);
    case "remove":
      return change.index in list ? list.toSpliced(change.index, 1) : null;
    case "move":
      if (!(change.from in list) || !(change.to in list)) return null;
      return list.toSpliced(change.from, 1).toSpliced(change.to, 0, list[change.from]);
  }
}

function itemEdits(
  keys: readonly string[],
  list: readonly unknown[],
  change: ListChange,
): readonly SpecEdit[] {
  const at = (index: number): SpecPath => [...keys, index];
  if (change.kind === "add") return [{ path: at(list.length), value: change.value }];
  if (change.kind === "remove") return [{ path: at(change.index), remove: true }];
  if (change.kind === "move") return [{ path: at(change.from), move: at(change.to) }];
  return [{ path: at(change.index), value: change.value }];
}
