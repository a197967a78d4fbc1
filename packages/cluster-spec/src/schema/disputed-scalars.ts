import { goValue, type ScalarValue } from "../parse/go-scalars.js";
import type { ScalarNode, SpecNode } from "../parse/nodes.js";
import type { SpecDocument } from "../parse/parse-spec.js";
import type { SpecPath } from "../path.js";

/** A plain scalar that YAML readers take for different things; yes, no, on and off are yaml11Booleans. */
export interface DisputedScalar {
  readonly path: SpecPath;
  /** As written: `072504`, `30_021`, `2026-01-02`. */
  readonly source: string;
  /** date: go-yaml v3 alone reads a date; sexagesimal: YAML 1.1 alone reads a number of base 60. */
  readonly kind: "number" | "date" | "sexagesimal";
  /** What go-yaml v3 makes of it, which is in the data too. */
  readonly go: ScalarValue;
  /** What go-yaml v2 makes of it. */
  readonly goV2: ScalarValue;
  /** What YAML 1.2 makes of it. */
  readonly yaml12: ScalarValue;
}

/** Where one might be. Most specs have no such place. */
const ANYWHERE =
  /(?:^|[\s[{,:])[-+]?(?:0[\dobxOBX_]|\d+(?:_|:\d|-\d)|[1-9][\d_]*_|\d{20}|[\d.]+[eE]|\+?0[xX]|-0$)/m;

/** Every disputed scalar among the values of a document, in its order. */
export function disputedScalars(document: SpecDocument): readonly DisputedScalar[] {
  return ANYWHERE.test(document.text) ? scalarsAt(document.root, { text: document.text, path: [] }) : [];
}

interface Walk {
  readonly text: string;
  /** Of the node; changes while its values are walked and is the same again after. */
  readonly path: (string | number)[];
}

function scalarsAt(node: SpecNode, walk: Walk): DisputedScalar[] {
  if (node.kind === "map") return node.entries.flatMap(({ name, value }) => scalarsBelow(value, walk, name));
  if (node.kind === "list") return node.items.flatMap(({ value }, index) => scalarsBelow(value, walk, index));
  const dispute = node.kind === "scalar" ? disputeOf(node, walk.text) : null;
  return dispute ? [{ path: [...walk.path], ...dispute }] : [];
}

function scalarsBelow(node: SpecNode, walk: Walk, segment: string | number): DisputedScalar[] {
  walk.path.push(segment);
  const found = scalarsAt(node, walk);
  walk.path.pop();
  return found;
}

/** Null where readers agree, and where quotes or a tag leave no doubt. */
export function disputeOf(
  { style, tag, start, end }: ScalarNode,
  text: string,
): Omit<DisputedScalar, "path"> | null {
  if (style !== "plain" || tag !== null) return null;
  const source = text.slice(start, end);
  const go = goValue(source);
  const yaml12 = yaml12Value(source);
  // Only this spelling differs between the two: v2 knows no 0o but Go's own.
  const goV2 = /^0o[-+]/.test(source.replaceAll("_", "")) ? source : go;
  if (go !== yaml12 && !(Number.isNaN(go) && Number.isNaN(yaml12)))
    return { source, kind: "number", go, goV2, yaml12 };
  if (isDate(source)) return { source, kind: "date", go, goV2, yaml12 };
  return SEXAGESIMAL.test(source) ? { source, kind: "sexagesimal", go, goV2, yaml12 } : null;
}

/** YAML 1.2's core schema, in numbers; words are the same to Go. */
function yaml12Value(source: string): ScalarValue {
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(source)) return Number(source);
  if (/^0(?:o[0-7]+|x[\da-fA-F]+)$/.test(source)) return Number(source);
  const value = goValue(source);
  return typeof value === "number" && Number.isFinite(value) ? source : value;
}

const SEXAGESIMAL = /^[-+]?[1-9][\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;

const DATE =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]\d\d?:\d\d?:\d\d?(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d\d?:\d\d?:\d\d?(?:\.\d+)?)?$/;

function isDate(source: string): boolean {
  const [, year, month, day] = (DATE.exec(source) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
