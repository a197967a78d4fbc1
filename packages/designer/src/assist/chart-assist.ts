import type { SpecPath } from "@lookinglass/cluster-spec";
import { type ChartValue, type ChartValueLookup, chartValues, findChartValue } from "@lookinglass/spegel";
import { lookUpValue } from "../spegel/look-up-value.js";
import { CHOICES } from "../spegel/value-choices.js";
import type { Completion } from "./completion.js";
import { article, code, sentence, shortJson } from "./markdown.js";
import type { CursorPlace, KeySlot, ValueSlot } from "./yaml/cursor-place.js";
import { type KeyShape, keyText, leadingBlank, valueText } from "./yaml/write-yaml.js";

/** A step below a section of the chart's values: a value, or a section that holds some. */
type ChartKey = { readonly name: string; readonly path: string; readonly value: ChartValue | null };

/**
 * Completions within Spegel's chart values.
 *
 * @param place with paths that begin at the values' root
 * @param version chart release
 */
export function chartCompletions(text: string, place: CursorPlace, version: string): Completion[] {
  const { key, value } = place;
  return [
    ...(key ? keyCompletions(text, place, key, version) : []),
    ...(value ? valueCompletions(text, place, value, version) : []),
  ];
}

function keyCompletions(text: string, place: CursorPlace, slot: KeySlot, version: string): Completion[] {
  return keysBelow(slot.map, version)
    .filter(({ name }) => !slot.taken.has(name))
    .map(({ name, path, value }) => ({
      label: name,
      kind: "chart-value",
      insertText: leadingBlank(text, place) + keyText(name, shapeOf(value), slot.layout),
      replace: place.token,
      detail: value ? summary(value) : "values of the chart",
      documentation: describeLookup(findChartValue(path, version), path, version),
    }));
}

function keysBelow(path: SpecPath, version: string): ChartKey[] {
  if (path.some((segment) => typeof segment === "number" || segment.includes("."))) return [];
  const prefix = path.map((segment) => `${segment}.`).join("");
  const keys = new Map<string, ChartKey>();
  for (const value of chartValues(version)) {
    if (!value.path.startsWith(prefix)) continue;
    const [name = "", ...below] = value.path.slice(prefix.length).split(".");
    keys.set(name, { name, path: prefix + name, value: below.length === 0 ? value : null });
  }
  return [...keys.values()];
}

function shapeOf(value: ChartValue | null): KeyShape {
  if (value === null || value.type === "object") return "map";
  return value.type.startsWith("array") ? "list" : "scalar";
}

function valueCompletions(text: string, place: CursorPlace, slot: ValueSlot, version: string): Completion[] {
  const isItem = typeof slot.path.at(-1) === "number";
  const path = isItem ? slot.path.slice(0, -1) : slot.path;
  const found = lookUpValue(path, version);
  if (found.kind !== "present" || found.value.path !== path.join(".")) return [];
  const isList = found.value.type.startsWith("array");
  // Below the key of a list a new item needs its dash.
  const isNewItem = isList && !isItem && place.key?.layout.form === "block";
  if (isList !== (isItem || isNewItem)) return [];
  const lead = leadingBlank(text, place) + (isNewItem ? "- " : "");
  return choicesOf(found.value).map(({ label, written }) => ({
    label,
    kind: "value",
    insertText: lead + (typeof written === "string" ? valueText(written, slot.scalar) : String(written)),
    replace: place.token,
    detail: written === found.value.default ? "the chart's default" : found.value.path,
  }));
}

function choicesOf(value: ChartValue) {
  const written: (string | number | boolean)[] = [];
  if (value.type === "boolean") written.push(true, false);
  if (typeof value.default === "number" || (typeof value.default === "string" && value.default !== "")) {
    written.push(value.default);
  }
  const all = new Set([...written, ...(CHOICES.get(value.path) ?? [])]);
  return [...all].map((choice) => ({ label: String(choice), written: choice }));
}

/** What is known of the chart value at a path, in markdown; null for the root. */
export function describeChartValue(path: SpecPath, version: string): string | null {
  const keys = path.filter((segment) => typeof segment === "string");
  return keys.length === 0 ? null : describeLookup(lookUpValue(keys, version), keys.join("."), version);
}

function describeLookup(found: ChartValueLookup, path: string, version: string): string {
  switch (found.kind) {
    case "present":
      return article(path, summary(found.value, code), ...remarks(found.value));
    case "section":
      return article(path, `a section of Spegel's chart ${version}`);
    case "later":
      return article(
        path,
        summary(found.value, code),
        `Not in chart ${version}, which ignores it.`,
        ...remarks(found.value),
      );
    case "gone":
      return article(
        path,
        `until chart ${found.value.until}`,
        `Ignored by chart ${version}.`,
        ...remarks(found.value),
      );
    case "unknown":
      return article(
        path,
        "",
        `Spegel's chart ${version} has no such value and ignores it.`,
        elsewhere(path, found.elsewhere),
      );
  }
}

function summary({ type, default: byDefault, since }: ChartValue, write = (json: string) => json): string {
  return `${type}, default ${write(shortJson(byDefault))}, since chart ${since}`;
}

function remarks({ note, renamedTo, renamedFrom, isUsed }: ChartValue): (string | null)[] {
  return [
    note && sentence(note),
    renamedFrom && `Before, its name was ${code(renamedFrom)}.`,
    renamedTo && `Its name now is ${code(renamedTo)}.`,
    isUsed ? null : "This release lists it, but no template reads it.",
  ];
}

function elsewhere(path: string, paths: readonly string[]): string | null {
  if (paths.includes(path)) return "It is one key with dots: each part is a level of its own.";
  return paths.length > 0 ? `It has ${paths.map(code).join(", ")}.` : null;
}
