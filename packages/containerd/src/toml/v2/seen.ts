import type { Expression, KeyPart, TableHeader, TomlValue } from "../types.js";

type NodeKind = "value" | "table" | "array table";

interface SeenKey {
  kind: NodeKind;
  /** Defined by a header, so that no second header may define it. */
  explicit: boolean;
  /** Made by a dotted key of the current table: closed once the next table starts. */
  fromDottedKey: boolean;
  children: Map<string, SeenKey>;
}

function seenKey(kind: NodeKind, explicit: boolean, fromDottedKey: boolean): SeenKey {
  return { kind, explicit, fromDottedKey, children: new Map() };
}

/**
 * Which keys a document has defined so far, to find those defined twice.
 * Follows go-toml 2.x internal/tracker.
 */
export class SeenKeys {
  readonly #root = seenKey("table", true, false);
  #current = this.#root;

  /** Notes an expression. @returns go-toml's message when it defines something twice, or null */
  check(expression: Expression): string | null {
    if (expression.kind === "key-value") return this.#checkKeyValue(expression.key, expression.value);
    closeDottedKeys(this.#current);
    return this.#checkHeader(expression);
  }

  #checkHeader(header: TableHeader): string | null {
    let parent = this.#root;
    for (const { name } of header.key.slice(0, -1)) {
      const known = parent.children.get(name);
      if (known?.kind === "value") return `expected ${name} to be a table, not a value`;
      parent = known ?? addChild(parent, name, seenKey("table", false, false));
    }
    const name = header.key.at(-1)?.name ?? "";
    const known = parent.children.get(name);
    const isArray = header.kind === "array-table";
    if (known === undefined) {
      this.#current = addChild(parent, name, seenKey(isArray ? "array table" : "table", true, false));
      return null;
    }
    const fault = isArray ? reopenArray(known, name) : reopenTable(known, name);
    if (fault === null) this.#current = known;
    return fault;
  }

  #checkKeyValue(key: KeyPart[], value: TomlValue): string | null {
    let parent = this.#current;
    for (const [index, { name }] of key.entries()) {
      const known = parent.children.get(name);
      if (known !== undefined) {
        if (index === key.length - 1) return `key ${name} is already defined`;
        if (known.kind !== "table") return `expected ${name} to be a table, not a ${known.kind}`;
        if (known.explicit) return `cannot redefine table ${name} that has already been explicitly defined`;
      }
      parent = known ?? addChild(parent, name, seenKey("table", false, true));
    }
    parent.kind = "value";
    return checkInside(value);
  }
}

/** Inline tables are worlds of their own. */
function checkInside(value: TomlValue): string | null {
  if (value.kind === "array") return firstFault(value.items, checkInside);
  if (value.kind !== "inline-table") return null;
  const inner = new SeenKeys();
  return firstFault(value.entries, (entry) => inner.check(entry));
}

function firstFault<Item>(items: Item[], check: (item: Item) => string | null): string | null {
  for (const item of items) {
    const fault = check(item);
    if (fault !== null) return fault;
  }
  return null;
}

function addChild(parent: SeenKey, name: string, child: SeenKey): SeenKey {
  parent.children.set(name, child);
  return child;
}

function reopenTable(known: SeenKey, name: string): string | null {
  if (known.kind !== "table") return `key ${name} should be a table, not a ${known.kind}`;
  if (known.explicit) return `table ${name} already exists`;
  known.explicit = true;
  return null;
}

function reopenArray(known: SeenKey, name: string): string | null {
  if (known.kind !== "array table") {
    return `key ${known.kind} already exists as a ${name},  but should be an array table`;
  }
  known.children.clear();
  return null;
}

function closeDottedKeys(parent: SeenKey): void {
  for (const child of parent.children.values()) {
    if (child.fromDottedKey) {
      child.explicit = true;
      child.fromDottedKey = false;
    }
    closeDottedKeys(child);
  }
}
