import type { Diagnostic, OverrideForm, TextRange } from "@lookinglass/designer";

/** The parts of a mirror at which a problem is told. */
export type MirrorPart = "url" | "capabilities" | "dialTimeout" | "tls" | "headers" | "other";

const PARTS: Readonly<Record<string, MirrorPart>> = {
  "hosts/no-capability": "capabilities",
  "spegel/resolve-tags": "capabilities",
  "hosts/slow-fallback": "dialTimeout",
  "hosts/cert-missing": "tls",
  "hosts/skip-verify": "tls",
  "hosts/secret": "headers",
  "hosts/ignored-key": "other",
  "hosts/server-misplaced": "other",
};

/** The part of a mirror that a problem is about; what is about no other is about its URL. */
export function partOf({ code }: Pick<Diagnostic, "code">): MirrorPart {
  return PARTS[code] ?? "url";
}

/** The problems of an override: those of each entry in its list, and the rest. */
export function splitProblems(
  { places }: Pick<OverrideForm, "places">,
  problems: readonly Diagnostic[],
): { readonly entries: readonly (readonly Diagnostic[])[]; readonly rest: readonly Diagnostic[] } {
  const placeOf = (problem: Diagnostic) => places.findIndex((place) => place && begins(problem.range, place));
  return {
    entries: places.map((_, index) => problems.filter((problem) => placeOf(problem) === index)),
    rest: problems.filter((problem) => placeOf(problem) < 0),
  };
}

/** Does a range begin within another? */
function begins({ start }: TextRange, within: TextRange): boolean {
  return !isBefore(start, within.start) && isBefore(start, within.end);
}

function isBefore(a: TextRange["start"], b: TextRange["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
