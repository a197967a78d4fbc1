import { isArray, type JsonValue, sameData } from "../json.js";
import { nodeAt } from "../locate.js";
import type { SpecNode } from "../parse/nodes.js";
import type { SpecDocument } from "../parse/parse-spec.js";
import { type SpecPath, valueAt } from "../path.js";
import { disputeOf } from "../schema/disputed-scalars.js";
import { type DataResult, insertInData, removeFromData, renameInData, setInData } from "./apply-to-data.js";
import { decompose } from "./decompose.js";
import type { EditContext } from "./edit-context.js";
import { type MovedItem, type MovedText, movedTextAt } from "./moved-text.js";
import { toReadBack, type WritableValue } from "./plain-value.js";
import { planInsert, planRename, planReplace, planSet, type Ways } from "./plan.js";
import { planRemove } from "./plan-remove.js";
import { createDocument } from "./root-value.js";
import { findDetour, findUses, hasSharing, isAliasAt } from "./shared-nodes.js";
import type { SpecEdit } from "./spec-edit.js";
import { detectStyle } from "./style.js";
import { TextLines } from "./text-lines.js";
import { type EditState, firstThatWorks } from "./verify.js";

/** One change of a document's data. */
export type Change =
  | {
      readonly op: "set";
      readonly path: SpecPath;
      readonly value: WritableValue;
      readonly moved?: MovedText | undefined;
      readonly detach?: boolean;
    }
  | {
      readonly op: "insert";
      readonly path: SpecPath;
      readonly value: WritableValue;
      readonly moved?: MovedItem | undefined;
    }
  | { readonly op: "remove"; readonly path: SpecPath; readonly withComments?: boolean }
  | { readonly op: "rename"; readonly path: SpecPath; readonly name: string }
  | { readonly op: "move"; readonly path: SpecPath; readonly to: SpecPath };

export type ChangeResult =
  | { readonly ok: true; readonly state: EditState }
  | { readonly ok: false; readonly reason: string; readonly suggestion?: readonly SpecEdit[] };

const refuse = (reason: string, suggestion?: readonly SpecEdit[]): ChangeResult =>
  suggestion ? { ok: false, reason, suggestion } : { ok: false, reason };

/** Makes one change in the document with the given index; the text's other documents stay as they are. */
export function applyChange(state: EditState, index: number, change: Change): ChangeResult {
  const document = state.spec.documents[index];
  if (!document)
    return index === 0 ? applyToNothing(state, change) : refuse(`The text has no document ${index}.`);
  if (state.spec.problems.some((found) => found.document === index && found.code !== "spec/duplicate-key")) {
    return refuse("The document does not parse; correct its errors first.");
  }
  if (change.op === "move") return applyMove(state, index, document, change.path, change.to);
  const result = changedData(document.data, change);
  if (!result.ok) return refuse(result.reason);
  if (isUnchanged(document, result.data, change)) return { ok: true, state };
  return applyExpected(state, document, change, result.data);
}

function changedData(data: JsonValue | undefined, change: Exclude<Change, { op: "move" }>): DataResult {
  switch (change.op) {
    case "set":
      return setInData(data, change.path, toReadBack(change.value));
    case "insert":
      return insertInData(data, change.path, toReadBack(change.value));
    case "remove":
      return removeFromData(data, change.path);
    case "rename":
      return renameInData(data, change.path, change.name);
  }
}

/** An alias that is to be written out, and a number that readers take differently, change the text alone. */
function isUnchanged(document: SpecDocument, after: JsonValue, change: PlainChange): boolean {
  if (!sameData(document.data, after)) return false;
  if (change.op !== "set") return true;
  const node = nodeAt(document, change.path);
  const isDisputed = node?.kind === "scalar" && disputeOf(node, document.text) !== null;
  return !isDisputed && !(change.detach === true && isAliasAt(document.root, change.path));
}

function applyToNothing(state: EditState, change: Change): ChangeResult {
  if (state.spec.problems.length > 0) return refuse("The text does not parse; correct its errors first.");
  if (change.op === "remove") return { ok: true, state };
  const result = change.op === "move" ? refuseMove() : changedData(undefined, change);
  if (!result.ok) return refuse(result.reason);
  const lines = new TextLines(state.spec.text, state.spec.lineStarts);
  const next = firstThatWorks(state, [createDocument(lines, result.data)], [result.data]);
  return next ? { ok: true, state: next } : refuse("The value cannot be written.");
}

const refuseMove = (): DataResult => ({ ok: false, reason: "There is nothing to move." });

type PlainChange = Exclude<Change, { op: "move" }>;

function applyExpected(
  state: EditState,
  document: SpecDocument,
  change: PlainChange,
  data: JsonValue,
): ChangeResult {
  const shared = refuseDetour(document, change, data);
  if (shared) return shared;
  const parts = change.op === "set" ? decompose(valueAt(document.data, change.path), change.value) : null;
  const stepwise = parts && applyParts(state, document.index, change.path, parts);
  if (stepwise?.ok) return stepwise;
  const used = refuseUsed(document, change);
  if (used) return used;
  const context = contextFor(state, document, change);
  if (!context) return refuse("JSON has no such number; only YAML can hold it.");
  const expected = state.spec.documents.map((other) => (other === document ? data : other.data));
  const next =
    firstThatWorks(state, planChange(context, change), expected) ??
    firstThatWorks(state, enclosing(context, change.path, data), expected);
  return next
    ? { ok: true, state: next }
    : refuse("The text there is written in a way that cannot be changed safely.");
}

