/** The registry whose images a directory below certs.d serves; null for `_default`, which serves any. */
export function registryOf(directory: string): string | null {
  if (directory === "_default") return null;
  const withPort = /^(.+)_(\d+)_$/.exec(directory);
  return withPort ? `${withPort[1]}:${withPort[2]}` : directory;
}
