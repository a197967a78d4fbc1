/** What Go's YAML readers refuse of merge keys (`<<`). */
import { lineOf } from "../positions.js";
import { dereference, type MapEntry, type SpecNode } from "./nodes.js";
import type { TreeProblem } from "./problems.js";

/** The fault of a `<<` whose value cannot be merged, or null; a missing anchor has been told. */
export function mergeFault({ key, value }: MapEntry): TreeProblem | null {
  if (isMergeable(value) || (value.kind === "alias" && value.target === null)) return null;
  const message = `A merge key (<<) takes a map or a list of maps, but this is ${kindOf(value)}: Go's YAML readers refuse the file.`;
  const { start, end } = value.start === value.end ? key : value;
  return { code: "spec/syntax", message, start, end };
}

/** A map, or a list of maps that is written there; an alias of a list is none to Go's readers. */
function isMergeable(value: SpecNode): boolean {
  if (value.kind !== "list") return dereference(value)?.kind === "map";
  return value.items.every((item) => dereference(item.value)?.kind === "map");
}

function kindOf(value: SpecNode): string {
  if (value.kind === "list") return "a list with something else in it";
  const node = dereference(value);
  if (node?.kind === "list") return "an alias of a list";
  return node?.kind === "scalar" && node.value !== null ? "a plain value" : "nothing";
}

export function secondMerge(
  { key: { start, end } }: MapEntry,
  first: MapEntry,
  lineStarts: readonly number[],
): TreeProblem {
  const line = lineOf(lineStarts, first.key.start) + 1;
  const message =
    `The map has a merge key on line ${line} already: go-yaml v3 refuses the file, v2 lets the later one win. ` +
    "Write one with a list: <<: [*a, *b].";
  return { code: "spec/duplicate-key", message, start, end };
}
