import { type HostsBlock, type HostsDocument, linesText, parseHosts } from "./hosts-document.js";
import type { HostsLine } from "./hosts-lines.js";
import {
  type ClientCertificate,
  type HostsContent,
  type HostsEntry,
  isSpegelOnMasters,
  MIRROR_KEYS,
  type Mirror,
  type MirrorField,
  type MirrorHeader,
} from "./mirror.js";
import type { TomlValue } from "./toml-values.js";

/** A half-open range of a text, in UTF-16 units. */
export interface ContentRange {
  readonly start: number;
  readonly end: number;
}

/** A template's content as the form shows it, and where each of its entries stands in it. */
export interface ReadHosts {
  readonly content: HostsContent;
  readonly ranges: readonly ContentRange[];
}

/** Reads the content of a hosts.toml template for the form. Pure; any text gives an answer. */
export function readHosts(content: string): ReadHosts {
  const parsed = parseHosts(content);
  if (!parsed.ok) return { content: { form: "raw", reason: parsed.reason }, ranges: [] };
  const { head, blocks } = parsed.document;
  const server = fieldValue(head, "server");
  return {
    content: {
      form: "structured",
      server: typeof server === "string" ? server : null,
      serverKept: keptKeys(head).includes("server"),
      kept: keptTexts(head),
      entries: blocks.map(readEntry),
    },
    ranges: blockRanges(parsed.document),
  };
}

function blockRanges({ head, blocks }: HostsDocument): ContentRange[] {
  let offset = head.length > 0 ? linesText(head).length + 1 : 0;
  return blocks.map(({ lines, gap }) => {
    const range = { start: offset, end: offset + linesText(lines).length };
    offset += linesText([...lines, ...gap]).length + 1;
    return range;
  });
}

function readEntry({ kind, lines }: HostsBlock): HostsEntry {
  if (kind === "mirror") {
    return { kind, mirror: readMirror(lines), keptFields: keptFields(lines), kept: keptTexts(lines) };
  }
  const text = linesText(lines);
  const isMasters = lines.filter((line) => line.kind !== "comment").length === 1 && isSpegelOnMasters(text);
  return { kind: isMasters ? "masters" : "block", text };
}

function keptKeys(lines: readonly HostsLine[]): readonly string[] {
  return lines.flatMap((line) => (line.kind === "kept" ? line.keys : []));
}

function keptTexts(lines: readonly HostsLine[]): readonly string[] {
  return lines.flatMap((line) => (line.kind === "kept" ? [line.text] : []));
}

// The keys of MIRROR_KEYS are all there is, in the order in which they are written.
export const MIRROR_FIELDS = Object.keys(MIRROR_KEYS) as readonly MirrorField[];

function keptFields(lines: readonly HostsLine[]): readonly MirrorField[] {
  const { own, headers } = splitMirror(lines);
  const keys = keptKeys(own);
  const inTwoPlaces =
    headers.length > 0 && own.some((line) => line.kind === "field" && line.key === "header");
  return MIRROR_FIELDS.filter(
    (field) =>
      keys.includes(MIRROR_KEYS[field]) ||
      (field === "headers" && (inTwoPlaces || headers.some(({ kind }) => kind === "kept"))),
  );
}

/** The lines of a mirror's own table, and those of the table of its headers. */
export function splitMirror(lines: readonly HostsLine[]): {
  readonly own: readonly HostsLine[];
  readonly headers: readonly HostsLine[];
} {
  const table = lines.findIndex(({ kind }) => kind === "header-table");
  return table < 0
    ? { own: lines, headers: [] }
    : { own: lines.slice(0, table), headers: lines.slice(table) };
}

export function fieldValue(lines: readonly HostsLine[], key: string): TomlValue | null {
  for (const line of lines) if (line.kind === "field" && line.key === key) return line.value;
  return null;
}

function readMirror(lines: readonly HostsLine[]): Mirror {
  const { own, headers } = splitMirror(lines);
  const host = own.find(({ kind }) => kind === "host");
  const value = (field: MirrorField) => fieldValue(own, MIRROR_KEYS[field]);
  return {
    url: host?.kind === "host" ? host.url : "",
    capabilities: texts(value("capabilities")),
    dialTimeout: textOrNull(value("dialTimeout")),
    overridePath: flagOrNull(value("overridePath")),
    skipVerify: flagOrNull(value("skipVerify")),
    ca: texts(value("ca")),
    client: clientCertificates(value("client")),
    headers: headers.length > 0 ? tableHeaders(headers) : inlineHeaders(value("headers")),
  };
}

const textOrNull = (value: TomlValue | null) => (typeof value === "string" ? value : null);
const flagOrNull = (value: TomlValue | null) => (typeof value === "boolean" ? value : null);

/** A text, or a list of them; hosts-document.ts has seen to the types. */
function texts(value: TomlValue | null): readonly string[] | null {
  if (typeof value === "string") return [value];
  if (value === null || typeof value === "boolean" || "pairs" in value) return null;
  return value.filter((item) => typeof item === "string");
}

function clientCertificates(value: TomlValue | null): readonly ClientCertificate[] | null {
  if (typeof value === "string") return [{ certificate: value, key: null }];
  if (value === null || typeof value === "boolean" || "pairs" in value) return null;
  return value.map((item) => {
    const [certificate = "", key = null] = texts(item) ?? [];
    return { certificate, key };
  });
}

function tableHeaders(lines: readonly HostsLine[]): readonly MirrorHeader[] {
  return lines.flatMap((line) =>
    line.kind === "field" ? [{ name: line.key, values: texts(line.value) ?? [] }] : [],
  );
}

function inlineHeaders(value: TomlValue | null): readonly MirrorHeader[] | null {
  if (value === null || typeof value !== "object" || !("pairs" in value)) return null;
  return value.pairs.map(([name, written]) => ({ name, values: texts(written) ?? [] }));
}
