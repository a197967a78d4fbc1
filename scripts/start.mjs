/** npm start: installs and builds what is stale, then serves the web app and the API on one port. */
import { parseArgs } from "node:util";
import { apiEntry } from "./lib/paths.mjs";
import { endWithShellOfNpm, exitWith } from "./lib/run.mjs";
import { prepare } from "./lib/workspace.mjs";

const HELP = `Usage: npm start [-- --help]

Installs and builds what has changed, then serves Lookinglass (web app and API) on one port.
Ctrl-C or SIGTERM finishes what is in flight and ends it.

Environment:
  PORT                 port to listen at; 0 takes a free one     (8080)
  HOST                 address to listen at; 0.0.0.0 for all     (127.0.0.1)
  DATA_DIR             folder of the share store's database      (./data)
  DATABASE_URL         postgres:// URL: keep shares there instead
  DATABASE_TIMEOUT_MS  time for PostgreSQL to answer             (5000)
  DATABASE_WAIT_MS     time that the start waits for PostgreSQL  (30000)
  PUBLIC_URL           where users reach the app, for share links (the address of the request)
  TRUST_PROXY          true behind one reverse proxy that sets X-Forwarded-*, or the number of them  (false)
  LOG_LEVEL            debug, info, warn, error or silent        (warn)

  Limits, per process; the first three for each client address:
  WRITES_PER_MINUTE    shares written or deleted                 (30)
  ANALYSES_PER_MINUTE  specs, templates and trees analysed       (1200)
  READS_PER_MINUTE     shares read                               (600)
  MAX_SHARES           shares kept at once                       (100000)
  ANALYSIS_WORKERS     threads that analyse                      (one less than cores, 2 to 4)
  ANALYSIS_QUEUE       requests that may wait for a thread       (64)
  ANALYSIS_TIMEOUT_MS  time that one may take on a thread        (5000)
  ANALYSIS_MEMORY_MB   memory that a thread may take             (256)
  REQUEST_TIMEOUT_MS   time for a request to arrive              (30000)
  SHUTDOWN_TIMEOUT_MS  time for what is in flight at the end     (10000)

  For a build in another place:
  WEB_ROOT             folder of the built web app               (apps/web/dist)
  EXAMPLES_DIR         folder of the example specs               (examples)
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
