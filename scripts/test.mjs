/**
 * npm test: everything that must hold, from an empty checkout on. The first step that fails ends it with its
 * exit code; the last line always counts the tests.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./lib/chromium.mjs";
import { ensureContainerd } from "./lib/containerd.mjs";
import { playwrightCounts, summary, vitestCounts } from "./lib/counts.mjs";
import { ensureGo } from "./lib/go.mjs";
import { binary, root } from "./lib/paths.mjs";
import { ensurePostgres } from "./lib/postgres.mjs";
import { CommandFailed, run, step } from "./lib/run.mjs";
import { buildServer, buildWeb, checkNode, install } from "./lib/workspace.mjs";

const scratch = mkdtempSync(join(tmpdir(), "lookinglass-test-"));
const unitReport = join(scratch, "vitest.json");
const browserReport = join(scratch, "playwright.json");

process.exitCode = await testEverything().catch(failure);
console.log(`\n${summary([vitestCounts(unitReport), playwrightCounts(browserReport)])}`);
rmSync(scratch, { recursive: true, force: true });

async function testEverything() {
  checkNode();
  await install();
  const chromium = await step("browser", findChromium);
  await step("database", async () => ensurePostgres());
  await step("containerd", async () => ensureContainerd());
  await step("go", async () => ensureGo());
  await step("lint", () =>
    run(binary("biome"), ["check", ...(process.stdout.isTTY ? [] : ["--colors=off"]), "."]),
  );
  await step("types", () => run(binary("tsc"), ["-b"]));
  await step("unused", () => run(binary("knip"), ["--no-progress"]));
  await step("unit and conformance", () =>
    run(binary("vitest"), ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${unitReport}`]),
  );
  await buildServer();
  await buildWeb();
  await step("size of go-template", () =>
    run(process.execPath, [join(root, "packages/go-template/scripts/size.mjs")]),
  );
  await step("end to end", () =>
    run(binary("playwright"), ["test"], {
      env: {
        CHROMIUM_PATH: chromium,
        E2E_DATA_DIR: join(scratch, "data"),
        PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
      },
    }),
  );
  return 0;
}

function failure(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  return error instanceof CommandFailed ? error.exitCode : 1;
}
