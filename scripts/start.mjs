/** npm start: installs and builds what is stale, then serves the web app and the API on one port. */
import { parseArgs } from "node:util";
import { apiEntry } from "./lib/paths.mjs";
import { endWithShellOfNpm, exitWith } from "./lib/run.mjs";
import { prepare } from "./lib/workspace.mjs";

const HELP = `Usage: npm start [-- --help]

Installs and builds what has changed, then serves Lookinglass (web app and API) on one port.
Ctrl-C or SIGTERM finishes what is in flight and ends it.

Environment:
  PORT               port to listen at; 0 takes a free one     (8080)
  HOST               address to listen at; 0.0.0.0 for all     (127.0.0.1)
  DATA_DIR           folder of the share store's database      (./data)
  DATABASE_URL       postgres:// URL: keep shares there instead
  PUBLIC_URL         where users reach the app, for share links (the address of the request)
  TRUST_PROXY        true behind a reverse proxy that sets X-Forwarded-*  (false)
  WRITES_PER_MINUTE  shares written or deleted by one address  (30)
  LOG_LEVEL          debug, info, warn, error or silent        (warn)
`;

try {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) process.stdout.write(HELP);
  else await start();
} catch (error) {
  exitWith(error);
}

async function start() {
  await prepare();
  endWithShellOfNpm();
  const { runServer } = await import(apiEntry);
  const environment = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || "warn" };
  await runServer(environment, (url) => console.log(`\nLookinglass is at ${url} (Ctrl-C ends it)`));
}
