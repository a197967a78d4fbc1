import { defineOwn, isObject, type JsonValue } from "../json.js";
import { type MapEntry, type MapNode, mergeSources, type SpecNode } from "./nodes.js";

/** The data of a tree; values behind one anchor are one object. A later key of the same name wins. */
export function toData(root: SpecNode): JsonValue {
  return new DataReader().read(root);
}

class DataReader {
  readonly #anchored = new Map<SpecNode, JsonValue>();

  read(node: SpecNode): JsonValue {
    if (node.kind === "scalar") return node.value;
    if (node.kind === "alias") return node.target ? this.read(node.target) : null;
    const known = this.#anchored.get(node);
    if (known !== undefined) return known;
    const data = node.kind === "list" ? node.items.map((item) => this.read(item.value)) : this.#readMap(node);
    if (node.anchor !== null) this.#anchored.set(node, data);
    return data;
  }

  #readMap(map: MapNode): JsonValue {
    const data: Record<string, JsonValue> = {};
    const merges = map.entries.filter((entry) => entry.merge);
    for (const entry of map.entries) {
      // Of two merge keys, which only go-yaml v2 takes, the later one wins.
      if (entry.merge) this.#merge(data, merges.pop() ?? entry);
      else defineOwn(data, entry.name, this.read(entry.value));
    }
    return data;
  }

  /** Keys that are already there stay; of several merged maps the first one wins. */
  #merge(data: Record<string, JsonValue>, entry: MapEntry): void {
    for (const source of mergeSources(entry) ?? []) {
      const merged = this.read(source);
      if (!isObject(merged)) continue;
      for (const key of Object.keys(merged)) {
        if (!Object.hasOwn(data, key)) defineOwn(data, key, merged[key]);
      }
    }
  }
}
