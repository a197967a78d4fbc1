import type { ParsedSpec, SpecDocument } from "./parse/parse-spec.js";

/** The previewed document (a Cluster or a bare `spec:`), or null. */
export function clusterDocument(spec: ParsedSpec): SpecDocument | null {
  return spec.cluster.form === "none" ? null : (spec.documents[spec.cluster.document] ?? null);
}
