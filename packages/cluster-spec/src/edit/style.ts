import type { ListNode, MapNode, SpecNode } from "../parse/nodes.js";
import type { TextLines } from "./text-lines.js";

/** How a document is written, so that what is added looks the same. */
export interface Style {
  readonly eol: "\n" | "\r\n";
  /** Columns from a map's keys to the keys of a map in it. */
  readonly mapIndent: number;
  /** Columns from a map's keys to the dashes of a list in it; 0: flush. */
  readonly listIndent: number;
  /** The document is JSON, or written like it: all keys and texts in double quotes. */
  readonly json: boolean;
  /** Indentation of one level in flow collections that span lines. */
  readonly flowIndent: string;
  /** Between key and value, and after the comma, in flow collections. */
  readonly flowColon: string;
  readonly flowComma: string;
}

/** Reads the style off a document; what it does not show is as in Kublr's own examples. */
export function detectStyle(lines: TextLines, root: SpecNode): Style {
  const seen: Seen = { mapIndents: [], listIndents: [], flowIndents: [], flowGaps: [] };
  new StyleReader(lines, seen).read(root);
  const { text } = lines;
  const firstBreak = text.indexOf("\n");
  const spaced = seen.flowGaps.length === 0 || seen.flowGaps.includes(" ");
  const mapIndent = Math.min(Math.max(mostFrequent(seen.mapIndents) ?? 2, 1), 8);
  return {
    eol: firstBreak > 0 && text[firstBreak - 1] === "\r" ? "\r\n" : "\n",
    mapIndent,
    listIndent: mostFrequent(seen.listIndents) ?? mapIndent,
    json: isJsonDocument(root),
    flowIndent: mostFrequent(seen.flowIndents) ?? "  ",
    flowColon: spaced ? ": " : ":",
    flowComma: spaced ? ", " : ",",
  };
}

interface Seen {
  readonly mapIndents: number[];
  readonly listIndents: number[];
  readonly flowIndents: string[];
  /** What stands between a colon and its value. */
  readonly flowGaps: string[];
}

class StyleReader {
  readonly #lines: TextLines;
  readonly #seen: Seen;

  constructor(lines: TextLines, seen: Seen) {
    this.#lines = lines;
    this.#seen = seen;
  }

  read(node: SpecNode): void {
    if (node.kind === "map") this.#readMap(node);
    if (node.kind === "list") this.#readList(node);
  }

  #readMap(map: MapNode): void {
    if (map.flow) this.#readFlow(map, map.entries[0]?.start);
    for (const { start, value, colon } of map.entries) {
      if (map.flow && colon !== null)
        this.#seen.flowGaps.push(this.#lines.text.slice(colon + 1, value.outerStart));
      else if (!map.flow) this.#readIndent(start, value);
      this.read(value);
    }
  }

  #readIndent(keyStart: number, value: SpecNode): void {
    const indent = this.#lines.column(value.start) - this.#lines.column(keyStart);
    if (value.kind === "map" && !value.flow) this.#seen.mapIndents.push(indent);
    if (value.kind === "list" && !value.flow) this.#seen.listIndents.push(indent);
  }

  #readList(list: ListNode): void {
    if (list.flow) this.#readFlow(list, list.items[0]?.start);
    for (const { value } of list.items) this.read(value);
  }

  #readFlow(collection: MapNode | ListNode, first: number | undefined): void {
    if (first === undefined || this.#lines.sameLine(collection.start, first)) return;
    const outer = this.#lines.indentOf(collection.start);
    const inner = this.#lines.indentOf(first);
    if (inner.length > outer.length) this.#seen.flowIndents.push(inner.slice(outer.length));
  }
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function isJsonDocument(root: SpecNode): boolean {
  return root.kind !== "scalar" && isJsonLike(root);
}

function isJsonLike(node: SpecNode): boolean {
  if (node.kind === "list") return node.flow && node.items.every((item) => isJsonLike(item.value));
  if (node.kind === "map") {
    return node.flow && node.entries.every((entry) => isQuoted(entry.key) && isJsonLike(entry.value));
  }
  return (
    node.kind === "scalar" && (isQuoted(node) || (node.style === "plain" && typeof node.value !== "string"))
  );
}

function isQuoted(node: SpecNode): boolean {
  return node.kind === "scalar" && node.style === "double";
}
