import { parseUrl } from "@lookinglass/go";

/** An image reference as containerd pulls it. */
export interface ParsedImageRef {
  /** The name that is looked up in certs.d: `docker.io`, `ghcr.io`, `reg.example.com:5000`. */
  registry: string;
  /** The repository within the registry: `library/nginx`. */
  repository: string;
  /** The tag, or null when the image is pulled by digest. */
  tag: string | null;
  digest: string | null;
  /** The full name: registry/repository:tag or registry/repository@digest. */
  canonical: string;
}

export type ImageRefResult = ParsedImageRef | { error: string };

const INVALID = "invalid reference format";
const MAX_REPOSITORY_LENGTH = 255;
/** A bound of ours on the work: host names end at 253 characters, repositories at 255. */
const MAX_REFERENCE_LENGTH = 4096;

const HOST_LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
const HOST = `(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const NAME_PART = "[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*";
const REPOSITORY = `${NAME_PART}(?:/${NAME_PART})*`;
const TAG = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
const DIGEST = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
/** A name without a host is a path, the first part of which containerd then takes for the registry. */
const REFERENCE = new RegExp(`^(?:(${HOST})/)?(${REPOSITORY})(?::(${TAG}))?(?:@(${DIGEST}))?$`);

const HEX_DIGITS = new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128],
]);

/**
 * Normalises an image reference as the CRI plugin does before anything else: Docker Hub's short names
 * get `docker.io/library/`, a missing tag becomes `latest`, and a tag beside a digest is dropped. A registry whose
 * name is no host name passes as part of the path, as long as it could be one: `my_registry.example.com`.
 *
 * Behaviour: distribution/reference v0.6.0 ParseDockerRef, then containerd 2.3 pkg/reference Parse.
 * @param ref what a pod spec says
 * @returns the parts, or the reason why containerd refuses the reference
 */
export function parseImageRef(ref: string): ImageRefResult {
  if (/^[a-f0-9]{64}$/.test(ref)) {
    return { error: `invalid repository name (${ref}), cannot specify 64-byte hexadecimal strings` };
  }
  if (ref.length > MAX_REFERENCE_LENGTH) return { error: INVALID };
  const [registry, remainder] = splitRegistry(ref);
  const [name = ""] = remainder.split(":", 1);
  if (name.toLowerCase() !== name) {
    return { error: `${INVALID}: repository name (${name}) must be lowercase` };
  }
  return parseNormalized(`${registry}/${remainder}`);
}

function parseNormalized(text: string): ImageRefResult {
  const match = REFERENCE.exec(text);
  if (match === null) return { error: refusal(text) };
  const [, host, path = "", tag, digest] = match;
  if (path.length > MAX_REPOSITORY_LENGTH) {
    return { error: `repository name must not be more than ${MAX_REPOSITORY_LENGTH} characters` };
  }
  const [registry, repository] = host === undefined ? cutAtSlash(path) : [host, path];
  const problem = (digest && digestProblem(digest)) || registryProblem(registry);
  if (problem) return { error: problem };
  const name = `${registry}/${repository}`;
  if (digest) return { registry, repository, tag: null, digest, canonical: `${name}@${digest}` };
  const kept = tag ?? "latest";
  return { registry, repository, tag: kept, digest: null, canonical: `${name}:${kept}` };
}

function refusal(text: string): string {
  return REFERENCE.test(text.toLowerCase()) ? "repository name must be lowercase" : INVALID;
}

/** Every normalised name has a slash: containerd's pkg/reference takes what stands before the first one for the host. */
function cutAtSlash(name: string): [before: string, after: string] {
  const slash = name.indexOf("/");
  return [name.slice(0, slash), name.slice(slash + 1)];
}

/** What stands before the first slash is a registry only if it looks like a host name. */
function splitRegistry(ref: string): [registry: string, remainder: string] {
  if (!ref.includes("/")) return ["docker.io", `library/${ref}`];
  const [first, rest] = cutAtSlash(ref);
  const isHost = first === "localhost" || /[.:]/.test(first) || first.toLowerCase() !== first;
  if (!isHost) return ["docker.io", ref];
  const registry = first === "index.docker.io" ? "docker.io" : first;
  return [registry, registry === "docker.io" && !rest.includes("/") ? `library/${rest}` : rest];
}

/** opencontainers/go-digest Validate. */
function digestProblem(digest: string): string | null {
  const colon = digest.indexOf(":");
  const algorithm = digest.slice(0, colon);
  const encoded = digest.slice(colon + 1);
  const length = HEX_DIGITS.get(algorithm);
  if (length === undefined) {
    const wellFormed = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*$/.test(algorithm);
    return wellFormed ? "unsupported digest algorithm" : "invalid checksum digest format";
  }
  if (encoded.length !== length) return "invalid checksum digest length";
  return /^[a-f0-9]*$/.test(encoded) ? null : "invalid checksum digest format";
}

/** pkg/reference parses the name as a URL once more, which refuses `[` `]` around anything but IPv6. */
function registryProblem(registry: string): string | null {
  const result = parseUrl(`dummy://${registry}`, { strictColons: true });
  return result.ok ? null : result.error;
}
