import { FIELDS, type FieldName } from "../hosts-file/fields.js";
import { releaseFacts } from "../releases.js";
import type { KeyPart, TextRange } from "../toml/types.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";
import { isRead, type Setting } from "./layout.js";

/** What people write for a name that containerd reads. */
const MISNOMERS: ReadonlyMap<string, string> = new Map([
  ["hosts", "host"],
  ["mirror", "host"],
  ["mirrors", "host"],
  ["endpoint", "host"],
  ["endpoints", "host"],
  ["registry", "server"],
  ["upstream", "server"],
  ["insecure", "skip_verify"],
  ["insecure_skip_verify", "skip_verify"],
  ["ca_file", "ca"],
  ["cert", "client"],
  ["cert_file", "client"],
  ["timeout", "dial_timeout"],
  ["capability", "capabilities"],
]);

/** Keys and tables that containerd passes over without a word. */
export function lintIgnoredKey(file: LintedFile): Finding<"ignored-key">[] {
  const tables = file.tables.filter(({ field }) => field === null);
  const ignoredTables = new Set(tables.map(({ range }) => range.start));
  const keys = file.settings.filter(
    (setting) =>
      setting.field === null && !ignoredTables.has(setting.table ?? -1) && !isServerBelowHost(setting),
  );
  return [...tables, ...keys].map(({ host, path, range }) => ignored(file, host, path, range));
}

/** hosts/server-misplaced says more of these. */
function isServerBelowHost({ host, path }: Setting): boolean {
  return host !== null && path.length === 1 && path[0]?.name === "server";
}

function knownField(name: string): FieldName | null {
  return Object.hasOwn(FIELDS, name) ? (name as FieldName) : null; // Object.hasOwn has just said so.
}

function ignored(
  file: LintedFile,
  host: string | null,
  path: KeyPart[],
  { start, end }: TextRange,
): Finding<"ignored-key"> {
  const name = path[0]?.name ?? "";
  const facts = {
    code: "ignored-key",
    range: { start, end },
    host,
    key: path.map((part) => part.name).join("."),
  } as const;
  const field = knownField(name.toLowerCase());
  if (field !== null && !isRead(field, file.version)) {
    const since = releaseFacts.find((fact) => fact.field === field);
    const releases = [since?.since, ...(since && "backports" in since ? since.backports : [])];
    return { reason: "release", near: null, since: releases.filter((release) => release != null), ...facts };
  }
  return { reason: "unknown", near: nearest(name, host), since: [], ...facts };
}

function nearest(name: string, host: string | null): string | null {
  const plain = name.toLowerCase().replaceAll("-", "_");
  const misnomer = MISNOMERS.get(plain);
  if (misnomer !== undefined) return misnomer;
  const squeezed = squeeze(plain);
  const names = host === null ? ROOT_NAMES : HOST_NAMES;
  return names.find((known) => isNear(squeezed, known.squeezed))?.name ?? null;
}

function squeeze(text: string): string {
  return text.replaceAll("_", "");
}

const HOST_NAMES = Object.keys(FIELDS).map((name) => ({ name, squeezed: squeeze(name) }));
const ROOT_NAMES = [...HOST_NAMES, ...["host", "server"].map((name) => ({ name, squeezed: name }))];

/** One letter added, left out, changed or swapped with its neighbour. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = restA.charAt(1) + restA.charAt(0) + restA.slice(2);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    swapped === restB
  );
}
