import { expose } from "comlink";
import { inspect, planEdits } from "./inspection.js";
import { locatePath } from "./locate-path.js";

/** What the page calls across the thread boundary. */
const engine = { inspect, planEdits, locatePath };

export type EngineWorker = typeof engine;

expose(engine);
