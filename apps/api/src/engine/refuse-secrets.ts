import type { Problem } from "@lookinglass/api-contract";
import { type FoundSecret, findSecrets } from "@lookinglass/designer";
import { problem } from "../problems.js";

/**
 * The problem with a spec that must not be shared: one with Secret documents never, one with what looks like a
 * credential only when its sender has acknowledged it. Null for a spec that may be shared.
 */
export function refuseSecrets(spec: string, acknowledged: boolean): Problem | null {
  const secrets = findSecrets(spec);
  const documents = secrets.filter(({ kind }) => kind === "secret-document");
  if (documents.length > 0) {
    return refusal("Kubernetes Secrets are never shared. Remove them from the text.", secrets);
  }
  if (secrets.length > 0 && !acknowledged) {
    const advice = "Remove it, or set acknowledgeSecrets to share it all the same.";
    return refusal(`The spec seems to hold credentials. ${advice}`, secrets);
  }
  return null;
}

/** Places that a refusal lists; more would help nobody. */
const MAX_LISTED = 100;

function refusal(detail: string, found: readonly FoundSecret[]): Problem {
  const secrets = found.slice(0, MAX_LISTED);
  const errors = secrets.map(({ range, description }) => ({
    path: "spec",
    message: `${description} at line ${range.start.line}, column ${range.start.column}`,
  }));
  return problem("share-holds-secrets", detail, { errors, secrets });
}
