/** Releases of Kublr's control plane, and the Kubernetes versions that each installs. */
interface KublrRelease {
  readonly release: string;
  /** Null where it is not known. */
  readonly oldest: string | null;
  readonly newest: string;
}

/** Source: cncf/k8s-conformance (folders v1.NN/kublr) and Azure Arc's list of validated distributions. */
const kublrReleases: readonly KublrRelease[] = [
  { release: "1.26.0", oldest: "1.22", newest: "1.27" },
  { release: "1.27.0", oldest: null, newest: "1.28" },
  { release: "1.28.0", oldest: null, newest: "1.29" },
  { release: "1.29.0", oldest: null, newest: "1.31" },
  { release: "1.29.2", oldest: null, newest: "1.33" },
  { release: "1.30.0", oldest: null, newest: "1.34" },
];

/** What a release of Kublr installs, as the end of a sentence: "Kublr 1.26.0 installs Kubernetes 1.22 to 1.27"; null where that is not known. */
export function installedBy(release: string): string | null {
  const known = kublrReleases.find((one) => one.release === release.replace(/^v/, ""));
  if (!known) return null;
  const range = known.oldest === null ? `up to ${known.newest}` : `${known.oldest} to ${known.newest}`;
  return `Kublr ${known.release} installs Kubernetes ${range}`;
}
