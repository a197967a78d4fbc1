import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Daemon, installedVersion, whyNotHere } from "./daemon.js";
import { makeImage, type StoredObject } from "./image.js";
import { type Seen, startRegistry } from "./mock-registry.js";
import { imageName, predict, type Requests } from "./predict.js";
import { type Scenario, scenarios } from "./scenarios.js";

const obstacle = whyNotHere();
if (obstacle !== null) console.warn(`Skipped: the comparison with a real containerd. ${obstacle}.`);
const version = obstacle === null ? installedVersion() : "";

describe.skipIf(obstacle !== null)(`what containerd ${version} asks is what the model says`, () => {
  const daemon = { running: null as Daemon | null };

  beforeAll(async () => {
    daemon.running = new Daemon();
    await daemon.running.ready();
  }, 60_000);

  afterAll(() => daemon.running?.stop(), 60_000);

  it.each(scenarios)(
    "$what",
    async (scenario) => {
      if (daemon.running === null) throw new Error("containerd is not running");
      const image = makeImage(`${scenario.what} ${Date.now()}`);
      expect(await observe(daemon.running, scenario, image)).toEqual(predict(scenario, image, version));
    },
    90_000,
  );
});

async function observe(daemon: Daemon, scenario: Scenario, image: StoredObject[]): Promise<Requests> {
  const seen: Seen[] = [];
  const certs = mkdtempSync(join(tmpdir(), "lookinglass-certs-"));
  const registries = await Promise.all(
    Object.entries(scenario.registries).map(([address, mode]) => startRegistry(address, mode, image, seen)),
  );
  try {
    writeTree(certs, scenario);
    const pulled = await daemon.pull(imageName(scenario, image), certs);
    return { pulled, ...sortRequests(seen, scenario, image) };
  } finally {
    await Promise.all(registries.map((registry) => registry.close()));
    rmSync(certs, { recursive: true, force: true });
  }
}

function writeTree(root: string, { files, dirs = [] }: Scenario): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of dirs) mkdirSync(join(root, path), { recursive: true });
}

/** Sorts requests by what they ask for; HEAD is how a name is resolved. */
function sortRequests(seen: Seen[], scenario: Scenario, image: StoredObject[]): Omit<Requests, "pulled"> {
  const step = (wanted: string) =>
    seen
      .filter(({ method }) => method !== "TLS")
      .filter(({ method, target }) => {
        const digest = /sha256:[0-9a-f]+/.exec(target)?.[0];
        return (
          (method === "HEAD" ? "resolve" : image.find((object) => object.digest === digest)?.name) === wanted
        );
      })
      .map(({ address, method, target, status }) => `${address} ${method} ${target} ${status}`);
  const tls = seen.filter(({ method }) => method === "TLS").map(({ address }) => address);
  const known = new Set(Object.keys(scenario.registries));
  return {
    resolve: step("resolve"),
    manifest: step("manifest"),
    config: step("config"),
    layer: step("layer"),
    tls: [...new Set(tls)].filter((address) => known.has(address)).sort(),
  };
}
