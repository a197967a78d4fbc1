import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { OutputChange } from "../template/template-edits.js";
import { inlineEntries } from "./inline-table.js";
import { lineEnd, lineStart } from "./lines.js";

/**
 * The changes that write hosts as `[host."…"]` tables at the end of the file: those of the line that holds the name,
 * or, of dotted keys, of every line that begins like it. Null when they are spread over lines in another way.
 *
 * @param name where the host's name stands
 */
export function asTables(content: string, name: OffsetRange): OutputChange[] | null {
  const written = content.slice(name.start, name.end);
  const start = lineStart(content, name.start);
  const line = content.slice(start, lineEnd(content, start));
  const prefix = `host.${written}.`;
  if (line.trimStart().startsWith(prefix)) return dottedKeys(content, written, prefix);
  const tables = inlineHosts(line.trim(), written);
  return tables && [{ range: { start, end: start + line.length }, text: "" }, appended(content, tables)];
}

function dottedKeys(content: string, name: string, prefix: string): OutputChange[] {
  const firstTable = content.search(/^[ \t]*\[/m);
  const head = firstTable < 0 ? content : content.slice(0, firstTable);
  const removed: OutputChange[] = [];
  const fields: string[] = [];
  let start = 0;
  for (const line of head.split(/(?<=\n)/)) {
    const range = { start, end: start + line.length };
    start = range.end;
    if (!line.trimStart().startsWith(prefix)) continue;
    removed.push({ range, text: "" });
    fields.push(line.trim().slice(prefix.length));
  }
  return [...removed, appended(content, [table(name, fields)])];
}

/** `host = { "https://m" = {…} }` at the root, or `"https://m" = {…}` below [host]. */
function inlineHosts(line: string, name: string): string[] | null {
  const [entry] = inlineEntries(`{${line}}`) ?? [];
  if (!entry) return null;
  const hosts = entry.key === "host" ? inlineEntries(entry.value) : [entry];
  if (!hosts?.some(({ key }) => key === name)) return null;
  const tables = hosts.flatMap(({ key, value }) => {
    const fields = inlineEntries(value);
    return fields
      ? [
          table(
            key,
            fields.map((field) => `${field.key} = ${field.value}`),
          ),
        ]
      : [];
  });
  return tables.length === hosts.length ? tables : null;
}

function table(name: string, fields: readonly string[]): string {
  return [`[host.${name}]`, ...fields].map((line) => `${line}\n`).join("");
}

function appended(content: string, tables: readonly string[]): OutputChange {
  const end = content.length;
  const gap = content.endsWith("\n") || content === "" ? "" : "\n";
  return { range: { start: end, end }, text: gap + tables.join("\n") };
}
