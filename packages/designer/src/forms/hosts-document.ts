import { type FieldLine, type HostsLine, lineText, readLines, VARIABLE } from "./hosts-lines.js";
import type { TomlValue } from "./toml-values.js";

/** A hosts.toml template cut into lines, so that a change touches only the lines that it has to. */
export interface HostsDocument {
  /** Everything before the first mirror. */
  readonly head: readonly HostsLine[];
  readonly blocks: readonly HostsBlock[];
}

/**
 * A mirror, or tables that the form does not change: the comments right above, its lines, and what follows up to the
 * next one: blank lines, and comments that stand alone.
 */
export interface HostsBlock {
  readonly kind: "mirror" | "block";
  readonly lines: readonly HostsLine[];
  readonly gap: readonly HostsLine[];
}

export type ParsedHosts =
  | { readonly ok: true; readonly document: HostsDocument }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads the content of a hosts.toml template. Comments and layout are kept, and so is what the form cannot change
 * (loops and conditions, other tables and keys, lists over several lines). Only where the parts of a content cannot
 * be told apart it is text and no more.
 */
export function parseHosts(content: string): ParsedHosts {
  const read = readLines(content);
  if (!read.ok) return read;
  const document = cut(read.lines);
  const variable = document.blocks.some(({ lines }) => lines.some(setsVariable));
  if (variable)
    return { ok: false, reason: "It sets a variable between mirrors, which later ones may need." };
  return { ok: true, document };
}

function setsVariable(line: HostsLine): boolean {
  return line.kind === "kept" && line.keys.includes(VARIABLE);
}

/** The text of a document: the inverse of {@link parseHosts}. */
export function hostsText({ head, blocks }: HostsDocument): string {
  return linesText([...head, ...blocks.flatMap((block) => [...block.lines, ...block.gap])]);
}

export function linesText(lines: readonly HostsLine[]): string {
  return lines.map(lineText).join("\n");
}

function cut(lines: readonly HostsLine[]): HostsDocument {
  const starts = blockStarts(lines);
  const blocks = starts.map(({ start, kind }, index): HostsBlock => {
    const block = lines.slice(start, starts[index + 1]?.start ?? lines.length);
    const last = block.findLastIndex((line) => line.kind !== "blank" && line.kind !== "comment");
    return { kind, lines: block.slice(0, last + 1), gap: block.slice(last + 1) };
  });
  return { head: readHead(lines.slice(0, starts[0]?.start ?? lines.length)), blocks: blocks.map(readBlock) };
}

interface BlockStart {
  readonly start: number;
  readonly kind: HostsBlock["kind"];
}

function blockStarts(lines: readonly HostsLine[]): BlockStart[] {
  const starts: BlockStart[] = [];
  /** The mirror that a table of headers would belong to. */
  let open: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.kind === "host") {
      starts.push({ start: leadStart(lines, index), kind: "mirror" });
      open = line.url;
    } else if (line.kind === "header-table" && line.url === open) {
      open = null;
    } else if (line.kind === "header-table" || line.kind === "table") {
      starts.push({ start: leadStart(lines, index), kind: "block" });
      open = null;
    }
  }
  return starts;
}

/** Comments right above a table belong to it. */
function leadStart(lines: readonly HostsLine[], table: number): number {
  let start = table;
  while (lines[start - 1]?.kind === "comment") start--;
  return start;
}

type ValueCheck = (value: TomlValue) => boolean;

const isText: ValueCheck = (value) => typeof value === "string";
const isFlag: ValueCheck = (value) => typeof value === "boolean";
const isList = (value: TomlValue, ofItem: ValueCheck): boolean => Array.isArray(value) && value.every(ofItem);
const isTexts: ValueCheck = (value) => isList(value, isText);
const isTextOrTexts: ValueCheck = (value) => isText(value) || isTexts(value);
const isPair: ValueCheck = (value) => isTexts(value) && Array.isArray(value) && value.length === 2;

const FIELD_TYPES: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  ["capabilities", isTexts],
  ["dial_timeout", isText],
  ["override_path", isFlag],
  ["skip_verify", isFlag],
  ["ca", isTextOrTexts],
  ["client", (value) => isText(value) || isList(value, (item) => isText(item) || isPair(item))],
  [
    "header",
    (value) =>
      typeof value === "object" && "pairs" in value && value.pairs.every(([, item]) => isTextOrTexts(item)),
  ],
]);
const HEAD_TYPES: typeof FIELD_TYPES = new Map([["server", isText]]);

function readHead(lines: readonly HostsLine[]): readonly HostsLine[] {
  return keepOthers(lines, HEAD_TYPES);
}

/** What the form has no field for is kept as it is. */
function readBlock(block: HostsBlock): HostsBlock {
  if (block.kind === "block") return block;
  const table = block.lines.findIndex(({ kind }) => kind === "header-table");
  const own = table < 0 ? block.lines : block.lines.slice(0, table);
  const headers = table < 0 ? [] : block.lines.slice(table);
  return { ...block, lines: [...keepOthers(own, FIELD_TYPES), ...keepOthers(headers, null)] };
}

/** @param types null: any name, with a text or texts as headers have them */
function keepOthers(lines: readonly HostsLine[], types: typeof FIELD_TYPES | null): readonly HostsLine[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    if (line.kind !== "field") return line;
    const fits = types ? types.get(line.key) : isTextOrTexts;
    const first = !seen.has(line.key);
    seen.add(line.key);
    return first && fits?.(line.value) ? line : kept(line);
  });
}

function kept(line: FieldLine): HostsLine {
  return { kind: "kept", text: lineText(line), keys: [line.key] };
}
