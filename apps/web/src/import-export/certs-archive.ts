import type { NodeFile } from "@lookinglass/designer";
import { packTar } from "modern-tar";

/** The same files give the same bytes: no archive tells when it was made. */
const NO_TIME = new Date(0);

/** The files that are on a node's disk, by path in the archive. A path that leads out of the directory is left out. */
export function filesOnDisk(
  files: readonly NodeFile[],
): readonly { readonly path: string; readonly content: string }[] {
  return files
    .filter(({ state }) => state === "active" || state === "backup")
    .filter(({ path }) => !path.split("/").some((part) => part === ".." || part === ""))
    .map(({ path, content }) => ({ path: `certs.d/${path}`, content }));
}

/** The certs.d directory of a node as .tar.gz, to be unpacked in /etc/containerd. */
export async function packCertsD(files: readonly NodeFile[]): Promise<Blob> {
  const encoder = new TextEncoder();
  const entries = filesOnDisk(files).map(({ path, content }) => {
    const body = encoder.encode(content);
    return { header: { name: path, size: body.length, mode: 0o644, uid: 0, gid: 0, mtime: NO_TIME }, body };
  });
  const tar = await packTar(entries);
  return new Response(new Blob([tar]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
}
