/** A PostgreSQL server of the tests' own: in a temporary directory, on a Unix socket, ended by its process. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Client } from "pg";

export interface PrivatePostgres {
  /** Makes an empty database and gives its URL. */
  newDatabase(): Promise<string>;
  /** The Unix socket that it listens at. */
  readonly socket: string;
  /** Ends it at once, as a crash does, but keeps its data for `start`. */
  halt(): Promise<void>;
  /** Does nothing while it runs. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const SUPERUSER = "tester";

/** Directory that holds initdb and postgres; null when PostgreSQL is not installed. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const path = (process.env.PATH ?? "").split(delimiter);
  const places = [...versions.map((version) => join(debian, version, "bin")), ...path];
  return places.find((place) => existsSync(join(place, "initdb"))) ?? null;
}

export async function startPostgres(binaries: string): Promise<PrivatePostgres> {
  const account = unprivilegedAccount();
  const root = mkdtempSync(join(tmpdir(), "lookinglass-pg-"));
  if (account !== undefined) chownSync(root, account.uid, account.gid);
  const data = join(root, "data");
  await initialise(join(binaries, "initdb"), data, account);
  const serve = () => startServer(join(binaries, "postgres"), { root, data, account });
  let server: RunningServer | null = await serve();
  const halt = async () => {
    await server?.halt();
    server = null;
  };
  return {
    newDatabase: databaseMaker(root),
    socket: join(root, ".s.PGSQL.5432"),
    halt,
    start: async () => {
      server ??= await serve();
    },
    stop: async () => {
      await halt();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface RunningServer {
  halt(): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

async function startServer(
  program: string,
  { root, data, account }: { root: string; data: string; account: Account | undefined },
): Promise<RunningServer> {
  // Its data ends with the tests, so neither writing to disk nor an orderly end is worth waiting for.
  const options = ["-D", data, "-k", root, "-c", "listen_addresses=", "-c", "fsync=off"];
  const server = spawn(program, options, { ...account, cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const endWithTests = () => server.kill("SIGQUIT");
  process.once("exit", endWithTests);
  const ended = once(server, "exit");
  await readyToAccept(server);
  return {
    halt: async () => {
      process.off("exit", endWithTests);
      server.kill("SIGQUIT");
      await ended;
    },
  };
}

/** PostgreSQL refuses to run as root: whom to run it as instead. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "nobody"]
    .map((name) => accounts.find((fields) => fields[0] === name))
    .find(Boolean);
  if (found === undefined) throw new Error("neither postgres nor nobody is an account of this machine");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function initialise(initdb: string, data: string, account: Account | undefined) {
  const options = ["-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale", "C", "--no-sync"];
  const child = spawn(initdb, options, { ...account, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
  const errors = collect(child);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`initdb failed: ${errors()}`);
}

async function readyToAccept(server: ChildProcess): Promise<void> {
  const log = collect(server);
  while (!log().includes("ready to accept connections")) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    text += chunk.toString("utf8");
  });
  return () => text;
}

function databaseMaker(socketDirectory: string): () => Promise<string> {
  let made = 0;
  const url = (database: string) => `postgresql://${SUPERUSER}@localhost/${database}?host=${socketDirectory}`;
  return async () => {
    const name = `test${++made}`;
    const client = new Client({ connectionString: url("postgres") });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return url(name);
  };
}
