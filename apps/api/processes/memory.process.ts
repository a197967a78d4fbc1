import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ApiProcess, startApi } from "./api-process.js";

let dataDir: string;
let api: ApiProcess;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "lookinglass-memory-"));
  api = await startApi(
    { dataDir },
    { ANALYSIS_WORKERS: "1", ANALYSIS_MEMORY_MB: "96", ANALYSIS_TIMEOUT_MS: "60000" },
  );
});
afterEach(async () => {
  await api.end("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

/** Some 300 bytes that make a file of 1 MB, unlike that of any other name. */
const largeFile = (name: string) => `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      large:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: '# ${name} {{ printf "%0999999d" 1 }}'
`;

test("what earlier specs have left behind does not count as the memory of a later one", async () => {
  for (let count = 0; count < 120; count++) {
    const response = await fetch(`${api.url}/api/v1/validate`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ spec: largeFile(`n${count}`) }),
    });
    expect([count, response.status]).toEqual([count, 200]);
    await response.arrayBuffer();
  }
});