function contextOf(state: EditState, document: SpecDocument): EditContext {
  const lines = new TextLines(state.spec.text, state.spec.lineStarts);
  return { document, lines, style: detectStyle(lines, document.root) };
}

/** Null when JSON cannot hold the value. An empty document that is JSON is YAML as well and may become it. */
function contextFor(state: EditState, document: SpecDocument, change: PlainChange): EditContext | null {
  const context = contextOf(state, document);
  if (!context.style.json || !("value" in change) || isJson(change.value)) return context;
  return isEmpty(document.root) ? { ...context, style: { ...context.style, json: false } } : null;
}

function isEmpty(node: SpecNode): boolean {
  return (
    (node.kind === "map" && node.entries.length === 0) || (node.kind === "list" && node.items.length === 0)
  );
}

function planChange(context: EditContext, change: PlainChange): Ways {
  switch (change.op) {
    case "set":
      return planSet(context, change.path, change.value, change.moved);
    case "insert":
      return planInsert(context, change.path, change.value, change.moved);
    case "remove":
      return planRemove(context, change.path, change.withComments);
    case "rename":
      return planRename(context, change.path, change.name);
  }
}

function applyParts(
  state: EditState,
  index: number,
  path: SpecPath,
  parts: readonly PlainChange[],
): ChangeResult {
  let current: EditState = state;
  for (const part of parts) {
    const result = applyChange(current, index, { ...part, path: [...path, ...part.path] });
    if (!result.ok) return result;
    current = result.state;
  }
  return { ok: true, state: current };
}

/** A place that is reached through an alias or a merge key belongs to another place too. */
function refuseDetour(document: SpecDocument, change: PlainChange, data: JsonValue): ChangeResult | null {
  const detour = findDetour(document.root, change.path);
  if (!detour) return null;
  const isWhole = detour.path.length === change.path.length;
  if (isWhole && change.op === "set") return null;
  if (isWhole) return refuse("The key comes from a merge key (<<) and is written elsewhere.");
  const via = detour.via === "alias" ? "an alias" : "a merge key (<<)";
  return refuse(
    `The value is reached through ${via} and is written elsewhere; a copy can be written here instead.`,
    [{ path: detour.path, value: valueAt(data, detour.path), document: document.index }],
  );
}

/** A value that aliases repeat would change in all those places. */
function refuseUsed(document: SpecDocument, change: PlainChange): ChangeResult | null {
  const inside = change.op === "set" || change.op === "remove";
  const uses = findUses(document.root, change.path, inside);
  const [first] = uses;
  if (!first) return null;
  const reason = `The value is repeated elsewhere by the alias *${first.alias.name} and would change there too.`;
  if (uses.some((use) => use.merged)) return refuse(reason);
  const copies = uses.map(({ path }) => ({
    path,
    value: valueAt(document.data, path),
    detach: true as const,
    document: document.index,
  }));
  return refuse(`${reason} Copies can be written there first.`, [
    ...copies,
    toSpecEdit(change, document.index),
  ]);
}

function toSpecEdit(change: PlainChange, document: number): SpecEdit {
  const { path } = change;
  switch (change.op) {
    case "set":
      return { path, value: change.value, document };
    case "insert":
      return { path, insert: change.value, document };
    case "remove":
      return { path, remove: true, document };
    case "rename":
      return { path, rename: change.name, document };
  }
}

function isJson(value: WritableValue): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isJson);
}

/** Whole collections that hold the place, from the smallest; anchors and aliases in them would be lost. */
function* enclosing(context: EditContext, path: SpecPath, data: JsonValue): Generator<Ways[number]> {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const holder = path.slice(0, depth);
    const node = nodeAt(context.document, holder);
    const value = valueAt(data, holder);
    if (!node || value === undefined) continue;
    if (hasSharing(node)) return;
    yield* planReplace(context, holder, value);
  }
}

function applyMove(
  state: EditState,
  index: number,
  document: SpecDocument,
  from: SpecPath,
  to: SpecPath,
): ChangeResult {
  const value = valueAt(document.data, from);
  if (value === undefined || from.length === 0 || to.length === 0) return refuse("There is nothing to move.");
  const moved = movedTextAt(contextOf(state, document), from);
  const removed = applyChange(state, index, { op: "remove", path: from, withComments: true });
  if (!removed.ok) return removed;
  const left = removed.state.spec.documents[index]?.data ?? null;
  if (isArray(valueAt(left, to.slice(0, -1)))) {
    return applyChange(removed.state, index, { op: "insert", path: to, value, moved: moved.item });
  }
  if (valueAt(left, to) !== undefined) return refuse("A value is already there.");
  return applyChange(removed.state, index, { op: "set", path: to, value, moved: moved.text });
}
