import { containerdReleases } from "../releases.js";
import { parseVersion } from "../version.js";
import { lintCertMissing } from "./cert-missing.js";
import { lintDialTimeout } from "./dial-timeout.js";
import { lintDockerHub } from "./dockerhub.js";
import { lintDuplicateHost } from "./duplicate-host.js";
import { type LintedFile, lintedFile } from "./file.js";
import type { FindingCode, HostsFinding } from "./finding.js";
import { lintHostRepeated } from "./host-repeated.js";
import { lintIgnoredKey } from "./ignored-key.js";
import { lintInvisibleHost } from "./invisible-host.js";
import { lintNoCapability } from "./no-capability.js";
import { lintNoSchemeHttpPrefix } from "./no-scheme-http-prefix.js";
import { lintOverridePath } from "./override-path.js";
import { lintPathMirror } from "./path-mirror.js";
import { lintPlainHttp } from "./plain-http.js";
import { lintRejected } from "./rejected.js";
import { lintRootKey } from "./root-key.js";
import { lintSecret } from "./secret.js";
import { lintServerMisplaced } from "./server-misplaced.js";
import { lintServerNoFallback } from "./server-no-fallback.js";
import { lintServerOnly } from "./server-only.js";
import { lintSkipVerify } from "./skip-verify.js";
import { lintSlowFallback } from "./slow-fallback.js";
import { lintToml } from "./toml.js";
import { lintUrl } from "./url.js";

type Lint = (file: LintedFile) => HostsFinding[];

/** What is looked for in a text that the TOML parser refuses. */
const SYNTAX_LINTS: readonly Lint[] = [lintToml, lintDuplicateHost, lintRejected];

/** What else is looked for. A new lint is a new file and a line here. */
const LINTS: readonly Lint[] = [
  lintRejected,
  lintIgnoredKey,
  lintInvisibleHost,
  lintNoCapability,
  lintUrl,
  lintNoSchemeHttpPrefix,
  lintServerMisplaced,
  lintHostRepeated,
  lintServerOnly,
  lintSlowFallback,
  lintDialTimeout,
  lintPathMirror,
  lintOverridePath,
  lintRootKey,
  lintSecret,
  lintCertMissing,
  lintServerNoFallback,
  lintDockerHub,
  lintPlainHttp,
  lintSkipVerify,
];

export interface LintOptions {
  /** The directory below certs.d that holds the file: `_default`, `docker.io`, `reg.example.com_5000_`. */
  directory: string;
  /** A containerd version, `2.1.9` or `2.1`; 2.3.4 when not given or no version. */
  version?: string;
}

/**
 * Looks a hosts.toml over for what will surprise its writer on a node. In a text that is no valid TOML
 * only its faults are reported, as containerd reads nothing else of it.
 *
 * Behaviour behind the findings: as for resolveHosts, of the same containerd release.
 * @returns findings in the order of the text; never throws
 */
export function lintHostsFile(text: string, options: LintOptions): HostsFinding[] {
  const version = parseVersion(options.version ?? "") ?? parseVersion(containerdReleases.default);
  if (version === null || text.trim() === "") return [];
  const file = lintedFile(text, options.directory, version);
  const isBroken = file.fault?.kind === "toml-syntax" || hasLaterFault(file);
  const lints = isBroken ? SYNTAX_LINTS : LINTS;
  const findings = lints.flatMap((lint) => lint(file));
  const told = findings.some(isVoiding) ? findings.filter(({ code }) => !IN_USE.has(code)) : findings;
  return told.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** What happens while containerd uses a file: it does not happen with one that it ignores. */
const IN_USE: ReadonlySet<FindingCode> = new Set([
  "host-repeated",
  "slow-fallback",
  "dial-timeout",
  "path-mirror",
  "override-path",
  "root-key",
  "cert-missing",
  "server-no-fallback",
  "plain-http",
  "skip-verify",
]);

function isVoiding(finding: HostsFinding): boolean {
  switch (finding.code) {
    case "rejected":
      return true;
    case "server-only":
      return finding.refused;
    case "url":
      return finding.problem === "unparsable";
    default:
      return false;
  }
}

/** go-toml 2.x stops at a value of a wrong type, though the text may be broken further down. */
function hasLaterFault(file: LintedFile): boolean {
  return file.fault?.kind === "toml-type" && file.syntaxFaults.length > 0;
}
