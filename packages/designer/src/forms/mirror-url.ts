interface UrlParts {
  /** Scheme and authority. */
  readonly origin: string;
  readonly path: string;
}

function splitUrl(url: string): UrlParts {
  const [, origin = "", path = ""] = /^((?:https?:\/\/)?[^/]*)(.*)$/s.exec(url) ?? [];
  return { origin, path };
}

/** Does a mirror's URL have a path, be it a slash? What containerd makes of it is then worth saying. */
export function hasPath(url: string): boolean {
  return splitUrl(url).path !== "";
}

/** Is a mirror's URL the root of an API below /v2, as a project of Harbor is? Without override_path it would be asked below /v2/…/v2. */
export function isApiRoot(url: string): boolean {
  // What a template's action yields is not known: a slash in it begins no path.
  const path = cleanPath(splitUrl(url.replace(/\{\{.*?\}\}/gs, "x")).path);
  return path.startsWith("/v2/") && !path.endsWith("/v2");
}

function cleanPath(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
}

/**
 * The URL below which containerd asks a mirror: `/v2` is appended to the path unless it ends so or override_path is
 * set. Source: containerd core/remotes/docker/config/hosts.go parseHostConfig.
 */
export function requestRoot(url: string, overridePath: boolean): string {
  const { origin, path } = splitUrl(url);
  const clean = cleanPath(path);
  if (clean.endsWith("/v2") || overridePath) return origin + clean;
  return `${origin}${clean}/v2`;
}

/**
 * What `server` means for the images of a registry: asked last as without it (own), another is asked last and the
 * registry never (other), or one is asked last in place of every registry (all).
 */
export type ServerMeaning = "own" | "other" | "all";

/** @param directory the registry's directory in certs.d; null when it has none of its own */
export function serverMeaning(directory: string | null, server: string): ServerMeaning {
  if (directory === "_default") return "all";
  const { origin, path } = splitUrl(server);
  const host = origin.replace(/^https:\/\//, "");
  const own = [directory, directory?.replace(/_(\d+)_$/, ":$1")];
  const names =
    directory === "docker.io" ? [ownServer("docker.io")] : own.map((name) => name && `https://${name}`);
  return names.includes(`https://${host}`) && /^\/?$|^\/v2\/?$/.test(path) ? "own" : "other";
}

/** The URL of a registry itself. */
export function ownServer(registry: string): string {
  return `https://${registry === "docker.io" ? "registry-1.docker.io" : registry}`;
}
