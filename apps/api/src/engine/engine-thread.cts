/**
 * What a thread of the pool loads first. The pool loads files with require(), and a thread that is ended while require() links
 * an ES module ends the whole process (Node's own check fails, "Module::IsGraphAsync"); import() can be broken off.
 */
const run = import("./engine-worker.js").then((module) => module.run);

export = { run };
