/** Why a name is no directory of certs.d that containerd reads, and what was surely meant. */
export interface DirectoryFault {
  readonly message: string;
  readonly suggestion?: string;
}

const LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-f0-9:]+\\])(?::(\\d+)|_(\\d+)_)?$`);

/** Names of Docker Hub that no image has as its registry. */
const DOCKER_HUB =
  /^(?:index|registry-1|registry|hub|www)\.docker\.(?:io|com)$|^docker\.com$|^registry\.hub\.docker\.com$/;

/**
 * Checks a name for a directory of certs.d: a registry as images name it, with its port (`HOST:PORT`, or `HOST_PORT_`),
 * or `_default`. Null when containerd reads it.
 *
 * Source: containerd core/remotes/docker/config/config_unix.go hostPaths; distribution/reference, splitDockerDomain.
 */
export function directoryFault(name: string): DirectoryFault | null {
  if (name === "_default") return null;
  if (/^_*default_*$/i.test(name)) {
    return { message: "The directory for all registries is _default.", suggestion: "_default" };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    return fault("The directory is named after the registry alone, without https://.", hostOf(name));
  }
  if (name.includes("/")) {
    return fault("containerd looks up the registry’s name alone, without a path.", hostOf(name));
  }
  if (name.includes("*")) {
    return { message: "containerd knows no wildcards: a file is for one registry, or for all (_default)." };
  }
  if (DOCKER_HUB.test(name.toLowerCase())) {
    return { message: "Images of Docker Hub have the registry docker.io.", suggestion: "docker.io" };
  }
  if (name !== name.toLowerCase()) return fault("Images name registries in lower case.", name.toLowerCase());
  return hostFault(name);
}

function hostFault(name: string): DirectoryFault | null {
  const match = HOST.exec(name);
  const port = match?.[1] ?? match?.[2];
  if (!match || (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))) {
    return { message: "This is no host name with or without a port, as registry.example.com:5000." };
  }
  if (port === undefined && !/^localhost$|[.[]/.test(name)) {
    return {
      message: `Images named ${name}/… are Docker Hub’s: a registry has a dot in its name, or a port.`,
    };
  }
  return null;
}

function hostOf(name: string): string {
  const host = name.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/\/.*$/, "");
  return host.toLowerCase();
}

/** The suggestion is made only where it is right itself. */
function fault(message: string, suggestion: string): DirectoryFault {
  const meant = directoryFault(suggestion);
  const better = meant === null ? suggestion : meant.suggestion;
  return better === undefined ? { message } : { message, suggestion: better };
}
