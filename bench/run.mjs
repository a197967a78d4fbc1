/**
 * npm run bench: measures every section, prints a table and writes bench/results.json.
 * npm run bench -- engine store: only these; the others keep what results.json says of them.
 *
 * A section is a module with
 *   name      as its rows and results.json call it
 *   measure() gives its rows, {section, name, value, unit, ratioTo?}: `ratioTo` names another row of the section, whose
 *             value the ratio is taken to. Both are medians of the same run. A section whose tools are not on this
 *             machine says so and gives no rows.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buildServer, buildWeb, checkNode, install } from "../scripts/lib/workspace.mjs";
import { printTable, withRatios } from "./lib/table.mjs";

/** In the order of the table. A new one is a line here. */
const SECTIONS = [
  "./sections/engine.mjs",
  "./sections/templates.mjs",
  "./sections/store.mjs",
  "./sections/load.mjs",
  "./sections/web.mjs",
];

const RESULTS = new URL("results.json", import.meta.url);

checkNode();
await install();
await buildServer();
await buildWeb();

const sections = await Promise.all(SECTIONS.map((path) => import(path)));
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(", ")}.`);

const before = earlierResults();
const measured = {};
for (const { name, measure } of sections) {
  if (chosen.length > 0 && !chosen.includes(name)) {
    if (before[name]) measured[name] = before[name];
    continue;
  }
  const rows = withRatios(await measure());
  printTable(name, rows);
  measured[name] = { machine: machine(), rows };
}
writeFileSync(RESULTS, `${JSON.stringify({ sections: measured }, null, 2)}\n`);
process.exit(0);

/** All that may be said of a machine: what its name or its owner is, is nobody's business. */
function machine() {
  return { cores: availableParallelism(), node: process.version };
}

function earlierResults() {
  try {
    return JSON.parse(readFileSync(RESULTS, "utf8")).sections;
  } catch {
    return {};
  }
}
