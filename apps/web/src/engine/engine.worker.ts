import { completeAt, hoverAt, inspectCertsD } from "@lookinglass/designer";
import { expose } from "comlink";
import { pullRoute } from "../pull-path/pull-route.js";
import { inspect, planEdits } from "./inspection.js";
import { locatePath } from "./locate-path.js";

/** What the page calls across the thread boundary. */
const engine = { inspect, planEdits, locatePath, pullRoute, inspectCertsD, completeAt, hoverAt };

export type EngineWorker = typeof engine;

expose(engine);
