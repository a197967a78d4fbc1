/**
 * Kubernetes' versions that agents are known for. Kublr's page on image caching lists 1.27 to 1.32 as the branches that
 * integrate Spegel, some of them from a later build on; cncf/k8s-conformance has 1.33 and 1.34.
 */
export const knownAgents = ["1.27", "1.28", "1.29", "1.30", "1.31", "1.32", "1.33", "1.34"] as const;

/** Major and minor number of a version; null of one that cannot be read. */
type Release = readonly [major: number, minor: number];

/** Source: Kublr's page on image caching, "Starting with Kublr Agent versions 1.27". */
const FIRST_WITH_SPEGEL: Release = [1, 27];
/** Source: Kublr's page on multi-architecture support: `kublrAgentRef` replaces `kublrAgentTgzUrl`. */
const FIRST_WITH_REFERENCE: Release = [1, 25];

/**
 * Does this agent release integrate with Spegel? From some build of 1.27 on.
 *
 * @param version such as "1.31.4", "v1.27" or "1.28.0-rc.1"; one that cannot be read counts as recent
 */
export function integratesSpegel(version: string): boolean {
  return isAtLeast(version, FIRST_WITH_SPEGEL);
}

/** Is this agent of a time in which `kublrAgentRef` names agents? One that cannot be read counts as recent. */
export function hasReference(version: string): boolean {
  return isAtLeast(version, FIRST_WITH_REFERENCE);
}

function isAtLeast(version: string, [major, minor]: Release): boolean {
  const parts = /^v?(\d{1,6})\.(\d{1,6})/.exec(version);
  if (!parts) return true;
  const [ownMajor, ownMinor] = [Number(parts[1]), Number(parts[2])];
  return ownMajor === major ? ownMinor >= minor : ownMajor > major;
}
