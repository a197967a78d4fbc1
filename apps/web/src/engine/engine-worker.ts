/** The engine's thread. A script of its own in index.html, so that it starts while the page's scripts still load. */
export const engineWorker = new Worker(new URL("./engine.worker.ts", import.meta.url), {
  type: "module",
  name: "lookinglass-engine",
});
