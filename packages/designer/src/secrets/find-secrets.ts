import {
  locate,
  type OffsetRange,
  type ParsedSpec,
  parseSpec,
  type SpecDocument,
  type SpecPath,
  toPosition,
} from "@lookinglass/cluster-spec";
import { isCredentialName, isCredentialValue } from "@lookinglass/secrets";
import type { TextRange } from "../analysis.js";
import { isMap } from "../plain-data.js";
import { findInText } from "./text-patterns.js";

/** Something in a spec that must not leave the user's hands. It never holds the value itself. */
export interface FoundSecret {
  /** secret-document: a Kubernetes Secret; credential: a value that looks like a password, key or token. */
  readonly kind: "secret-document" | "credential";
  /** Place in its document, where it is a value of the spec rather than part of a text or a comment. */
  readonly path?: SpecPath;
  readonly range: TextRange;
  /** What it looks like, with the key's name: "The value of registryPassword". */
  readonly description: string;
}

interface Candidate extends OffsetRange {
  readonly kind: FoundSecret["kind"];
  readonly path?: SpecPath;
  readonly description: string;
}

const SECRET_DOCUMENT = "A Kubernetes Secret";
const SECRET_KIND = /(?<![\w-])["']?kind["']?[ \t]*:[ \t]*["']?Secret(?![\w-])/g;
const SECRET_FIELDS = /(?<![\w-])["']?(?:data|stringData)["']?[ \t]*:/;

/**
 * Finds what must not be shared in a spec's text: Kubernetes Secrets (as documents, in lists, or inside texts)
 * and values that look like credentials, in values, comments and embedded texts alike. In order of place; one
 * entry for a place. Total: text that does not parse is searched as text. It judges by names and forms, so
 * that it can both miss a secret and take something harmless for one.
 */
export function findSecrets(specText: string): FoundSecret[] {
  const spec = parseSpec(specText);
  const candidates = [
    ...spec.documents.flatMap((document) => inDocument(document)),
    ...(spec.problems.length > 0 ? secretsInText(specText) : []),
    ...findInText(specText).map((match) => ({ ...match, kind: "credential" as const })),
    ...spec.documents.flatMap((document) => inEscapedTexts(document)),
  ];
  return onePerPlace(candidates).map((candidate) => toFound(spec, candidate));
}

/** Where the Kubernetes Secrets of a document stand: in a list, in a text, or as the document itself (the empty path). */
export function secretPathsIn(document: SpecDocument): SpecPath[] {
  const secrets = inDocument(document).filter(({ kind }) => kind === "secret-document");
  return secrets.toSorted((a, b) => a.start - b.start).map(({ path = [] }) => path);
}

function inDocument(document: SpecDocument): Candidate[] {
  if (document.kind === "Secret") return [secretDocument(document, [])];
  const found: Candidate[] = [];
  const pending: { value: unknown; path: SpecPath }[] = [{ value: document.data, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    const candidate = judge(document, value, path);
    if (candidate !== null) found.push(candidate);
    // One by one: a list can be longer than a call may have arguments.
    else for (const child of children(value, path)) pending.push(child);
  }
  return found;
}

/** What a text in double quotes holds is read there with its escapes: `"X-Token = \\"abc\\""`. */
function inEscapedTexts(document: SpecDocument): Candidate[] {
  if (!document.text.includes("\\")) return [];
  const found: Candidate[] = [];
  const pending: { value: unknown; path: SpecPath }[] = [{ value: document.data, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path } = next;
    const range = typeof value === "string" ? rangeOf(document, path) : null;
    const isEscaped = range && document.text.slice(range.start, range.end).includes("\\");
    const [match] = isEscaped ? findInText(String(value)) : [];
    if (range && match) found.push({ kind: "credential", path, ...range, description: match.description });
    for (const child of children(value, path)) pending.push(child);
  }
  return found;
}

function children(value: unknown, path: SpecPath): { value: unknown; path: SpecPath }[] {
  if (Array.isArray(value)) return value.map((item, index) => ({ value: item, path: [...path, index] }));
  if (!isMap(value)) return [];
  return Object.entries(value).map(([key, item]) => ({ value: item, path: [...path, key] }));
}

function judge(document: SpecDocument, value: unknown, path: SpecPath): Candidate | null {
  if (isSecretObject(value)) return secretDocument(document, path);
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = String(value);
  if (secretsInText(text).length > 0) return secretDocument(document, path);
  const name = path.findLast((segment) => typeof segment === "string");
  if (name === undefined || !isCredentialName(name) || !isCredentialValue(text)) return null;
  return { kind: "credential", path, ...rangeOf(document, path), description: `The value of ${name}` };
}

/** A reference to a Secret has its kind and name too, but none of what a Secret holds. */
function isSecretObject(value: unknown): boolean {
  if (!isMap(value)) return false;
  const has = (key: string) => Object.hasOwn(value, key);
  return has("kind") && value.kind === "Secret" && ["metadata", "data", "stringData"].some(has);
}

function secretDocument(document: SpecDocument, path: SpecPath): Candidate {
  return { kind: "secret-document", path, ...rangeOf(document, path), description: SECRET_DOCUMENT };
}

function rangeOf(document: SpecDocument, path: SpecPath): OffsetRange {
  return path.length === 0 ? document.range : (locate(document, path)?.value ?? document.range);
}

function secretsInText(text: string): Candidate[] {
  if (!SECRET_FIELDS.test(text)) return [];
  return Array.from(text.matchAll(SECRET_KIND), (match) => ({
    kind: "secret-document" as const,
    start: match.index,
    end: match.index + match[0].length,
    description: SECRET_DOCUMENT,
  }));
}

/** Of candidates that overlap, the first one listed stays: it knows most about the place. */
function onePerPlace(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.map((candidate, rank) => ({ candidate, rank }));
  const byPlace = ranked.toSorted((a, b) => a.candidate.start - b.candidate.start || a.rank - b.rank);
  const kept: { candidate: Candidate; rank: number }[] = [];
  for (const next of byPlace) {
    const last = kept.at(-1);
    if (last === undefined || next.candidate.start >= last.candidate.end) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ candidate }) => candidate);
}

function toFound(spec: ParsedSpec, { kind, path, start, end, description }: Candidate): FoundSecret {
  const range = { start: toPosition(spec, start), end: toPosition(spec, end) };
  return path === undefined ? { kind, range, description } : { kind, path, range, description };
}
