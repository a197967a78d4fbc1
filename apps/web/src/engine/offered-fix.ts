import type { Diagnostic, Fix } from "@lookinglass/designer";

/** A fix as it was shown, and what it is a fix of. */
export interface WantedFix extends Pick<Fix, "id" | "title"> {
  readonly code: Diagnostic["code"];
  readonly path: Diagnostic["path"];
}

/** Makes a fix of a problem in the document. */
export type OnFix = (fix: Fix, of: Diagnostic) => void;

/** What to look for when the text is another than the one that the fix was shown for. */
export function wantedFix({ id, title }: Fix, { code, path }: Diagnostic): WantedFix {
  return { id, title, code, path };
}

/**
 * The fix of a text's diagnostics that was wanted: the one at the same place, else the only one of the same problem at
 * the same path of the spec. Null when there is none, or more than one that it could be.
 *
 * @param diagnostics one for each place
 */
export function offeredFix(diagnostics: readonly Diagnostic[], wanted: WantedFix): Fix | null {
  const offered = diagnostics
    .filter(({ code }) => code === wanted.code)
    .flatMap(({ path, fixes }) => fixes.map((fix) => ({ path, fix })))
    .filter(({ fix }) => fix.title === wanted.title);
  const same = offered.find(({ fix }) => fix.id === wanted.id);
  if (same) return same.fix;
  const path = JSON.stringify(wanted.path);
  const alike = offered.filter((one) => JSON.stringify(one.path) === path);
  return alike.length === 1 && alike[0] ? alike[0].fix : null;
}
