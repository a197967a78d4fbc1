import { joinPath } from "@lookinglass/go";
import { certificateProblem, certificatesIn } from "./certs-d/certificates.js";
import { findDirectory } from "./certs-d/directory.js";
import { CERTS_D, type CertsTree, certsTree } from "./certs-d/tree.js";
import type { HostsFileFault } from "./hosts-file/fields.js";
import type { Capability, HostConfig } from "./hosts-file/host-config.js";
import { allCapabilities, parseHostsFile } from "./hosts-file/read.js";
import { isLocalhost, portOf } from "./localhost.js";
import { containerdReleases } from "./releases.js";
import { holds, parseVersion, type Version } from "./version.js";

/** A certs.d tree and the registry of an image. */
export interface ResolveInput {
  /** Path below /etc/containerd/certs.d -> text of the file. */
  files: Readonly<Record<string, string>>;
  /** Directories below certs.d that are there though no file is in them. */
  dirs?: readonly string[];
  /** The registry part of a normalised image reference, `docker.io` for Docker Hub. */
  host: string;
  /**
   * The certificate files, by their absolute names, of which `files` tells whether they exist and what they hold: all
   * for true. Every other one is taken to be there and valid.
   */
  certsChecked?: boolean | ((file: string) => boolean);
}

/** A registry endpoint as containerd tries it. */
export interface RegistryHost {
  /** What goes on the wire first. */
  scheme: string;
  /** Host and port. */
  host: string;
  /** The root of the API, as containerd holds it: it is path.Join-ed into requests. */
  path: string;
  /** The configured scheme is http, but https is tried first and http after a TLS error. */
  httpFallback: boolean;
  capabilities: Capability[];
  /** Null: not set. */
  skipVerify: boolean | null;
  /** Absolute file names; null: not set. An empty list still counts as a TLS setting. */
  ca: string[] | null;
  /** Certificate and key files; key "" means that the certificate's file holds it. */
  client: [cert: string, key: string][] | null;
  /** Names and values as written. */
  header: Record<string, string[]> | null;
  /** Milliseconds, may be fractional, 0 or negative; null: not set, which means 30 s. */
  dialTimeoutMs: number | null;
}

/** The directory below certs.d that serves the registry, or null. */
type ServingDirectory = string | null;

export type HostResolution =
  | { dir: ServingDirectory; hosts: RegistryHost[] }
  | {
      dir: string;
      /** Why containerd ignores the hosts.toml, in its own words. */
      parseError: string;
      parseErrorKind: HostsFileFault["kind"];
      /** The endpoints that it uses instead. */
      fallback: RegistryHost[];
    }
  /** The lookup fails and the pull with it; nothing is tried. */
  | { dir?: string; error: string };

/**
 * Which registry endpoints containerd tries, in order, for the images of a registry.
 *
 * Behaviour: containerd core/remotes/docker/config/hosts.go (remotes/docker/config before 2.0) of the
 * release: HostDirFromRoot, loadHostDir, parseHostsFile and ConfigureHosts, with the settings of the CRI plugin.
 * @param options.version a containerd version, `2.1.9` or `2.1`; 2.3.4 when not given
 */
export function resolveHosts(input: ResolveInput, options: { version?: string } = {}): HostResolution {
  const text = options.version ?? containerdReleases.default;
  const version = parseVersion(text);
  if (version === null) return { error: `not a containerd version: ${text}` };
  const tree = certsTree(input.files, input.dirs);
  const found = findDirectory(tree, input.host);
  if ("error" in found) return found;
  if (found.name === null) return { dir: null, hosts: finishHosts([emptyHost()], input.host, version) };
  return resolveIn(found.name, tree, input, version);
}

function resolveIn(dir: string, tree: CertsTree, input: ResolveInput, version: Version): HostResolution {
  const directory = joinPath(CERTS_D, dir);
  const loaded = loadDirectory(tree, directory, version);
  if ("error" in loaded) return { dir, error: loaded.error };
  const problem = firstCertificateProblem(tree, loaded.hosts, input.certsChecked ?? false);
  if (problem !== null) return { dir, error: problem };
  const hosts = finishHosts(loaded.hosts, input.host, version);
  if (loaded.fault === undefined) return { dir, hosts };
  const { message, kind } = loaded.fault;
  return { dir, parseError: message, parseErrorKind: kind, fallback: hosts };
}

