import { FIELDS, type FieldName } from "../hosts-file/fields.js";
import type { Expression, KeyPart, TableHeader, TextRange, TomlValue } from "../toml/types.js";
import { holds, type Version } from "../version.js";

/** A value in the file and what it belongs to, however it is written: by table, dotted key or inline table. */
export interface Setting {
  /** The host that it belongs to; null at the root. */
  host: string | null;
  /** The key within that host or the root. */
  path: KeyPart[];
  /** The field that containerd reads it into; null when it reads none. */
  field: FieldName | "server" | null;
  value: TomlValue;
  /** The whole key and value. */
  range: TextRange;
  /** Where the header of its table starts; null above all tables. */
  table: number | null;
}

/** The place where a host is named. */
export interface HostMention {
  host: string;
  /** The name. */
  name: TextRange;
  /** The header or key-value that it stands in. */
  range: TextRange;
  form: "table" | "dotted-key" | "inline-table";
  /** `host` itself, as it is spelt. */
  root: KeyPart;
  /** The table is the host's own, not one within it. */
  isOwnTable: boolean;
}

/** A table that is not a host's own. */
export interface TableMention {
  host: string | null;
  path: KeyPart[];
  /** The field that containerd reads it into; null when it reads none. */
  field: Setting["field"];
  range: TextRange;
}

export interface Layout {
  /** There is a `host` table of any form. */
  hasHost: boolean;
  settings: Setting[];
  mentions: HostMention[];
  tables: TableMention[];
}

/** Sorts the expressions of a document by what containerd makes of their keys. */
export function layOut(expressions: readonly Expression[], version: Version): Layout {
  const layout: Layout = { hasHost: false, settings: [], mentions: [], tables: [] };
  const mentioned = new Set<string>();
  let table: TableHeader | null = null;
  for (const expression of expressions) {
    if (expression.kind === "key-value") {
      const path = [...(table?.key ?? []), ...expression.key];
      const form = (table?.key.length ?? 0) > 1 ? "table" : "dotted-key";
      const { value } = expression;
      addValue(layout, { path, value, range: expression, table, form, version, mentioned });
    } else {
      table = expression;
      addTable(layout, expression, version);
    }
  }
  return layout;
}

function addTable(layout: Layout, header: TableHeader, version: Version): void {
  const [root, name, ...rest] = header.key;
  const range = rangeOf(header);
  if (root === undefined || !isField(root.name, "host", version)) {
    const field = fieldOf(root?.name ?? "", null, version);
    layout.tables.push({ host: null, path: header.key, field, range });
    return;
  }
  layout.hasHost = true;
  if (name !== undefined) {
    const host = name.name;
    const isOwnTable = rest.length === 0 && header.kind === "table";
    layout.mentions.push({ host, name: rangeOf(name), range, form: "table", root, isOwnTable });
    const field = fieldOf(rest[0]?.name ?? "", host, version);
    if (rest.length > 0) layout.tables.push({ host, path: rest, field, range });
  }
}

interface Value {
  path: KeyPart[];
  value: TomlValue;
  range: TextRange;
  table: TableHeader | null;
  form: HostMention["form"];
  version: Version;
  /** The hosts that were named outside of table headers so far. */
  mentioned: Set<string>;
}

function addValue(layout: Layout, item: Value): void {
  const [root, name, ...rest] = item.path;
  const inHost = root !== undefined && isField(root.name, "host", item.version);
  if (inHost) layout.hasHost = true;
  if (inHost && name !== undefined && item.form !== "table") mention(layout, root, name, item);
  if (item.value.kind === "inline-table" && item.value.entries.length > 0) {
    for (const entry of item.value.entries) {
      const form = inHost && name === undefined ? "inline-table" : item.form;
      addValue(layout, {
        ...item,
        path: [...item.path, ...entry.key],
        value: entry.value,
        range: entry,
        form,
      });
    }
    return;
  }
  if (inHost && name === undefined) return;
  const path = inHost ? rest : item.path;
  if (path.length === 0) return;
  const host = inHost ? (name?.name ?? null) : null;
  const field = fieldOf(path[0]?.name ?? "", host, item.version);
  const table = item.table?.start ?? null;
  layout.settings.push({ host, path, field, value: item.value, range: rangeOf(item.range), table });
}

function mention(layout: Layout, root: KeyPart, name: KeyPart, item: Value): void {
  const { range, value, form, mentioned } = item;
  if (mentioned.has(name.name)) return;
  mentioned.add(name.name);
  layout.mentions.push({
    host: name.name,
    name: rangeOf(name),
    range: rangeOf(range),
    form: value.kind === "inline-table" ? "inline-table" : form,
    root,
    isOwnTable: false,
  });
}

function fieldOf(name: string, host: string | null, version: Version): Setting["field"] {
  if (host === null && isField(name, "server", version)) return "server";
  const fields = Object.keys(FIELDS) as FieldName[]; // Object.keys cannot say so itself.
  return fields.find((field) => isField(name, field, version) && isRead(field, version)) ?? null;
}

/** Whether the TOML parser of a release takes a name for a field's. */
function isField(name: string, field: string, version: Version): boolean {
  if (holds("TOML parser", version)) return name.toLowerCase() === field;
  return name === field || (field !== "host" && name === field.toUpperCase());
}

/** Whether a release reads a field at all. */
export function isRead(field: FieldName, version: Version): boolean {
  return holds(field, version);
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
