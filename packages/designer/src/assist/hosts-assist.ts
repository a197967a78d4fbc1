import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Completion, Hover } from "./completion.js";
import { describeHostsField, type HostsField, hostsFields, hostTable, hostUrls } from "./hosts-fields.js";
import { lineEnd, lineStart } from "./yaml/lines.js";

/** Longer lines are nobody's handiwork, and would take long to read. */
const MAX_LINE_LENGTH = 2_000;

/** Completions in the text of a hosts.toml template, outside of its actions. */
export function hostsCompletions(text: string, offset: number, containerdVersion: string): Completion[] {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const after = text.slice(offset, lineEnd(text, offset));
  if (before.length + after.length > MAX_LINE_LENGTH) return [];
  if (/^\s*\[[^=]*$/.test(before)) return tableSnippets(headerRange(text, offset), containerdVersion);
  if (/^\s*[\w-]*$/.test(before)) {
    return keyPlace(text, wordRange(before, after, offset), after, containerdVersion);
  }
  const value = /^\s*([\w-]+)\s*=\s*([^#]*)$/.exec(before);
  return value ? valueCompletions(value[1] ?? "", value[2] ?? "", after, offset) : [];
}

/** What is known of the key of a hosts.toml at an offset. */
export function hostsHover(text: string, offset: number): Hover | null {
  const start = lineStart(text, offset);
  const key = /^(\s*)([\w-]+)\s*(?==)/.exec(text.slice(start, lineEnd(text, start)));
  const from = start + (key?.[1]?.length ?? 0);
  const range = { start: from, end: from + (key?.[2]?.length ?? 0) };
  const field = hostsFields.find((each) => each.key === key?.[2]);
  if (!field || offset < range.start || offset > range.end) return null;
  return { range, markdown: describeHostsField(field) };
}

function keyPlace(
  text: string,
  replace: OffsetRange,
  after: string,
  containerdVersion: string,
): Completion[] {
  const { table, taken } = tableAround(text, replace.start);
  if (table === "other") return [];
  const hasEquals = /^[\w-]*\s*=/.test(after);
  const keys = hostsFields
    .filter((field) => (field.in === "both" || field.in === table) && !taken.has(field.key))
    .map((field) => keyCompletion(field, replace, hasEquals));
  return hasEquals ? keys : [...keys, ...tableSnippets(replace, containerdVersion)];
}

function keyCompletion(field: HostsField, replace: OffsetRange, hasEquals: boolean): Completion {
  return {
    label: field.key,
    kind: "key",
    insertText: hasEquals ? field.key : `${field.key} = ${field.example}`,
    replace,
    detail: "hosts.toml",
    documentation: describeHostsField(field),
  };
}

function tableSnippets(replace: OffsetRange, containerdVersion: string): Completion[] {
  return hostUrls.map(({ url, about }) => ({
    label: `[host.'${url}']`,
    kind: "snippet",
    insertText: hostTable(url, containerdVersion).join("\n"),
    replace,
    detail: about,
  }));
}

/** Which table an offset is in, and the keys that it has besides the one on the offset's line. */
function tableAround(text: string, offset: number) {
  const own = lineStart(text, offset);
  const above = text.slice(0, own).split("\n");
  const header = above.findLastIndex((line) => /^\s*\[/.test(line));
  const below = text.slice(lineEnd(text, offset)).split("\n");
  const next = below.findIndex((line) => /^\s*\[/.test(line));
  const lines = [...above.slice(header + 1), ...below.slice(0, next < 0 ? undefined : next)];
  const taken = new Set(lines.flatMap((line) => /^\s*([\w-]+)\s*=/.exec(line)?.[1] ?? []));
  return { table: tableKind(above[header]), taken };
}

function tableKind(header: string | undefined): "root" | "host" | "other" {
  if (header === undefined) return "root";
  return /^\s*\[\s*host\s*\.\s*(?:'[^']*'|"[^"]*"|[\w-]+)\s*\]/.test(header) ? "host" : "other";
}

/** @param written what stands between the `=` and the cursor: nothing, part of a value, or of an open list */
function valueCompletions(key: string, written: string, after: string, offset: number): Completion[] {
  const field = hostsFields.find((each) => each.key === key);
  const typed = /^(?:\[[^\]]*?)?(["']?[\w.]*)$/.exec(written)?.[1];
  if (!field || typed === undefined) return [];
  const rest = /^[\w.]*["']?/.exec(after)?.[0] ?? "";
  const replace = { start: offset - typed.length, end: offset + rest.length };
  const others = written.slice(0, written.length - typed.length) + after.slice(rest.length);
  const taken = new Set(others.match(/\w+/g));
  const needsList = key === "capabilities" && !written.startsWith("[");
  const quote = typed.startsWith('"') ? '"' : "'";
  return field.choices
    .filter((choice) => !taken.has(choice))
    .map((choice) => {
      const value = field.quoted ? `${quote}${choice}${quote}` : choice;
      const insertText = needsList ? `[${value}]` : value;
      return { label: choice, kind: "value", insertText, replace, detail: key };
    });
}

function wordRange(before: string, after: string, offset: number): OffsetRange {
  const typed = /[\w-]*$/.exec(before)?.[0] ?? "";
  const rest = /^[\w-]*/.exec(after)?.[0] ?? "";
  return { start: offset - typed.length, end: offset + rest.length };
}

/** A half-typed table header, from its bracket to the end of the line. */
function headerRange(text: string, offset: number): OffsetRange {
  const start = text.indexOf("[", lineStart(text, offset));
  const end = lineEnd(text, offset);
  return { start, end: Math.max(offset, start + text.slice(start, end).trimEnd().length) };
}
