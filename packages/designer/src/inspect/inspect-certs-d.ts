import {
  type HostResolution,
  lintHostsFile,
  type ParsedImageRef,
  type PullRequest,
  parseImageRef,
  planPull,
  resolveHosts,
} from "@lookinglass/containerd";
import { CERTS_D_TEMPLATES } from "../agent/built-in-templates.js";
import type { Severity, TextRange } from "../analysis.js";
import { pathFault } from "../rules/template/path-unknown.js";
import { findingWords } from "./finding-words.js";
import { spegelWords, withoutBlame } from "./spegel-hosts.js";
import { ranger } from "./text-range.js";

export interface CertsDQuestion {
  /** Path below /etc/containerd/certs.d -> text of the file. */
  readonly files: Readonly<Record<string, string>>;
  /** As in a pod spec: "nginx", "ghcr.io/org/app@sha256:...". */
  readonly image: string;
  /** "2.1.9" or "2.1"; 2.3.4 when not given. */
  readonly containerdVersion?: string | undefined;
}

/** Something to know about one of the files. */
export interface FileFinding {
  /** Path of the file, as it was given. */
  readonly file: string;
  /** From the catalog of docs/rules.md, e.g. "hosts/toml". */
  readonly code: string;
  readonly severity: Severity;
  /** What happens on the node, in plain words. */
  readonly message: string;
  /** In the file's text. */
  readonly range: TextRange;
}

export type CertsDInspection = {
  /** In the order of the files, then of their text; at most 500 of one file. */
  readonly findings: readonly FileFinding[];
} & (
  | {
      readonly image: ParsedImageRef;
      readonly resolution: HostResolution;
      /** In the order in which they are made if every endpoint answers "not found". */
      readonly requests: readonly PullRequest[];
    }
  | { readonly image: { readonly error: string }; readonly resolution: null; readonly requests: readonly [] }
);

/**
 * What containerd on a node does with the files that are in its certs.d: the directory that it reads for an image, the
 * requests that it makes in order, the fault that voids a file, and what is odd in each file.
 *
 * Sources: resolveHosts, planPull and lintHostsFile of packages/containerd.
 *
 * @returns the findings even where the image reference is wrong (`image.error` is containerd's own text)
 */
export function inspectCertsD({ files, image: name, containerdVersion }: CertsDQuestion): CertsDInspection {
  const options = containerdVersion === undefined ? {} : { version: containerdVersion };
  const findings = Object.entries(files).flatMap(([file, text]) => findingsIn(file, text, options));
  const image = parseImageRef(name);
  if ("error" in image) return { image, resolution: null, requests: [], findings };
  const resolution = resolveHosts({ files, host: image.registry }, options);
  return { image, resolution, requests: planPull(image, resolution, options), findings };
}

/** Of one file: a text that is no hosts.toml at all has a fault in each line. */
const MAX_FINDINGS = 500;

function findingsIn(file: string, text: string, options: { version?: string }): FileFinding[] {
  const misplaced = neverRead(file);
  if (misplaced) return [misplaced];
  const [directory = "", name, ...deeper] = file.split("/");
  if (name !== "hosts.toml" || deeper.length > 0) return [];
  const rangeOf = ranger(text);
  const found = withoutBlame(lintHostsFile(text, { directory, ...options })).slice(0, MAX_FINDINGS);
  return found.map((finding) => {
    const [severity, message] = spegelWords(finding) ?? findingWords(finding);
    return { file, code: `hosts/${finding.code}`, severity, message, range: rangeOf(finding.range) };
  });
}

/** Nothing in the text is at fault. */
const WHOLE_FILE: TextRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Spegel's backup: it is not read, and nobody thinks that it is. */
const BACKUP = "_backup/";

function neverRead(file: string): FileFinding | null {
  const fault = file.startsWith(BACKUP) ? null : pathFault(CERTS_D_TEMPLATES + file);
  if (!fault) return null;
  return {
    file,
    code: "template/path-unknown",
    severity: "warning",
    message: fault.message,
    range: WHOLE_FILE,
  };
}
