import { type HostsFinding, lintHostsFile } from "@lookinglass/containerd";
import { memoisedBy } from "../memoised.js";

/** What containerd makes of a hosts.toml in a directory of certs.d. */
export type HostsLinter = (content: string, directory: string) => readonly HostsFinding[];

interface HostsFile {
  readonly content: string;
  readonly directory: string;
  readonly version: string;
}

const lint = memoisedBy(
  ({ content, directory, version }: HostsFile) => JSON.stringify([version, directory]) + content,
  ({ content, ...place }) => lintHostsFile(content, place),
);

/** A linter that looks once at each distinct file, however many roles have it and rules ask. */
export function hostsLinter(version: string): HostsLinter {
  return (content, directory) => lint({ content, directory, version });
}
