import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Daemon } from "./daemon.js";
import type { ObjectName, StoredObject } from "./image.js";
import { type Mode, type Seen, startRegistry } from "./mock-registry.js";

/** A certs.d tree, registries on loopback addresses, and an image to pull. */
export interface World {
  files: Record<string, string>;
  dirs?: string[];
  /** Address -> how the registry there answers. Nothing listens on other addresses. */
  registries: Record<string, Mode>;
  /** `@DIGEST` stands for the digest of the image's manifest. */
  image: string;
}

/** What was asked, in order: of each step of a pull on its own, as containerd fetches blobs side by side. */
export interface Requests {
  pulled: boolean;
  resolve: string[];
  manifest: string[];
  config: string[];
  layer: string[];
  /** Who was tried over TLS. */
  tls: string[];
}

/** The image's name, with the digest of the manifest where the world wants it. */
export function imageName({ image: name }: World, image: readonly StoredObject[]): string {
  return name.replace("@DIGEST", `@${image[0]?.digest}`);
}

/** Has a real containerd pull the image, and notes what it asks of the world's registries. */
export async function observe(daemon: Daemon, world: World, image: StoredObject[]): Promise<Requests> {
  const seen: Seen[] = [];
  const certs = mkdtempSync(join(tmpdir(), "lookinglass-certs-"));
  const registries = await Promise.all(
    Object.entries(world.registries).map(([address, mode]) => startRegistry(address, mode, image, seen)),
  );
  try {
    writeTree(certs, world);
    const pulled = await daemon.pull(imageName(world, image), certs);
    return { pulled, ...sortRequests(seen, world, image) };
  } finally {
    await Promise.all(registries.map((registry) => registry.close()));
    rmSync(certs, { recursive: true, force: true });
  }
}

function writeTree(root: string, { files, dirs = [] }: World): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of dirs) mkdirSync(join(root, path), { recursive: true });
}

/** The steps of a pull, by what is asked for. */
export type StepName = "resolve" | ObjectName;

/**
 * Which step a request belongs to as far as it shows: HEAD, or a tag, is how a name is resolved. null: of no image
 * that is known.
 */
export function stepOf(method: string, target: string, image: readonly StoredObject[]): StepName | null {
  const digest = /sha256:[0-9a-f]+/.exec(target)?.[0];
  if (method === "HEAD" || digest === undefined) return "resolve";
  return image.find((object) => object.digest === digest)?.name ?? null;
}

function sortRequests(seen: Seen[], world: World, image: StoredObject[]): Omit<Requests, "pulled"> {
  const step = (wanted: StepName) =>
    seen
      .filter(({ method, target }) => method !== "TLS" && stepOf(method, target, image) === wanted)
      .map(({ address, method, target, status }) => `${address} ${method} ${target} ${status}`);
  const tls = seen.filter(({ method }) => method === "TLS").map(({ address }) => address);
  const known = new Set(Object.keys(world.registries));
  return {
    resolve: step("resolve"),
    manifest: step("manifest"),
    config: step("config"),
    layer: step("layer"),
    tls: [...new Set(tls)].filter((address) => known.has(address)).sort(),
  };
}
