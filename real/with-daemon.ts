import { afterAll, beforeAll, describe } from "vitest";
import { Daemon, installedVersion, whyNotHere } from "./daemon.js";

/**
 * A block of tests with a containerd of its own; skipped, with the reason in plain sight, where none can be run.
 *
 * @param body is given the daemon, to be asked for inside tests, and its version
 */
export function describeWithDaemon(
  what: string,
  body: (daemon: () => Daemon, version: string) => void,
): void {
  const obstacle = whyNotHere();
  if (obstacle !== null) console.warn(`Skipped: the comparison with a real containerd. ${obstacle}.`);
  const version = obstacle === null ? installedVersion() : "";

  describe.skipIf(obstacle !== null)(`${what} (containerd ${version})`, () => {
    let running: Daemon | null = null;

    beforeAll(async () => {
      running = new Daemon();
      await running.ready();
    }, 60_000);

    afterAll(() => running?.stop(), 60_000);

    body(() => {
      if (running === null) throw new Error("containerd is not running");
      return running;
    }, version);
  });
}
