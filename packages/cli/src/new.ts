import { namedStarter, starters } from "@lookinglass/designer";
import { EXIT, type Outcome, usageError } from "./console.js";
import { printable } from "./style.js";

const IDS = starters.map(({ id }) => id);
const WIDTH = Math.max(...IDS.map(({ length }) => length));

/** What each starter holds, for the help. */
export const STARTER_HELP = [
  "",
  "Starters:",
  ...starters.map(({ id, shows }) => `  ${id.padEnd(WIDTH)}  ${shows}`),
].join("\n");

/** Of a name that is no starter's. */
const MOST_SHOWN = 60;

/** `lookinglass new`: a spec to begin with. */
export function newSpec(id: string, name: string | undefined): Outcome {
  const starter = starters.find((one) => one.id === id);
  if (!starter) {
    const asked = id.length > MOST_SHOWN ? `${id.slice(0, MOST_SHOWN)}…` : id;
    return usageError(`there is no starter ${printable(asked)}; there are ${IDS.join(", ")}`);
  }
  if (name === undefined) return { exitCode: EXIT.fine, out: starter.text };
  if (name.trim() === "") return usageError("the cluster's name is empty");
  return { exitCode: EXIT.fine, out: namedStarter(starter, name) };
}
