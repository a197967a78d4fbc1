import { type HostsFinding, lintHostsFile } from "@lookinglass/containerd";
import { memoised } from "../memoised.js";

/** What containerd makes of a hosts.toml in a directory of certs.d. */
export type HostsLinter = (content: string, directory: string) => readonly HostsFinding[];

/** A linter that looks once at each distinct file, however many rules ask. */
export function hostsLinter(version: string): HostsLinter {
  const directories = memoised((directory) =>
    memoised((content) => lintHostsFile(content, { directory, version })),
  );
  return (content, directory) => directories(directory)(content);
}
