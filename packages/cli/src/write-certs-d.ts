import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { CertsD } from "./render.js";

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/**
 * Writes a certs.d tree into a folder, which is made. A folder that already holds something is refused: files of
 * another run in it would be read as this one's.
 */
export function writeCertsD(folder: string, files: CertsD): WriteResult {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) return { ok: false, message: `${folder} is not empty` };
    for (const [path, content] of files) writeInside(folder, path, content);
    return { ok: true };
  } catch (cause) {
    return {
      ok: false,
      message: `${folder} cannot be written: ${cause instanceof Error ? cause.message : cause}`,
    };
  }
}

/** Paths come from the spec: one that leaves the folder is an error of ours, and is not written. */
function writeInside(folder: string, path: string, content: string): void {
  const target = join(folder, path);
  if (relative(folder, target).split(sep)[0] === "..") throw new Error(`${path} leads out of the folder`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { flag: "wx" });
}
