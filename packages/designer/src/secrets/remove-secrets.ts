import { parseSpec } from "@lookinglass/cluster-spec";
import type { SpecEdit } from "../analysis.js";
import { secretPathsIn } from "./find-secrets.js";

/**
 * Edits that take every Kubernetes Secret out of a spec: documents, items of lists, and values whose text holds one.
 * None for a text that holds no Secret, or that does not parse: where it stands is then not known.
 */
export function removeSecretsEdits(specText: string): SpecEdit[] {
  const spec = parseSpec(specText);
  if (spec.problems.length > 0) return [];
  return spec.documents.flatMap((document) => {
    // From the last one: removing an item moves those after it.
    const paths = secretPathsIn(document).toReversed();
    return paths.map((path): SpecEdit => ({ path, remove: true, document: document.index }));
  });
}
