import { gzipSync } from "node:zlib";
import type { Plugin, Rollup } from "vite";

/** A script and its size, in bytes after gzip. */
interface Script {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Lists the scripts that a browser fetches before the editor's, with their sizes after gzip, and fails the build when
 * they are larger than the budget.
 *
 * @param budget bytes after gzip of the page's scripts and the engine's worker together
 * @returns the plugin for the page, and the one for its workers
 */
export function firstLoad(budget: number): { readonly page: () => Plugin; readonly worker: () => Plugin } {
  let worker: readonly Script[] = [];
  return {
    worker: () => ({
      name: "first-load-worker",
      generateBundle(_options, bundle) {
        const scripts = scriptsOf(bundle, ({ name }) => name === "engine.worker");
        if (scripts.length > 0) worker = scripts;
      },
    }),
    page: () => ({
      name: "first-load-page",
      apply: "build",
      generateBundle(_options, bundle) {
        const page = scriptsOf(bundle, ({ isEntry }) => isEntry);
        this.info(report(page, worker));
        if (worker.length === 0) this.error("The engine's worker was not found, so its size is not known.");
        if (sum(page) + sum(worker) > budget)
          this.error(`The scripts before the editor are over their ${kB(budget)}.`);
      },
    }),
  };
}
/** The chosen chunks and all that they import, but not what they load later. */
function scriptsOf(bundle: Rollup.OutputBundle, isFirst: (chunk: Rollup.OutputChunk) => boolean): Script[] {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const files = new Set(chunks.filter(isFirst).map(({ fileName }) => fileName));
  // Grows while it is walked.
  for (const file of files) {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    for (const imported of chunk?.imports ?? []) files.add(imported);
  }
  return chunks
    .filter(({ fileName }) => files.has(fileName))
    .map(({ fileName, code }) => ({ file: fileName, bytes: gzipSync(code).length }));
}

function report(page: readonly Script[], worker: readonly Script[]): string {
  const lines = [...page, ...worker].map(({ file, bytes }) => `${kB(bytes).padStart(9)}  ${file}`);
  const total = `page ${kB(sum(page))} + worker ${kB(sum(worker))} = ${kB(sum(page) + sum(worker))}`;
  return ["scripts before the editor, after gzip:", ...lines, total].join("\n");
}

function sum(scripts: readonly Script[]): number {
  return scripts.reduce((total, { bytes }) => total + bytes, 0);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
