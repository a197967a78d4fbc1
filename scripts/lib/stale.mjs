import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root, stamps } from "./paths.mjs";

/** Never an input: outputs, and what others install. */
const IGNORED = new Set(["node_modules", "dist", ".git"]);

/**
 * Runs `make` unless its inputs have the content that they had when it last succeeded and its outputs are there.
 *
 * @param {string} name of the stamp that remembers the inputs
 * @param {{inputs: string[], outputs: string[]}} files paths from the repository's root; folders count with all in them
 * @param {() => Promise<void>} make
 */
export async function unlessFresh(name, { inputs, outputs }, make) {
  const stamp = join(stamps, name);
  const content = contentHash(inputs);
  const isFresh = outputs.every((output) => existsSync(join(root, output))) && read(stamp) === content;
  if (isFresh) return;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, content);
}

function contentHash(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => filesIn(join(root, input))).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !IGNORED.has(name));
  return names.flatMap((name) => filesIn(join(path, name)));
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
