import { dialSeconds } from "./dial.js";
import { checkRules } from "./hosts-file/read.js";
import type { ParsedImageRef } from "./image-ref.js";
import { containerdReleases } from "./releases.js";
import { type RequestUrl, requestUrl, UNKNOWN_DIGEST } from "./request-url.js";
import type { HostResolution, RegistryHost } from "./resolve.js";
import { holds, parseVersion, type Version } from "./version.js";

/** Why a host is passed over. */
export type SkipReason =
  /** Resolving a tag wants hosts with both `pull` and `resolve`. */
  | "no-resolve-capability"
  /** Resolving a digest wants hosts with `pull`; fetching wants one such host in the list. */
  | "no-pull-capability";

/** One request that containerd makes, or the host that it passes over instead. */
export interface PullRequest {
  /** `resolve` finds out the digest; `pull` fetches the manifest, then config and layers. */
  operation: "resolve" | "pull";
  /** A blob is the image's config or a layer; each is asked for on its own. */
  object: "manifest" | "blob";
  method: "HEAD" | "GET";
  host: RegistryHost;
  /** A mirror of hosts.toml, its `server`, or the image's own registry. */
  role: "mirror" | "server" | "registry";
  /** The URL asked first; `{digest}` stands for a digest that only the registry knows. */
  url: string;
  /** Null: the request is made, once every host before has answered "not found" or not at all. */
  skipped: SkipReason | null;
  /** The error with which the request fails on the node, at once and unsent; null where it is sent. */
  failure: string | null;
  /** Seconds that a host costs that does not answer at all. */
  dialTimeoutSeconds: number;
  /** How many times more the same host is asked before containerd goes on. */
  repeats: Repeats;
  /** Statuses after which the same host is asked for the same with GET; after 403 for the error's text only. */
  getAfter: readonly number[];
  /** Not made once a host has answered the manifest's request with an error other than 404. */
  onlyAfterNotFound: boolean;
}

interface Repeats {
  /** After 500, 503 and 504; the last host only. */
  serverError: number;
  /** After a cut connection or a TLS handshake that timed out, not after a dial timeout; the last host only. */
  connectionError: number;
  /** After 408 and 429, on every host. */
  tooManyRequests: number;
}

/**
 * The requests that containerd makes for an image, in order, if every host answers "not found".
 *
 * Behaviour: containerd core/remotes/docker resolver.go (Resolve, filterHosts, request, retryRequest), fetcher.go
 * (Fetch) and registry.go (isProxy): a tag is resolved by the hosts with pull and resolve, a digest by those with
 * pull; then all hosts are asked for the manifest and each blob, whatever their capabilities. `ns` goes to
 * every host but the image's registry.
 * @param resolution what resolveHosts says of the image's registry
 * @param options.version for the repeats; 2.3.4 when not given or no version
 * @returns an empty list when the lookup itself fails
 */
export function planPull(
  image: ParsedImageRef,
  resolution: HostResolution,
  options: { version?: string } = {},
): PullRequest[] {
  if ("error" in resolution) return [];
  const hosts = "hosts" in resolution ? resolution.hosts : resolution.fallback;
  const version = parseVersion(options.version ?? "") ?? parseVersion(containerdReleases.default);
  const plan: Plan = { image, hosts, version: version ?? [0, 0, 0] };
  return [...resolveRequests(plan), ...pullRequests(plan)];
}

interface Plan {
  image: ParsedImageRef;
  hosts: RegistryHost[];
  version: Version;
}

function resolveRequests(plan: Plan): PullRequest[] {
  const { tag, digest } = plan.image;
  const skip = digest === null ? tagSkip : digestSkip;
  const manifests = requests(plan, skip, ["resolve", "HEAD", "manifest", digest ?? tag ?? ""]);
  if (digest === null) return manifests;
  // A digest that no host knows as a manifest may still be a blob.
  return [...manifests, ...requests(plan, skip, ["resolve", "HEAD", "blob", digest])];
}

function pullRequests(plan: Plan): PullRequest[] {
  const canPull = plan.hosts.some((host) => host.capabilities.includes("pull"));
  const skip = () => (canPull ? null : "no-pull-capability");
  const manifest = requests(plan, skip, ["pull", "GET", "manifest", plan.image.digest ?? UNKNOWN_DIGEST]);
  return [...manifest, ...requests(plan, skip, ["pull", "GET", "blob", UNKNOWN_DIGEST])];
}

function tagSkip({ capabilities }: RegistryHost): SkipReason | null {
  if (!capabilities.includes("pull")) return "no-pull-capability";
  return capabilities.includes("resolve") ? null : "no-resolve-capability";
}

function digestSkip({ capabilities }: RegistryHost): SkipReason | null {
  return capabilities.includes("pull") ? null : "no-pull-capability";
}

type Step = [
  operation: PullRequest["operation"],
  method: PullRequest["method"],
  object: PullRequest["object"],
  id: string,
];

/** One step at every host. */
function requests(plan: Plan, skip: (host: RegistryHost) => SkipReason | null, step: Step): PullRequest[] {
  const [operation, method, object, id] = step;
  const { version } = plan;
  const last = plan.hosts.findLastIndex((host) => skip(host) === null);
  const onlyAfterNotFound =
    operation === "resolve" && object === "blob" && holds("/blobs/ only after 404", version);
  return plan.hosts.map((host, index) => {
    const { url, failure } = urlOf(plan, host, `${object}s`, id);
    return {
      operation,
      object,
      method,
      host,
      role: roleOf(plan, index),
      url,
      skipped: skip(host),
      failure,
      dialTimeoutSeconds: dialSeconds(host.dialTimeoutMs),
      repeats: repeatsOf(version, index === last),
      getAfter: method === "HEAD" ? getAfter(url, version) : [],
      onlyAfterNotFound,
    };
  });
}

function repeatsOf(version: Version, isLast: boolean): Repeats {
  return {
    serverError: isLast && holds("5xx on the last host", version) ? 1 : 0,
    connectionError: isLast && holds("transport errors on the last host", version) ? 4 : 0,
    tooManyRequests: holds("5 attempts at most", version) ? 4 : 5,
  };
}

/** containerd takes a path with /manifests/ for a manifest's, a repository of that name included. */
function getAfter(url: string, version: Version): number[] {
  const refused = holds("GET after a 403 to HEAD", version) ? [403] : [];
  return url.includes("/manifests/") ? [...refused, 405] : refused;
}

function roleOf({ image, hosts }: Plan, index: number): PullRequest["role"] {
  const host = hosts[index];
  if (index < hosts.length - 1 || host === undefined) return "mirror";
  return isProxy(host, image.registry) ? "server" : "registry";
}

/** containerd's isProxy: any host but the registry itself, or Docker Hub's real one. */
function isProxy(host: RegistryHost, registry: string): boolean {
  if (host.host === registry) return false;
  return registry !== "docker.io" || host.host !== "registry-1.docker.io";
}

function urlOf({ image, version }: Plan, host: RegistryHost, kind: string, id: string): RequestUrl {
  const namespace = isProxy(host, image.registry) ? image.registry : null;
  const { strictColons } = checkRules(version);
  return requestUrl(host, [image.repository, kind, id], namespace, { strictColons });
}
