import { expose } from "comlink";
import { inspect } from "./inspection.js";
import { locatePath } from "./locate-path.js";

const edits = () => import("./edit-plan.js");
const pulls = () => import("../pull-path/pull-route.js");
const certsD = () => import("./certs-d.js");
const assist = () => import("./assist.js");
const lines = () => import("./line-origins.js");
const forms = () => import("./form-helpers.js");
const playground = () => import("./playground.js");
const secrets = () => import("./secrets.js");
const exports = () => import("../import-export/export-spec.js");

/** What the page calls across the thread boundary. What the first answer does not need loads when it is asked for. */
const engine = {
  inspect,
  locatePath,
  planEdits: late(async () => (await edits()).planEdits),
  pullRoute: late(async () => (await pulls()).pullRoute),
  inspectCertsD: late(async () => (await certsD()).inspectCertsD),
  imageServing: late(async () => (await forms()).imageServing),
  readYaml: late(async () => (await forms()).readYaml),
  completeAt: late(async () => (await assist()).completeAt),
  hoverAt: late(async () => (await assist()).hoverAt),
  lineOrigins: late(async () => (await lines()).lineOrigins),
  tryTemplate: late(async () => (await playground()).tryTemplate),
  templateData: late(async () => (await playground()).templateData),
  findSecrets: late(async () => (await secrets()).findSecrets),
  exportSpec: late(async () => (await exports()).exportSpec),
  /** Loads all of it, so that later there is nothing to wait for, nor to miss when the server is away. */
  prepare: async () => {
    const parts = [edits, pulls, certsD, assist, forms, lines, playground, secrets, exports];
    await Promise.all(parts.map((load): Promise<unknown> => load()));
  },
};

function late<Args extends unknown[], Answer>(load: () => Promise<(...args: Args) => Answer>) {
  return async (...args: Args): Promise<Answer> => (await load())(...args);
}

export type EngineWorker = typeof engine;

expose(engine);
