import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ApiProcess, startApi } from "./api-process.js";
import { accepts, openConnection } from "./raw-connection.js";

let dataDir: string;
let api: ApiProcess;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "lookinglass-ending-"));
  api = await startApi({ dataDir }, { SHUTDOWN_TIMEOUT_MS: "60000" });
});
afterEach(async () => {
  await api.end("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

test("SIGTERM: no new connection, what is in flight is finished, then it ends with 0", async () => {
  const body = JSON.stringify({ spec: "kind: Cluster\n" });
  const connection = await openConnection(api.port);
  const head = [
    "POST /api/v1/shares HTTP/1.1",
    `Host: 127.0.0.1:${api.port}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Expect: 100-continue",
  ];
  connection.send(`${head.join("\r\n")}\r\n\r\n`);
  await connection.until("HTTP/1.1 100 Continue");

  api.signal("SIGTERM");
  while (await accepts(api.port)) await new Promise((resolve) => setTimeout(resolve, 20));
  connection.send(body);
  const answer = await connection.rest();
  expect(answer).toContain("HTTP/1.1 201 Created");
  expect(await api.ended()).toBe(0);

  const [, id] = /"id":"([^"]+)"/.exec(answer) ?? [];
  api = await startApi({ dataDir });
  const share = await fetch(`${api.url}/api/v1/shares/${id}`);
  expect(await share.json()).toMatchObject({ spec: "kind: Cluster\n" });
});

test("a request that never ends does not keep it from ending, but says so in the exit code", async () => {
  await api.end("SIGTERM");
  api = await startApi({ dataDir }, { SHUTDOWN_TIMEOUT_MS: "200" });
  const connection = await openConnection(api.port);
  connection.send("POST /api/v1/shares HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n");
  connection.send("Content-Type: application/json\r\nContent-Length: 10\r\n\r\n");
  await connection.until("100 Continue");
  expect(await api.end("SIGTERM")).toBe(1);
  connection.close();
});

test("idle, it ends at once with 0", async () => {
  await fetch(`${api.url}/healthz`);
  expect(await api.end("SIGTERM")).toBe(0);
});
