import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ApiProcess, startApi } from "./api-process.js";

const example = readFileSync(new URL("../../../examples/10-aws-two-groups.yaml", import.meta.url), "utf8");
/** Nearly 1 MiB of worker groups, each of which differs from the others. */
const manyGroups = `kind: Cluster\nspec:\n  nodes:\n${Array.from(
  { length: 12_000 },
  (_, index) => `  - {name: g${index}, kublrAgentConfig: {cluster: {addon: {a: ${index}}}}}\n`,
).join("")}`;

let dataDir: string;
let api: ApiProcess;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "lookinglass-hostile-"));
});
afterEach(async () => {
  await api.end("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

const preview = (spec: string) =>
  fetch(`${api.url}/api/v1/preview`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ spec }),
  });

test("a spec that takes too long is refused as such; then all is as before", async () => {
  api = await startApi({ dataDir }, { ANALYSIS_WORKERS: "1", ANALYSIS_TIMEOUT_MS: "100" });
  const refused = await preview(manyGroups);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    type: "urn:lookinglass:problem:analysis-limit",
    detail:
      "This request needs more than the 0.1 s of computing time that one may have. A smaller spec may do.",
  });
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  expect(metrics).toContain('lookinglass_analysis_jobs_total{job="preview",outcome="timeout"} 1');
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
});

test("while one is analysed, others are answered, and the health checks too", async () => {
  api = await startApi({ dataDir }, { ANALYSIS_WORKERS: "2" });
  const hostile = preview(manyGroups);
  for (let count = 0; count < 5; count++) {
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    expect((await preview(example)).status).toBe(200);
  }
  expect([200, 422]).toContain((await hostile).status);
});

test("more than fits into the queue is refused with 503 and Retry-After, and nothing fails", async () => {
  const few = { ANALYSIS_WORKERS: "1", ANALYSIS_QUEUE: "1", ANALYSIS_TIMEOUT_MS: "20000" };
  api = await startApi({ dataDir }, few);
  const answers = await Promise.all(Array.from({ length: 8 }, () => preview(example)));
  const statuses = answers.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  for (const { status, headers } of answers) {
    if (status === 503) expect(headers.get("retry-after")).toBe("2");
  }
});