type LoadedDirectory = { hosts: HostConfig[]; fault?: HostsFileFault } | { error: string };

/** containerd's loadHostDir. */
function loadDirectory(tree: CertsTree, directory: string, version: Version): LoadedDirectory {
  const file = joinPath(directory, "hosts.toml");
  const entry = tree.entry(file);
  if (entry === "directory") return { error: `read ${file}: is a directory` };
  if (entry === "not a directory") return { error: `open ${file}: not a directory` };
  const text = tree.text(file) ?? "";
  const certificates = () => [{ ...emptyHost(), ...certificatesIn(tree, directory) }];
  if (text === "") return { hosts: certificates() };
  const parsed = parseHostsFile(text, directory, version);
  return "hosts" in parsed ? parsed : { hosts: certificates(), fault: parsed.fault };
}

function firstCertificateProblem(
  tree: CertsTree,
  hosts: HostConfig[],
  checked: NonNullable<ResolveInput["certsChecked"]>,
): string | null {
  const isKnown = typeof checked === "function" ? checked : () => checked;
  for (const host of hosts) {
    const problem = certificateProblem(tree, host, isKnown);
    if (problem !== null) return problem;
  }
  return null;
}

function emptyHost(): HostConfig {
  return {
    scheme: "",
    host: "",
    path: "",
    capabilities: [],
    skipVerify: null,
    ca: null,
    client: null,
    header: null,
    dialTimeoutMs: null,
  };
}

/** containerd's ConfigureHosts: completes the last host when it has no name, and settles the schemes. */
function finishHosts(hosts: HostConfig[], registry: string, version: Version): RegistryHost[] {
  const last = hosts.at(-1);
  const completed =
    last?.host === "" ? [...hosts.slice(0, -1), completeHost(last, registry, version)] : hosts;
  return completed.map((host) => registryHost(host, version));
}

/** The image's own registry, with what the root of hosts.toml says of TLS, headers and timeouts. */
function completeHost(root: HostConfig, registry: string, version: Version): HostConfig {
  const completed = { ...root, path: "/v2", capabilities: allCapabilities(version) };
  if (registry === "docker.io") return { ...completed, scheme: "https", host: "registry-1.docker.io" };
  if (!isLocalhost(registry)) return { ...completed, scheme: "https", host: registry };
  return { ...completed, host: registry, ...localhostDefaults(root, portOf(registry), version) };
}

function localhostDefaults(root: HostConfig, port: string, version: Version) {
  if (!holds("localhost defaults by port", version)) return { scheme: "http", skipVerify: true };
  return {
    scheme: port === "" || port === "443" ? "https" : "http",
    skipVerify: port === "80" ? root.skipVerify : true,
  };
}

function registryHost(host: HostConfig, version: Version): RegistryHost {
  const httpFallback = host.scheme === "http" && hasTls(host, version) && isAmbiguous(host.host, version);
  return {
    scheme: httpFallback ? "https" : host.scheme,
    host: host.host,
    path: host.path,
    httpFallback,
    capabilities: host.capabilities,
    skipVerify: host.skipVerify,
    ca: host.ca,
    client: host.client,
    header: host.header && Object.fromEntries(host.header),
    dialTimeoutMs: host.dialTimeoutMs,
  };
}

/** Whether a setting makes containerd think of TLS for an http host. */
function hasTls(host: HostConfig, version: Version): boolean {
  if (host.ca !== null || host.client !== null || host.skipVerify !== null) return true;
  return host.dialTimeoutMs !== null && holds("dial_timeout counts as a TLS setting", version);
}

/** Whether the port leaves open what the host speaks. */
function isAmbiguous(host: string, version: Version): boolean {
  if (!holds("https first", version)) return false;
  if (holds("https first on every port", version)) return true;
  const port = portOf(host);
  return port === "" ? holds("https first without a port", version) : port !== "80";
}
