/** The API under load: single routes beside a bare one, then a minute of honest and hostile requests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mixedRows } from "../load/mixed.mjs";
import { startApi, startBareRoute } from "../load/processes.mjs";
import { routeRows } from "../load/routes.mjs";

export const name = "load";

export async function measure() {
  const dataDir = mkdtempSync(join(tmpdir(), "lookinglass-load-"));
  const api = await startApi(dataDir);
  const bare = await startBareRoute();
  try {
    return [...(await routeRows(api, bare)), ...(await mixedRows(api))];
  } finally {
    await Promise.all([api.stop(), bare.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
