import type { OffsetRange, SpecPath } from "@lookinglass/cluster-spec";
import { certsDTarget } from "../agent/extensions.js";
import { chartPath, isExtensionField } from "./spec-places.js";
import { type CursorPlace, type PlaceInDocument, placeAt, scalarTextAt } from "./yaml/cursor-place.js";
import { type InnerText, innerText } from "./yaml/inner-text.js";

/** What is being written at a cursor. A chart value may stand in a text of its own; a template always does. */
export type Focus =
  | { readonly language: "spec"; readonly text: string; readonly place: CursorPlace; readonly inner: null }
  | {
      readonly language: "chart";
      readonly text: string;
      /** Its paths begin at the values' root. */
      readonly place: CursorPlace;
      readonly inner: InnerText | null;
    }
  | {
      readonly language: "template";
      readonly inner: InnerText;
      /** Path of the template's `content` in the spec. */
      readonly path: SpecPath;
      readonly isHostsFile: boolean;
    };

/** What is being written at an offset of a spec; null where nothing that is known can be. */
export function focusAt(text: string, offset: number): Focus | null {
  const place = placeAt(text, offset);
  if (!place || isOtherKind(text, place)) return null;
  const { key, value } = place;
  if (value && isExtensionField(value.path, "content")) return templateFocus(text, place, value.path, offset);
  const inChart = chartPath(key?.map ?? value?.path ?? []);
  if (!inChart) return { language: "spec", text, place, inner: null };
  if (value?.scalar && inChart.length === 0 && value.scalar.form !== "plain") {
    return valuesInText(innerText(text, value.scalar, offset));
  }
  return { language: "chart", text, place: withinChart(place), inner: null };
}

/** The documents beside a Cluster, such as Secrets, are none of ours. */
function isOtherKind(text: string, { document }: PlaceInDocument): boolean {
  const kind = scalarTextAt(text, document, ["kind"]);
  return kind !== null && !"Cluster".startsWith(kind);
}

function valuesInText(inner: InnerText | null): Focus | null {
  const place = inner && placeAt(inner.text, inner.offset);
  return place && { language: "chart", text: inner.text, place, inner };
}

function withinChart(place: CursorPlace): CursorPlace {
  const { token, key, value } = place;
  return {
    token,
    key: key && { ...key, map: chartPath(key.map) ?? [] },
    value: value && { ...value, path: chartPath(value.path) ?? [] },
  };
}

function templateFocus(
  text: string,
  { value, document }: PlaceInDocument,
  path: SpecPath,
  offset: number,
): Focus | null {
  const inner = value?.scalar ? innerText(text, value.scalar, offset) : null;
  if (!inner) return null;
  const target = scalarTextAt(text, document, [...path.slice(0, -1), "path"]);
  const isHostsFile = target === null || (certsDTarget(target)?.endsWith("/hosts.toml") ?? false);
  return { language: "template", inner, path, isHostsFile };
}

/** A range of the focused text in the spec's text. */
export function outerRange(inner: InnerText | null, { start, end }: OffsetRange): OffsetRange {
  return inner ? { start: inner.toOuter(start), end: inner.toOuter(end) } : { start, end };
}
