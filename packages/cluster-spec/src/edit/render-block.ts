import type { ScalarStyle } from "../parse/nodes.js";
import { isWritableList, isWritableMap, type WritableMap, type WritableValue } from "./plain-value.js";
import { type BlockScalarText, literalText, scalarText } from "./scalar-text.js";
import type { Style } from "./style.js";

/** A value as it stands after `key:` or `-`. */
export interface Rendered {
  /** On the line of the indicator; empty when the value begins on the next line. */
  readonly inline: string;
  /** The lines below, each with the line break before it. */
  readonly block: string;
  /** Comments that are to stand above the key, without indentation. */
  readonly above?: readonly string[];
}

export interface BlockOptions {
  readonly style: Style;
  /** Write texts of several lines in double quotes: where a block scalar would swallow what follows. */
  readonly quoteLines: boolean;
}

const pad = (column: number): string => " ".repeat(column);

/** A value of a map whose keys stand at a column. */
export function valueAfterKey(
  value: WritableValue,
  column: number,
  options: BlockOptions,
  keep?: ScalarStyle,
): Rendered {
  const { style } = options;
  if (isFilledList(value)) {
    const at = column + style.listIndent;
    return { inline: "", block: style.eol + pad(at) + listText(value, at, options) };
  }
  if (isFilledMap(value)) {
    const at = column + style.mapIndent;
    return { inline: "", block: style.eol + pad(at) + mapText(value, at, options) };
  }
  return scalarAfter(value, column, options, keep);
}

/** A value of a list whose dashes stand at a column: maps and lists begin on the dash's line. */
export function valueAfterDash(
  value: WritableValue,
  column: number,
  options: BlockOptions,
  keep?: ScalarStyle,
): Rendered {
  if (isFilledList(value)) return { inline: listText(value, column + 2, options), block: "" };
  if (isFilledMap(value)) return { inline: mapText(value, column + 2, options), block: "" };
  return scalarAfter(value, column, options, keep);
}

/** Entries of a block map, the first without indentation. */
export function mapText(map: WritableMap, column: number, options: BlockOptions): string {
  return Object.entries(map)
    .map(([key, value]) => entryText(key, valueAfterKey(value, column, options), options.style))
    .join(options.style.eol + pad(column));
}

/** Items of a block list, the first without indentation. */
export function listText(list: readonly WritableValue[], column: number, options: BlockOptions): string {
  return list
    .map((item) => itemText(valueAfterDash(item, column, options)))
    .join(options.style.eol + pad(column));
}

/** Comment lines above what stands at a column, the first without indentation. */
export function linesAbove(above: readonly string[] | undefined, column: number, { eol }: Style): string {
  return (above ?? []).map((line) => line + eol + pad(column)).join("");
}

export function entryText(key: string, value: Rendered, style: Style): string {
  return keyText(key, style) + afterColon(value);
}

export function afterColon(value: Rendered): string {
  return `:${afterIndicator(value)}`;
}

export function itemText(value: Rendered): string {
  return `-${afterIndicator(value)}`;
}

function afterIndicator({ inline, block }: Rendered): string {
  return (inline === "" ? "" : ` ${inline}`) + block;
}

export function keyText(key: string, style: Style, keep?: ScalarStyle): string {
  return scalarText(key, { flow: style.json, json: style.json, keep });
}

/** The lines of a block scalar at an indentation; blank ones get none. */
export function indentLines({ lines }: BlockScalarText, indent: number, eol: string): string {
  return lines.map((line) => eol + (line === "" ? "" : pad(indent) + line)).join("");
}

function scalarAfter(
  value: WritableValue,
  column: number,
  { style, quoteLines }: BlockOptions,
  keep?: ScalarStyle,
): Rendered {
  if (isWritableList(value)) return { inline: "[]", block: "" };
  if (isWritableMap(value)) return { inline: "{}", block: "" };
  const literal =
    typeof value === "string" && !quoteLines ? literalText(value, style.mapIndent, false) : null;
  if (literal) {
    return { inline: literal.header, block: indentLines(literal, column + style.mapIndent, style.eol) };
  }
  return { inline: scalarText(value, { flow: false, json: false, keep }), block: "" };
}

export function isFilledList(value: WritableValue): value is readonly WritableValue[] {
  return isWritableList(value) && value.length > 0;
}

export function isFilledMap(value: WritableValue): value is WritableMap {
  return isWritableMap(value) && Object.keys(value).length > 0;
}
