import { isSince } from "../releases.js";

/** What the configuration step of one Spegel release does. */
export interface MirrorBehaviour {
  /** How the registry list is read: see parseRegistries. */
  readonly registryList: "separate-check" | "default-name" | "wildcards";
  readonly emptyList: "nothing" | "all-registries";
  /** How a hosts.toml is laid out: see hosts-file.ts. */
  readonly layout: "double-quoted" | "marshalled" | "templated";
  /** X-Spegel-* headers on every mirror target. */
  readonly spegelHeaders: boolean;
  readonly resolveTagsOption: boolean;
  readonly basicAuth: boolean;
  readonly dialTimeout: string | null;
  readonly backup: "none" | "when-something" | "always";
  /** What happens to hosts of the backed-up file: "merged" when asked, "appended" when asked, or always. */
  readonly existingHosts: "lost" | "merged" | "always-appended" | "appended";
  /** Files beside a kept hosts.toml come back with it. */
  readonly existingCertificates: boolean;
  /** Brackets are put around an IPv6 address in the first target. */
  readonly bracketsFirstTarget: boolean;
  /** A hook after helm uninstall moves the backup back. */
  readonly cleanup: boolean;
}

const firstRelease: MirrorBehaviour = {
  registryList: "separate-check",
  emptyList: "nothing",
  layout: "double-quoted",
  spegelHeaders: true,
  resolveTagsOption: false,
  basicAuth: false,
  dialTimeout: null,
  backup: "none",
  existingHosts: "lost",
  existingCertificates: false,
  bracketsFirstTarget: false,
  cleanup: false,
};

/** What changed in which release; a new release that changes something is one more row. */
const changes: readonly (Partial<MirrorBehaviour> & { readonly since: string })[] = [
  { since: "0.0.10", spegelHeaders: false },
  { since: "0.0.11", layout: "marshalled", backup: "when-something", resolveTagsOption: true },
  { since: "0.0.21", existingHosts: "merged" },
  { since: "0.0.26", layout: "templated", existingHosts: "always-appended" },
  { since: "0.0.27", existingHosts: "appended", backup: "always" },
  { since: "0.1.0", emptyList: "all-registries", basicAuth: true },
  { since: "0.2.0", cleanup: true },
  { since: "0.3.0", dialTimeout: "200ms" },
  { since: "0.4.0", registryList: "default-name" },
  { since: "0.5.0", registryList: "wildcards", existingCertificates: true },
  { since: "0.7.2", bracketsFirstTarget: true },
];

/** The behaviour of a known release (Spegel pkg/oci/containerd.go and main.go at that tag). */
export function mirrorBehaviour(release: string): MirrorBehaviour {
  const applied = changes.filter((change) => isSince(release, change.since));
  return Object.assign({}, firstRelease, ...applied);
}
