import { isWritableList, isWritableMap, type WritableValue } from "./plain-value.js";
import { scalarText } from "./scalar-text.js";
import type { Style } from "./style.js";

/** Where a flow collection is written. */
export interface FlowPlace {
  /** Collections that are not empty go over several lines, the closing bracket at this indentation. */
  readonly indent: string | null;
}

/** A value in flow style. */
export function flowText(value: WritableValue, style: Style, place: FlowPlace): string {
  const inner = place.indent === null ? place : { indent: place.indent + style.flowIndent };
  if (isWritableList(value)) {
    const items = value.map((item) => flowText(item, style, inner));
    return bracketed("[", items, "]", style, place);
  }
  if (isWritableMap(value)) {
    const entries = Object.entries(value).map(([key, member]) => flowEntry(key, member, style, inner));
    return bracketed("{", entries, "}", style, place);
  }
  return scalarText(value, { flow: true, json: style.json });
}

/** `key: value` in flow style. */
export function flowEntry(key: string, value: WritableValue, style: Style, place: FlowPlace): string {
  const name = scalarText(key, { flow: true, json: style.json });
  // A colon directly before the value is only safe after a quoted key.
  const colon = name.startsWith('"') ? style.flowColon : ": ";
  return `${name}${colon}${flowText(value, style, place)}`;
}

function bracketed(
  open: string,
  members: readonly string[],
  close: string,
  style: Style,
  { indent }: FlowPlace,
): string {
  if (members.length === 0) return open + close;
  if (indent === null) return open + members.join(style.flowComma) + close;
  const inner = `${style.eol}${indent}${style.flowIndent}`;
  return `${open}${inner}${members.join(`,${inner}`)}${style.eol}${indent}${close}`;
}
