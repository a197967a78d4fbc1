import { compileMatch, parseRegexp, type RegexpNode, searchFor } from "@lookinglass/go/regexp";
import { knownRelease } from "../releases.js";
import {
  type Condition,
  type Found,
  findReference,
  maxAnalysedSize,
  type ReferenceKind,
} from "./find-reference.js";
import { effectivePatterns, type FilterSettings, listedRegistries } from "./image-filter.js";
import {
  applyEdits,
  charNodes,
  type LeadingName,
  type LooseCode,
  leadingNames,
  looseRepairs,
  lowerCaseLiterals,
  referenceAround,
  referenceBehind,
  repositoryFirst,
  unescapeFilter,
} from "./repairs.js";

/** Why no image reference can match. */
export type NeverReason =
  /** `\\.` means a backslash and any character; no reference holds a backslash. */
  | "literal-backslash"
  /** `https://`: references have no scheme. */
  | "url-scheme"
  /** `@sha256:`: Spegel takes the digest off before it looks. */
  | "digest"
  /** `^library/nginx`: the registry comes first. */
  | "repository-first"
  | "blank"
  /** Matches only registries written with capitals, which nobody does. */
  | "upper-case-registry"
  /** Repositories are in lower case. */
  | "upper-case-repository"
  /** Needs a character that references do not have. */
  | "impossible-character"
  /** Each part may match, but not all together: `a^`, or a registry with nothing after it. */
  | "contradiction";

export interface NeverMatches {
  readonly reason: NeverReason;
  /** The character, for "impossible-character". */
  readonly character: string | null;
  /** An expression that matches what seems to be meant. */
  readonly suggestion: string | null;
}

export interface Looseness {
  readonly code: LooseCode;
  /** A reference that the expression matches and the suggestion does not. */
  readonly example: string;
  /** Null where it cannot be told what was meant. */
  readonly suggestion: string | null;
}

export type FilterExplanation =
  | { readonly kind: "invalid" /** Go's text. */; readonly error: string }
  | {
      readonly kind: "valid";
      /** Null when some reference matches, or when the expression is too large to tell. */
      readonly neverMatches: NeverMatches | null;
      /** A reference that matches. */
      readonly example: string | null;
      /** True when every reference matches for certain. */
      readonly matchesEverything: boolean;
      readonly looseness: readonly Looseness[];
      /** The expression with all its looseness taken out. */
      readonly suggestion: string | null;
      /** What stands at its beginning, where registries do. */
      readonly names: readonly LeadingName[];
    };

/**
 * What a registry filter does, said of all image references and not of a list of samples: whether any can
 * match, whether all do, and what it matches beyond what it seems to say.
 *
 * A filter sees registry/repository[:tag]. Claims are certain: they come from searching the grammar of
 * references (distribution/reference's) together with the expression; where that would take too long, nothing
 * is claimed. Expressions are Go's (RE2), searched unanchored.
 */
export function explainFilter(pattern: string): FilterExplanation {
  const parsed = parseRegexp(pattern);
  if ("error" in parsed) return { kind: "invalid", error: parsed.error };
  const { root } = parsed;
  const example = exampleOf(root);
  const names = leadingNames(root);
  const nothing = { names, neverMatches: null, matchesEverything: false, looseness: [], suggestion: null };
  if ("unknown" in example) return { kind: "valid", ...nothing, example: null };
  if ("none" in example) {
    return { kind: "valid", ...nothing, example: null, neverMatches: whyNever(pattern, root) };
  }
  const matchesEverything = "none" in findReference("any", [{ root, matches: false }]);
  const loose = matchesEverything ? { looseness: [], suggestion: null } : loosenessOf(pattern, root);
  return {
    kind: "valid",
    names,
    neverMatches: null,
    example: example.reference,
    matchesEverything,
    ...loose,
  };
}

export type FilterCoverage =
  /** Spegel serves nothing. */
  | { readonly kind: "everything" }
  /** `unfiltered` is a reference that Spegel still serves. */
  | { readonly kind: "some"; readonly unfiltered: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "invalid"; readonly error: string };

/** Whether filters and mirroredRegistries together leave any image for Spegel to serve. */
export function filterCoverage(
  settings: FilterSettings,
  options: { readonly version?: string } = {},
): FilterCoverage {
  const release = knownRelease(options.version);
  const conditions: Condition[] = [];
  let size = 0;
  for (const pattern of effectivePatterns(settings, release)) {
    const parsed = parseRegexp(pattern);
    if ("error" in parsed) return { kind: "invalid", error: parsed.error };
    size += parsed.root.size;
    // Those after are only looked at for errors, and need not be kept.
    if (size <= maxAnalysedSize) conditions.push({ root: parsed.root, matches: false });
  }
  const listed = listedRegistries(settings.mirroredRegistries, release);
  if ("error" in listed) return { kind: "invalid", error: listed.error };
  if (size > maxAnalysedSize) return { kind: "unknown" };
  const found = findUsualFirst([...conditions, ...listCondition(listed.hosts)]);
  if ("unknown" in found) return { kind: "unknown" };
  return "none" in found ? { kind: "everything" } : { kind: "some", unfiltered: found.reference };
}

