/** A line of a hosts.toml as Spegel or a person lays it out: which host's table it is in, and its key. */
export interface HostsLine {
  readonly text: string;
  /** Null before the first host. */
  readonly host: string | null;
  readonly isHeader: boolean;
  /** Null for headers, comments and empty lines. */
  readonly key: string | null;
}

const HEADER = /^\s*\[\s*host\s*\.\s*(?:'([^']*)'|"((?:[^"\\]|\\.)*)")\s*(?:\.\s*header\s*)?\]/;
const KEY = /^\s*([A-Za-z0-9_-]+)\s*=/;

/** Reads a file line by line; enough to find a line again, no reading of TOML. */
export function hostsLines(content: string): HostsLine[] {
  let host: string | null = null;
  return content
    .replace(/\n$/, "")
    .split("\n")
    .map((text) => {
      const header = HEADER.exec(text);
      if (header) host = header[1] ?? header[2] ?? "";
      return { text, host, isHeader: header !== null, key: KEY.exec(text)?.[1] ?? null };
    });
}

/** Index of the line that a line was made of: the same key of the same host, else the host's header; -1: none. */
export function lineLike(lines: readonly HostsLine[], { host, key }: HostsLine): number {
  const same = lines.findIndex((line) => line.host === host && line.key !== null && line.key === key);
  return same >= 0 ? same : lines.findIndex((line) => line.isHeader && line.host === host);
}
