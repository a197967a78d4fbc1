import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/** A step's command ended with an exit code that is not 0. */
export class CommandFailed extends Error {
  constructor(command, exitCode) {
    super(`${command} ended with exit code ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command in the repository with this process's streams. Rejects with CommandFailed.
 * NODE_ENV is not handed on: tools choose by it what to install and how to build.
 */
export function run(command, args, { env = {}, cwd = root } = {}) {
  const { NODE_ENV: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: "inherit", env: { ...inherited, ...env } });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new CommandFailed([command, ...args].join(" "), code ?? (signal === "SIGINT" ? 130 : 1)));
    });
  });
}

/** Runs a step with its name before and its time after. */
export async function step(name, work) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  try {
    return await work();
  } finally {
    console.log(`== ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** Ends the process as a failed command did; other errors are told in one line. */
export function exitWith(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(error instanceof CommandFailed ? error.exitCode : 1);
}

/**
 * npm starts a script through a shell, and a shell that is ended by a signal leaves the script running. Ends this
 * process by SIGTERM once that shell is gone.
 */
export function endWithShellOfNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}
