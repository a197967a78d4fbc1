/** A file of a node's certs.d, as it was pasted or typed. */
export interface NodeFileText {
  /** Stays the same while path and text change. */
  readonly id: number;
  /** Below /etc/containerd/certs.d. */
  readonly path: string;
  readonly text: string;
}

/** Prints every hosts.toml of a node in the form that {@link splitTail} reads. */
export const TAIL_COMMAND = "tail -v -n +1 /etc/containerd/certs.d/*/hosts.toml";

const CERTS_D = "/certs.d/";

/** A path as people write it, below certs.d. */
export function pathBelowCertsD(path: string): string {
  const start = path.lastIndexOf(CERTS_D);
  const below = start < 0 ? path : path.slice(start + CERTS_D.length);
  return below.trim().replace(/^(\.?\/)+/, "");
}

/** The header that tail prints before a file. */
const HEADER = /^==> (.+) <==$\n?/gm;

/**
 * The files in the output of tail for several files; none when it is not such an output.
 *
 * Source: GNU coreutils tail.c, write_header: an empty line stands before every header but the first.
 */
export function splitTail(output: string): Pick<NodeFileText, "path" | "text">[] {
  const plain = output.replaceAll("\r\n", "\n");
  const headers = [...plain.matchAll(HEADER)];
  return headers.map((header, index) => {
    const start = header.index + header[0].length;
    const next = headers[index + 1];
    const text = next ? plain.slice(start, next.index).replace(/\n$/, "") : plain.slice(start);
    return { path: pathBelowCertsD(header[1] ?? ""), text };
  });
}

/** The files after some were pasted: one that is there already gets the new text. */
export function withFiles(
  files: readonly NodeFileText[],
  pasted: readonly Pick<NodeFileText, "path" | "text">[],
): readonly NodeFileText[] {
  const all = [...files];
  for (const { path, text } of pasted) {
    const known = all.findIndex((file) => file.path === path);
    const id = all[known]?.id ?? nextId(all);
    all.splice(known < 0 ? all.length : known, 1, { id, path, text });
  }
  return all;
}

function nextId(files: readonly NodeFileText[]): number {
  return Math.max(0, ...files.map(({ id }) => id)) + 1;
}

/** Why a path cannot be used; null when it can. */
export function pathProblem(files: readonly NodeFileText[], file: NodeFileText): string | null {
  const path = pathBelowCertsD(file.path);
  if (path === "") return "Where is this file? For instance docker.io/hosts.toml.";
  const first = files.find((other) => pathBelowCertsD(other.path) === path);
  return first === file ? null : "Another file has this path already.";
}

/** The files that can be used, by path. */
export function filesByPath(files: readonly NodeFileText[]): Readonly<Record<string, string>> {
  const usable = files.filter((file) => pathProblem(files, file) === null);
  return Object.fromEntries(usable.map(({ path, text }) => [pathBelowCertsD(path), text]));
}
