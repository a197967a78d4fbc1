import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemSchema } from "@lookinglass/api-contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiProcess, startApi } from "./api-process.js";
import { openConnection } from "./raw-connection.js";

let dataDir: string;
let api: ApiProcess;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "lookinglass-slow-"));
  api = await startApi({ dataDir }, { REQUEST_TIMEOUT_MS: "500" });
});
afterAll(async () => {
  await api.end("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

/** The status and the kind of problem of a whole HTTP answer. */
function problemIn(answer: string): { status: string | undefined; type: string } {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head.toLowerCase()).toContain("content-type: application/problem+json");
  return { status: head.split(" ")[1], type: problemSchema.parse(JSON.parse(body)).type };
}

const START = "POST /api/v1/preview HTTP/1.1\r\nHost: a\r\n";

describe("a client that is too slow is told so and let go, and others are served meanwhile", () => {
  test.each([
    ["never ends its headers", START],
    ["never ends its body", `${START}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{"spec"`],
  ])("one that %s", async (_, sent) => {
    const connection = await openConnection(api.port);
    connection.send(sent);
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    expect(problemIn(await connection.rest())).toEqual({
      status: "408",
      type: "urn:lookinglass:problem:request-timeout",
    });
  });
});

describe("what is no HTTP is answered with a problem document", () => {
  test.each([
    ["no request at all", "hello\r\n\r\n", "400", "invalid-request"],
    ["headers beyond 16 KiB", `${START}X-Large: ${"x".repeat(17_000)}\r\n\r\n`, "431", "headers-too-large"],
    ["a header with a line break in it", `${START}X-A: a\rX-B: b\r\n\r\n`, "400", "invalid-request"],
    [
      "two lengths, which proxies may read differently",
      `${START}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      "400",
      "invalid-request",
    ],
  ])("%s", async (_, sent, status, kind) => {
    const connection = await openConnection(api.port);
    connection.send(sent);
    const answer = problemIn(await connection.rest());
    expect(answer).toEqual({ status, type: `urn:lookinglass:problem:${kind}` });
  });
});
