/** npm run build: installs, and builds every package and app that is stale. */
import { exitWith } from "./lib/run.mjs";
import { prepare } from "./lib/workspace.mjs";

await prepare().catch(exitWith);
