import { expose } from "comlink";
import { inspect, planEdits } from "./inspection.js";

/** What the page calls across the thread boundary. */
const engine = { inspect, planEdits };

export type EngineWorker = typeof engine;

expose(engine);
