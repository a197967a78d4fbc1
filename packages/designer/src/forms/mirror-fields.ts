import { fieldValue, MIRROR_FIELDS, splitMirror } from "./hosts-content.js";
import type { FieldLine, HostsLine } from "./hosts-lines.js";
import {
  type ClientCertificate,
  MIRROR_KEYS,
  type Mirror,
  type MirrorField,
  type MirrorHeader,
} from "./mirror.js";
import type { TomlValue } from "./toml-values.js";
import { writeKey, writeValue } from "./toml-writing.js";

/** The lines of a new mirror, indented and quoted like those of another. */
export function newMirrorLines(mirror: Mirror, style: readonly HostsLine[] = []): readonly HostsLine[] {
  const host = style.find(({ kind }) => kind === "host");
  const quotes = sourceOf(host);
  const field = style.find((line) => line.kind === "field");
  const indent = indentOf(host);
  const source = writeValue(mirror.url, quotes);
  const first: HostsLine = { kind: "host", before: `${indent}[host.`, source, after: "]", url: mirror.url };
  const fields = MIRROR_FIELDS.flatMap((name) => {
    const value = fieldToml(name, mirror, null);
    return value === null ? [] : [newField(name, value, field ? indentOf(field) : indent, quotes)];
  });
  return [first, ...fields];
}

/** Sets fields of a mirror; null when one of them is written in a way that the form cannot change. */
export function setMirrorFields(
  lines: readonly HostsLine[],
  set: Partial<Mirror>,
): readonly HostsLine[] | null {
  let changed = set.url === undefined ? lines : setUrl(lines, set.url);
  for (const name of MIRROR_FIELDS) {
    if (set[name] === undefined) continue;
    const next = setField(changed, name, set);
    if (next === null) return null;
    changed = next;
  }
  return changed;
}

/** The table of the headers has the mirror's name too. */
function setUrl(lines: readonly HostsLine[], url: string): readonly HostsLine[] {
  return lines.map((line) => {
    if ((line.kind !== "host" && line.kind !== "header-table") || line.url === url) return line;
    return { ...line, url, source: writeValue(url, line.source) };
  });
}

function setField(
  lines: readonly HostsLine[],
  name: MirrorField,
  set: Partial<Mirror>,
): readonly HostsLine[] | null {
  const { own, headers } = splitMirror(lines);
  const key = MIRROR_KEYS[name];
  if (own.some((line) => line.kind === "kept" && line.keys.includes(key))) return null;
  if (name === "headers" && headers.length > 0) return setTableHeaders(own, headers, set.headers ?? []);
  const value = fieldToml(name, set, fieldValue(own, key));
  return [...setOwnField(own, name, value), ...headers];
}

function setOwnField(
  own: readonly HostsLine[],
  name: MirrorField,
  value: TomlValue | null,
): readonly HostsLine[] {
  const index = own.findIndex((line) => line.kind === "field" && line.key === MIRROR_KEYS[name]);
  const line = own[index];
  if (value === null) return line ? own.toSpliced(index, 1) : own;
  if (line?.kind === "field") return own.with(index, replaceValue(line, value));
  const last = own.findLastIndex(({ kind }) => kind === "field" || kind === "host");
  const quotes = sourceOf(own.find(({ kind }) => kind === "host"));
  return own.toSpliced(last + 1, 0, newField(name, value, indentOf(own[last]), quotes));
}

function newField(name: MirrorField, value: TomlValue, indent: string, quotes?: string): FieldLine {
  return newLine(MIRROR_KEYS[name], value, indent, quotes);
}

function newLine(key: string, value: TomlValue, indent: string, quotes?: string): FieldLine {
  const before = `${indent}${writeKey(key, quotes)} = `;
  return { kind: "field", before, source: writeValue(value, quotes), after: "", key, value };
}

function replaceValue(line: FieldLine, value: TomlValue): FieldLine {
  if (JSON.stringify(line.value) === JSON.stringify(value)) return line;
  return { ...line, value, source: writeValue(value, line.source) };
}

function indentOf(line: HostsLine | undefined): string {
  return line && "before" in line ? (/^\s*/.exec(line.before)?.[0] ?? "") : "";
}

/** What a field is in TOML, in the form in which it stands there already where that can hold it. */
function fieldToml(name: MirrorField, mirror: Partial<Mirror>, written: TomlValue | null): TomlValue | null {
  switch (name) {
    case "ca":
      return mirror.ca ? oneOrMany(mirror.ca, written) : null;
    case "client":
      return mirror.client ? clientToml(mirror.client, written) : null;
    case "headers":
      return mirror.headers ? headersToml(mirror.headers, written) : null;
    default:
      return mirror[name] ?? null;
  }
}

function oneOrMany(values: readonly string[], written: TomlValue | null | undefined): TomlValue {
  const [only] = values;
  const asText = only !== undefined && values.length === 1 && !Array.isArray(written);
  return asText ? only : values;
}

/** A list holds pairs or texts, not both: containerd 1.x reads no list of different things. */
function clientToml(certificates: readonly ClientCertificate[], written: TomlValue | null): TomlValue {
  if (certificates.every(({ key }) => key === null)) {
    return oneOrMany(
      certificates.map(({ certificate }) => certificate),
      written,
    );
  }
  return certificates.map(({ certificate, key }) => [certificate, key ?? certificate]);
}

function headersToml(headers: readonly MirrorHeader[], written: TomlValue | null): TomlValue {
  const before = written !== null && typeof written === "object" && "pairs" in written ? written.pairs : [];
  return {
    pairs: headers.map(({ name, values }) => {
      const old = before.find(([written]) => written === name)?.[1];
      return [name, oneOrMany(values, old)];
    }),
  };
}

/** Headers in a table of their own: a line each. */
function setTableHeaders(
  own: readonly HostsLine[],
  table: readonly HostsLine[],
  headers: readonly MirrorHeader[],
): readonly HostsLine[] | null {
  if (table.some(({ kind }) => kind === "kept")) return null;
  if (own.some((line) => line.kind === "field" && line.key === MIRROR_KEYS.headers)) return null;
  if (headers.length === 0) return [...own, ...table.filter(({ kind }) => kind === "comment")];
  const fields = table.filter((line) => line.kind === "field");
  const renamed = fields.length === headers.length;
  const changed = new Map<HostsLine, FieldLine>();
  const added: FieldLine[] = [];
  for (const [index, { name, values }] of headers.entries()) {
    const old = fields.find(({ key }) => key === name) ?? (renamed ? fields[index] : undefined);
    if (old) changed.set(old, renameKey(replaceValue(old, oneOrMany(values, old.value)), name));
    else
      added.push(newLine(name, oneOrMany(values, null), indentOf(fields[0] ?? table[0]), sourceOf(table[0])));
  }
  const last = table.findLastIndex(({ kind }) => kind === "field" || kind === "header-table");
  const kept = table.slice(0, last + 1).flatMap((line): readonly HostsLine[] => {
    if (line.kind !== "field") return [line];
    const now = changed.get(line);
    return now ? [now] : [];
  });
  return [...own, ...kept, ...added, ...table.slice(last + 1)];
}

function sourceOf(line: HostsLine | undefined): string | undefined {
  return line && "source" in line ? line.source : undefined;
}

function renameKey(line: FieldLine, key: string): FieldLine {
  if (line.key === key) return line;
  const [, indent = "", , equals = " = "] = /^(\s*)(.*?)(\s*=\s*)$/.exec(line.before) ?? [];
  return { ...line, key, before: indent + writeKey(key, line.source) + equals };
}
