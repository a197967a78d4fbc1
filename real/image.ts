import { createHash } from "node:crypto";
import { arch } from "node:os";
import { gzipSync } from "node:zlib";

const MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";

/** What of an image a request can ask for. */
export type ObjectName = "manifest" | "config" | "layer";

export interface StoredObject {
  name: ObjectName;
  digest: string;
  type: string;
  body: Buffer;
}

/** An image of one layer; the salt makes its digests its own, so that nothing is in the daemon's store yet. */
export function makeImage(salt: string): StoredObject[] {
  const tarball = tarOf("salt.txt", Buffer.from(`${salt}\n`));
  const layer = stored("layer", "application/vnd.oci.image.layer.v1.tar+gzip", gzipSync(tarball));
  const config = json("config", "application/vnd.oci.image.config.v1+json", {
    architecture: platformArchitecture(),
    os: "linux",
    config: {},
    rootfs: { type: "layers", diff_ids: [digestOf(tarball)] },
    history: [{ comment: salt }],
  });
  const manifest = json("manifest", MANIFEST_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: descriptor(config),
    layers: [descriptor(layer)],
  });
  return [manifest, config, layer];
}

/** The architecture of this machine as images name it. */
export function platformArchitecture(): string {
  return arch() === "x64" ? "amd64" : arch();
}

function json(name: ObjectName, type: string, content: object): StoredObject {
  return stored(name, type, Buffer.from(JSON.stringify(content)));
}

function stored(name: ObjectName, type: string, body: Buffer): StoredObject {
  return { name, digest: digestOf(body), type, body };
}

function descriptor({ type, digest, body }: StoredObject) {
  return { mediaType: type, digest, size: body.length };
}

function digestOf(body: Buffer): string {
  return `sha256:${createHash("sha256").update(body).digest("hex")}`;
}

/** A tar archive with one file. */
function tarOf(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write("0000644\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("        0", 148);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return Buffer.concat([header, content, padding, Buffer.alloc(1024)]);
}
