export type { Console } from "./console.js";
export { runCli } from "./program.js";
