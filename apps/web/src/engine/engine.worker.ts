import { expose } from "comlink";
import { preview } from "./preview.js";

const rest = () => import("./rest.js");
/** With Sprig's functions. */
const playground = () => import("./playground.js");

/** What the page calls across the thread boundary. What the preview does not need loads when it is first asked for. */
const engine = {
  preview,
  inspect: late(rest, ({ inspect }) => inspect),
  locatePath: late(rest, ({ locatePath }) => locatePath),
  planEdits: late(rest, ({ planEdits }) => planEdits),
  pullRoute: late(rest, ({ pullRoute }) => pullRoute),
  inspectCertsD: late(rest, ({ inspectCertsD }) => inspectCertsD),
  imageServing: late(rest, ({ imageServing }) => imageServing),
  readYaml: late(rest, ({ readYaml }) => readYaml),
  completeAt: late(rest, ({ completeAt }) => completeAt),
  hoverAt: late(rest, ({ hoverAt }) => hoverAt),
  lineOrigins: late(rest, ({ lineOrigins }) => lineOrigins),
  tryTemplate: late(playground, ({ tryTemplate }) => tryTemplate),
  templateData: late(rest, ({ templateData }) => templateData),
  findSecrets: late(rest, ({ findSecrets }) => findSecrets),
  exportSpec: late(rest, ({ exportSpec }) => exportSpec),
  joinFiles: late(rest, ({ joinFiles }) => joinFiles),
  /** Loads all of it, so that later there is nothing to wait for, nor to miss when the server is away. */
  prepare: async () => {
    await Promise.all([rest(), playground()]);
  },
};

function late<Part, Args extends unknown[], Answer>(
  load: () => Promise<Part>,
  choose: (part: Part) => (...args: Args) => Answer,
) {
  return async (...args: Args): Promise<Awaited<Answer>> => await choose(await load())(...args);
}

export type EngineWorker = typeof engine;

expose(engine);
