import { type FoundSecret, findSecrets } from "@lookinglass/designer";
import { Refusal } from "./problems.js";

/**
 * Refuses a spec that must not be shared: one with Secret documents always, one with what looks like a
 * credential unless its sender has acknowledged it.
 */
export function refuseSecrets(spec: string, acknowledged: boolean): void {
  const secrets = findSecrets(spec);
  const documents = secrets.filter(({ kind }) => kind === "secret-document");
  if (documents.length > 0) {
    throw refusal("Kubernetes Secrets are never shared. Remove them from the text.", secrets);
  }
  if (secrets.length > 0 && !acknowledged) {
    const advice = "Remove it, or set acknowledgeSecrets to share it all the same.";
    throw refusal(`The spec seems to hold credentials. ${advice}`, secrets);
  }
}

/** Places that a refusal lists; more would help nobody. */
const MAX_LISTED = 100;

function refusal(detail: string, found: readonly FoundSecret[]): Refusal {
  const secrets = found.slice(0, MAX_LISTED);
  const errors = secrets.map(({ range, description }) => ({
    path: "spec",
    message: `${description} at line ${range.start.line}, column ${range.start.column}`,
  }));
  return new Refusal("share-holds-secrets", detail, { errors, secrets });
}