function listCondition(hosts: readonly string[] | null): Condition[] {
  if (hosts === null) return [];
  const names = hosts.map((host) => host.replace(/[^A-Za-z0-9]/g, "\\$&")).join("|");
  const parsed = parseRegexp(`^(?:${names})/`);
  return "error" in parsed ? [] : [{ root: parsed.root, matches: true }];
}

/** References that read better than the shortest one. */
const familiar = [
  "docker.io/library/nginx:1.27",
  "docker.io/library/nginx:latest",
  "ghcr.io/org/app:v1",
  "quay.io/org/app:v1",
  "registry.k8s.io/pause:3.10",
  "registry.example.com:5000/team/app:1.0-dev",
];

function exampleOf(root: RegexpNode): Found {
  const known = familiar.find(searchFor(root).matches);
  return known === undefined ? findReference("usual", [{ root, matches: true }]) : { reference: known };
}

function canMatch(pattern: string, kind: ReferenceKind = "usual"): boolean {
  const parsed = parseRegexp(pattern);
  return "root" in parsed && "reference" in findReference(kind, [{ root: parsed.root, matches: true }]);
}

function whyNever(pattern: string, root: RegexpNode): NeverMatches {
  const literals = charNodes(root).map(({ literal }) => literal);
  const withoutScheme = pattern.replace(/(?:https?|http\(s\)\?|https\?):(?:\\?\/){2}/g, "");
  const lowered = lowerCaseLiterals(pattern, root);
  const first = repositoryFirst(root);
  const attempts: readonly (readonly [NeverReason, boolean, string])[] = [
    ["literal-backslash", literals.includes("\\"), unescapeFilter(pattern)],
    ["url-scheme", withoutScheme !== pattern, withoutScheme],
    ["blank", literals.includes(" "), pattern.replaceAll(" ", "")],
    ["repository-first", first !== null, first === null ? pattern : onDockerHub(pattern, first)],
    [
      canMatch(pattern, "any") ? "upper-case-registry" : "upper-case-repository",
      lowered !== pattern,
      lowered,
    ],
  ];
  for (const [reason, applies, suggestion] of attempts) {
    if (applies && canMatch(suggestion)) return { reason, character: null, suggestion };
  }
  if (canMatch(pattern, "any")) return { reason: "upper-case-registry", character: null, suggestion: null };
  return whyNeverAtAll(literals, withoutScheme !== pattern);
}

/** A repository with Docker Hub in front, as references without a registry are read. */
function onDockerHub(pattern: string, { start, before }: LeadingName): string {
  const insert = before === "slash" ? "docker\\.io/" : "docker\\.io/library/";
  return applyEdits(pattern, [{ at: start, remove: 0, insert }]);
}

/** No simple repair makes it match. */
function whyNeverAtAll(literals: readonly (string | null)[], hasScheme: boolean): NeverMatches {
  const impossible = literals.find((literal) => literal !== null && !/^[A-Za-z0-9._/:[\]-]$/.test(literal));
  if (impossible === undefined || impossible === null) {
    return { reason: hasScheme ? "url-scheme" : "contradiction", character: null, suggestion: null };
  }
  const reasons: Readonly<Record<string, NeverReason>> = {
    "\\": "literal-backslash",
    " ": "blank",
    "@": "digest",
  };
  const reason = reasons[impossible] ?? "impossible-character";
  return { reason, character: reason === "impossible-character" ? impossible : null, suggestion: null };
}

function loosenessOf(pattern: string, root: RegexpNode) {
  const repairs = looseRepairs(root);
  const looseness = repairs.flatMap(({ code, edits }): Looseness[] => {
    const suggestion = applyEdits(pattern, edits);
    const example = onlyMatchedBy(pattern, root, suggestion);
    return example === null ? [] : [{ code, example, suggestion }];
  });
  const codes = looseness.map(({ code }) => code);
  const edits = repairs.filter(({ code }) => codes.includes(code)).flatMap((repair) => repair.edits);
  return {
    looseness: [...looseness, ...looseWords(pattern)],
    suggestion: edits.length === 0 ? null : applyEdits(pattern, edits),
  };
}

/** Words without a registry match parts of other words. */
function looseWords(pattern: string): Looseness[] {
  const [around, behind] = [referenceAround(pattern), referenceBehind(pattern)];
  if (around !== null) return [{ code: "bare-words", example: around, suggestion: null }];
  return behind === null ? [] : [{ code: "registry-first", example: behind, suggestion: null }];
}

/** A reference that the loose expression matches and the tight one does not. */
function onlyMatchedBy(loose: string, looseRoot: RegexpNode, tight: string): string | null {
  const known = familiarExample(loose, tight);
  if (known !== null) return known;
  const parsed = parseRegexp(tight);
  if ("error" in parsed) return null;
  const conditions = [
    { root: looseRoot, matches: true },
    { root: parsed.root, matches: false },
  ];
  const found = findUsualFirst(conditions);
  return "reference" in found ? found.reference : null;
}

function findUsualFirst(conditions: readonly Condition[]): Found {
  const usual = findReference("usual", conditions);
  return "none" in usual ? findReference("any", conditions) : usual;
}

function familiarExample(loose: string, tight: string): string | null {
  const [one, other] = [compileMatch(loose), compileMatch(tight)];
  if ("error" in one || "error" in other) return null;
  const nested = familiar.map((reference) => `registry.example.com/${reference}`);
  return [...familiar, ...nested].find((reference) => one.test(reference) && !other.test(reference)) ?? null;
}
