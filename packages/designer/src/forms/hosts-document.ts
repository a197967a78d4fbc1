import { type HostsLine, lineText, readLine } from "./hosts-lines.js";
import { type HostsContent, MIRROR_KEYS, type Mirror } from "./mirror.js";
import type { TomlValue } from "./toml-values.js";

/** A hosts.toml template cut into lines, so that a change touches only the lines that it has to. */
export interface HostsDocument {
  /** Everything before the first mirror. */
  readonly head: readonly HostsLine[];
  readonly blocks: readonly MirrorBlock[];
}

/** One mirror: the comments right above its header, its lines, and the blank lines that follow. */
export interface MirrorBlock {
  readonly lines: readonly HostsLine[];
  readonly gap: readonly HostsLine[];
}

export type ParsedHosts =
  | { readonly ok: true; readonly document: HostsDocument; readonly content: HostsContent }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads the content of a hosts.toml template into mirrors. Comments and layout are kept; whatever the form cannot
 * show (control actions, other tables and keys, values over several lines) makes the whole content raw text.
 */
export function parseHosts(content: string): ParsedHosts {
  if (content.includes("\r")) return raw("It has carriage returns, which hosts.toml files should not have.");
  const lines: HostsLine[] = [];
  for (const [index, text] of content.split("\n").entries()) {
    const line = readLine(text);
    if (line === null) return raw(`Line ${index + 1} is more than the form can show: ${text.trim()}`);
    lines.push(line);
  }
  const document = cut(lines);
  const fault = findFault(document);
  if (fault !== null) return raw(fault);
  const server = fieldValue(document.head, "server");
  const mirrors = document.blocks.map(readMirror);
  return {
    ok: true,
    document,
    content: { form: "structured", server: typeof server === "string" ? server : null, mirrors },
  };
}

function raw(reason: string): ParsedHosts {
  return { ok: false, reason };
}

/** The text of a document: the inverse of {@link parseHosts}. */
export function hostsText({ head, blocks }: HostsDocument): string {
  const lines = [...head, ...blocks.flatMap((block) => [...block.lines, ...block.gap])];
  return lines.map(lineText).join("\n");
}

function cut(lines: readonly HostsLine[]): HostsDocument {
  const starts = lines.flatMap((line, index) => (line.kind === "header" ? [leadStart(lines, index)] : []));
  const blocks = starts.map((start, index) => {
    const block = lines.slice(start, starts[index + 1] ?? lines.length);
    const last = block.findLastIndex((line) => line.kind !== "blank");
    return { lines: block.slice(0, last + 1), gap: block.slice(last + 1) };
  });
  return { head: lines.slice(0, starts[0] ?? lines.length), blocks };
}

/** Comments right above a header belong to it. */
function leadStart(lines: readonly HostsLine[], header: number): number {
  let start = header;
  while (lines[start - 1]?.kind === "comment") start--;
  return start;
}

type ValueCheck = (value: TomlValue) => boolean;

const FIELD_TYPES: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  [MIRROR_KEYS.capabilities, (value) => Array.isArray(value)],
  [MIRROR_KEYS.dialTimeout, (value) => typeof value === "string"],
  [MIRROR_KEYS.overridePath, (value) => typeof value === "boolean"],
  [MIRROR_KEYS.skipVerify, (value) => typeof value === "boolean"],
  [MIRROR_KEYS.ca, (value) => typeof value === "string"],
]);
const ROOT_TYPES: typeof FIELD_TYPES = new Map<string, ValueCheck>([
  ["server", (value) => typeof value === "string"],
]);

function findFault({ head, blocks }: HostsDocument): string | null {
  const faults = [faultIn(head, ROOT_TYPES), ...blocks.map(({ lines }) => faultIn(lines, FIELD_TYPES))];
  return faults.find((fault) => fault !== null) ?? null;
}

function faultIn(lines: readonly HostsLine[], types: typeof FIELD_TYPES): string | null {
  const seen = new Set<string>();
  for (const line of lines) {
    if (line.kind !== "field") continue;
    const fits = types.get(line.key);
    if (!fits) return `The form has no field for ${line.key} here.`;
    if (!fits(line.value)) return `The form cannot show this value of ${line.key}.`;
    if (seen.has(line.key)) return `${line.key} is written twice.`;
    seen.add(line.key);
  }
  return null;
}

function fieldValue(lines: readonly HostsLine[], key: string): TomlValue | null {
  for (const line of lines) if (line.kind === "field" && line.key === key) return line.value;
  return null;
}

function readMirror({ lines }: MirrorBlock): Mirror {
  const header = lines.find((line) => line.kind === "header");
  const text = (key: string) => stringOrNull(fieldValue(lines, key));
  const flag = (key: string) => booleanOrNull(fieldValue(lines, key));
  const capabilities = fieldValue(lines, MIRROR_KEYS.capabilities);
  return {
    url: header?.url ?? "",
    capabilities: typeof capabilities === "object" ? capabilities : null,
    dialTimeout: text(MIRROR_KEYS.dialTimeout),
    overridePath: flag(MIRROR_KEYS.overridePath),
    skipVerify: flag(MIRROR_KEYS.skipVerify),
    ca: text(MIRROR_KEYS.ca),
  };
}

const stringOrNull = (value: TomlValue | null) => (typeof value === "string" ? value : null);
const booleanOrNull = (value: TomlValue | null) => (typeof value === "boolean" ? value : null);
