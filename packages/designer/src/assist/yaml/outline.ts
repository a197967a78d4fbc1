import type { OffsetRange } from "@lookinglass/cluster-spec";
import { readKey } from "./keys.js";
import { contentStart, isBlank, isDocumentMarker, lineEnd } from "./lines.js";
import { type OutlineValue, readValue } from "./outline-values.js";

/**
 * One thing that stands in block-style YAML: a key, a list's dash, or a word that is neither (yet): `cont` on a line of
 * its own may become a key or a value.
 */
export interface OutlineNode {
  readonly kind: "document" | "key" | "item" | "word";
  /** Characters before it on its line; -1 for a document. */
  readonly column: number;
  /** The key or the word; empty for items and documents. */
  readonly name: string;
  /** Of the key, the dash or the word. */
  readonly range: OffsetRange;
  /** Where a value may begin: behind the colon or the dash. */
  readonly afterMark: number;
  /** What is written behind the mark; a word is its own value. */
  readonly value: OutlineValue | null;
  readonly parent: OutlineNode | null;
  readonly children: readonly OutlineNode[];
}

interface GrowingNode extends OutlineNode {
  readonly parent: GrowingNode | null;
  readonly children: GrowingNode[];
  value: OutlineValue | null;
}

/**
 * Reads a text that is being typed by its indentation alone. Unlike a parser it takes everything: what is broken on one
 * line (an open quote, a key without a colon) ends where the indentation says that the next thing begins.
 *
 * @returns all nodes in the order of the text, documents among them
 */
export function outline(text: string): readonly OutlineNode[] {
  const builder = new OutlineBuilder(text);
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  while (start <= text.length) {
    start = builder.readLine(start) + 1;
  }
  return builder.nodes;
}

const DASH = /-(?=\s|$)/y;

class OutlineBuilder {
  readonly nodes: GrowingNode[] = [];
  #last: GrowingNode;

  constructor(readonly text: string) {
    this.#last = this.#document(0);
  }

  /** Reads what begins on a line; gives the end of the last line that it takes up. */
  readLine(start: number): number {
    const end = lineEnd(this.text, start);
    if (isDocumentMarker(this.text, start)) {
      this.#last = this.#document(start);
      return end;
    }
    let at = contentStart(this.text, start);
    let holder: GrowingNode | null = null;
    while (at < end && this.text[at] !== "#" && !isBlank(this.text, at, end)) {
      const mark = this.#itemAt(at, start) ?? this.#keyAt(at, start);
      if (mark === null) return this.#valueAt(at, start, holder);
      holder = mark;
      at = contentStart(this.text, mark.afterMark);
      if (mark.kind === "key") return at < end ? this.#valueAt(at, start, mark) : end;
    }
    return end;
  }

  #itemAt(at: number, lineStart: number): GrowingNode | null {
    DASH.lastIndex = at;
    if (!DASH.test(this.text)) return null;
    return this.#add("item", "", { start: at, end: at + 1 }, at + 1, at - lineStart);
  }

  #keyAt(at: number, lineStart: number): GrowingNode | null {
    const key = readKey(this.text, at);
    return key && this.#add("key", key.name, key, key.colon + 1, at - lineStart);
  }

  /** A value, of a key or an item on its line or alone on the line. */
  #valueAt(at: number, lineStart: number, holder: GrowingNode | null): number {
    const column = holder?.column ?? this.#parentColumn(at - lineStart);
    const value = readValue(this.text, at, column);
    if (value === null) return lineEnd(this.text, at);
    if (holder) holder.value = value;
    else {
      const name = this.text.slice(value.start, value.end);
      this.#add("word", name, { start: value.start, end: value.end }, value.start, at - lineStart).value =
        value;
    }
    return lineEnd(this.text, value.end);
  }

  #parentColumn(column: number): number {
    return ancestorLeftOf(this.#last, column).column;
  }

  #document(start: number): GrowingNode {
    const range = { start, end: start };
    const node: GrowingNode = {
      kind: "document",
      column: -1,
      name: "",
      range,
      afterMark: start,
      value: null,
      parent: null,
      children: [],
    };
    this.nodes.push(node);
    return node;
  }

  #add(
    kind: OutlineNode["kind"],
    name: string,
    { start, end }: OffsetRange,
    afterMark: number,
    column: number,
  ): GrowingNode {
    const range = { start, end };
    const parent = kind === "item" ? listHolder(this.#last, column) : ancestorLeftOf(this.#last, column);
    const node: GrowingNode = { kind, column, name, range, afterMark, value: null, parent, children: [] };
    parent.children.push(node);
    this.nodes.push(node);
    this.#last = node;
    return node;
  }
}

/** The nearest of a node and its ancestors that stands to the left of a column. */
export function ancestorLeftOf<Node extends OutlineNode & { readonly parent: Node | null }>(
  node: Node,
  column: number,
): Node {
  let current = node;
  while (current.column >= column && current.parent) current = current.parent;
  return current;
}

/** The dashes of a key's list may stand right below the key. */
function listHolder(node: GrowingNode, column: number): GrowingNode {
  let current = node;
  while (
    current.parent &&
    (current.column > column || (current.column === column && current.kind !== "key"))
  ) {
    current = current.parent;
  }
  return current;
}
