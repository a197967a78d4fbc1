import { type HostsDocument, hostsText, type MirrorBlock, parseHosts } from "./hosts-document.js";
import type { HostsLine } from "./hosts-lines.js";
import { MIRROR_KEYS, type Mirror, type MirrorChange, type MirrorField } from "./mirror.js";
import { type TomlValue, writeValue } from "./toml-values.js";

/**
 * Applies a change to the content of a hosts.toml template; every line that the change does not concern stays as
 * written. Null when the content cannot be edited as mirrors, or has no such mirror.
 */
export function changeMirrors(content: string, change: MirrorChange): string | null {
  const parsed = parseHosts(content);
  if (!parsed.ok) return null;
  const changed = changeDocument(parsed.document, change);
  return changed && hostsText(changed);
}

/** A hosts.toml template with these mirrors, in the style of Kublr's page. */
export function hostsContent(mirrors: readonly Mirror[]): string {
  return mirrors.reduce(
    (content, mirror) => changeMirrors(content, { kind: "add-mirror", mirror }) ?? content,
    "",
  );
}

function changeDocument(document: HostsDocument, change: MirrorChange): HostsDocument | null {
  switch (change.kind) {
    case "add-mirror":
      return addMirror(document, change.mirror);
    case "remove-mirror":
      return removeMirror(document, change.index);
    case "move-mirror":
      return moveMirror(document, change.from, change.to);
    case "set-mirror":
      return setMirror(document, change.index, change.set);
  }
}

const BLANK: HostsLine = { kind: "blank", text: "" };

function addMirror({ head, blocks }: HostsDocument, mirror: Mirror): HostsDocument {
  const style = blocks.at(-1);
  const lines = mirrorLines(mirror, style);
  const last = blocks.at(-1);
  if (!last) return { head: endLine(head), blocks: [{ lines, gap: [BLANK] }] };
  const between = blocks.at(-2)?.gap ?? [];
  const before = blocks.with(-1, { lines: last.lines, gap: between });
  return { head, blocks: [...before, { lines, gap: last.gap.length > 0 ? last.gap : [BLANK] }] };
}

/** Drops the empty line that stands for a final line break: the new block follows at once. */
function endLine(head: readonly HostsLine[]): readonly HostsLine[] {
  return head.at(-1)?.kind === "blank" ? head.slice(0, -1) : head;
}

function mirrorLines(mirror: Mirror, style: MirrorBlock | undefined): HostsLine[] {
  const header = style?.lines.find((line) => line.kind === "header");
  const field = style?.lines.find((line) => line.kind === "field");
  const indent = /^\s*/.exec(header?.before ?? "")?.[0] ?? "";
  const fieldIndent = /^\s*/.exec(field?.before ?? indent)?.[0] ?? "";
  const source = writeValue(mirror.url, header?.source);
  const first: HostsLine = { kind: "header", before: `${indent}[host.`, source, after: "]", url: mirror.url };
  const fields = FIELDS.flatMap((name) => {
    const value = mirror[name];
    return value === null ? [] : [newField(name, value, fieldIndent, header?.source)];
  });
  return [first, ...fields];
}

// The keys of MIRROR_KEYS are all there is, in the order in which they are written.
const FIELDS = Object.keys(MIRROR_KEYS) as MirrorField[];

function newField(name: MirrorField, value: TomlValue, indent: string, quotes?: string): HostsLine {
  const key = MIRROR_KEYS[name];
  const before = `${indent}${key} = `;
  return { kind: "field", before, source: writeValue(value, quotes), after: "", key, value };
}

function removeMirror({ head, blocks }: HostsDocument, index: number): HostsDocument | null {
  const removed = blocks[index];
  if (!removed) return null;
  const kept = blocks.filter((block) => block !== removed);
  // The last mirror's gap is the end of the file: it stays.
  const last = kept.at(-1);
  if (index < blocks.length - 1) return { head, blocks: kept };
  if (!last) return { head: head.length > 0 ? [...head, ...removed.gap] : [], blocks: [] };
  return { head, blocks: kept.with(-1, { lines: last.lines, gap: removed.gap }) };
}

/** Mirrors change places; the blank lines between places stay where they are. */
function moveMirror({ head, blocks }: HostsDocument, from: number, to: number): HostsDocument | null {
  const moved = blocks[from];
  if (!moved || !blocks[to]) return null;
  const order = blocks.filter((block) => block !== moved).map(({ lines }) => lines);
  order.splice(to, 0, moved.lines);
  return { head, blocks: blocks.map(({ gap }, index) => ({ lines: order[index] ?? [], gap })) };
}

function setMirror(document: HostsDocument, index: number, set: Partial<Mirror>): HostsDocument | null {
  const block = document.blocks[index];
  if (!block) return null;
  const { url } = set;
  const withUrl = url === undefined ? block.lines : block.lines.map((line) => setUrl(line, url));
  const lines = FIELDS.reduce((current, name) => setField(current, name, set[name]), withUrl);
  return { ...document, blocks: document.blocks.with(index, { lines, gap: block.gap }) };
}

function setUrl(line: HostsLine, url: string): HostsLine {
  if (line.kind !== "header" || line.url === url) return line;
  return { ...line, url, source: writeValue(url, line.source) };
}

function setField(
  lines: readonly HostsLine[],
  name: MirrorField,
  value: TomlValue | null | undefined,
): readonly HostsLine[] {
  if (value === undefined) return lines;
  const index = lines.findIndex((line) => line.kind === "field" && line.key === MIRROR_KEYS[name]);
  const line = lines[index];
  if (value === null) return line ? lines.toSpliced(index, 1) : lines;
  if (line?.kind === "field") return lines.with(index, replaceValue(line, value));
  const header = lines.findIndex(({ kind }) => kind === "header");
  const last = lines.findLastIndex(({ kind }) => kind === "field");
  const neighbour = lines[Math.max(header, last)];
  const indent = neighbour && "before" in neighbour ? (/^\s*/.exec(neighbour.before)?.[0] ?? "") : "";
  const quotes = lines.find((candidate) => candidate.kind === "header")?.source;
  return lines.toSpliced(Math.max(header, last) + 1, 0, newField(name, value, indent, quotes));
}

function replaceValue(line: HostsLine & { kind: "field" }, value: TomlValue): HostsLine {
  if (JSON.stringify(line.value) === JSON.stringify(value)) return line;
  return { ...line, value, source: writeValue(value, line.source) };
}
