/** The registry whose images a directory below certs.d serves; null for `_default`, which serves any. */
export function registryOf(directory: string): string | null {
  if (directory === "_default") return null;
  const withPort = /^(.+)_(\d+)_$/.exec(directory);
  return withPort ? `${withPort[1]}:${withPort[2]}` : directory;
}

/** Names of Docker Hub other than the one that images have: docker.io. */
export const DOCKER_HUB_NAMES: readonly string[] = [
  "index.docker.io",
  "registry-1.docker.io",
  "registry.hub.docker.com",
  "hub.docker.com",
  "docker.com",
];
