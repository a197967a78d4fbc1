import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt.mjs";

/** Sees to it that tests can start a PostgreSQL of their own; without one their PostgreSQL half is skipped. */
export function ensurePostgres() {
  if (hasInitdb()) return console.log("PostgreSQL is here");
  withoutClusterOfItsOwn();
  if (aptInstall(["postgresql"]) && hasInitdb()) return console.log("PostgreSQL has been installed");
  console.log("No PostgreSQL here: the tests that need one will be skipped");
}

function hasInitdb() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, "bin"))
    : [];
  const folders = [...versions, ...(process.env.PATH ?? "").split(delimiter)];
  return folders.some((folder) => existsSync(join(folder, "initdb")));
}

/** Debian's package makes and starts a server when installed; only its programs are wanted. */
function withoutClusterOfItsOwn() {
  const folder = "/etc/postgresql-common";
  if (process.getuid?.() !== 0 || existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "createcluster.conf"), "create_main_cluster = false\n");
}
