/** The registry that a directory of certs.d serves: `reg.example:5000` for `reg.example_5000_`. */
export function registryOf(directory: string): string {
  return directory.replace(/_(\d+)_$/, ":$1");
}
