import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Arguments of npx in deploy/Dockerfile up to the folder, as they stand there. */
function deployArguments(): string[] {
  const [, words] =
    /npx (-y pnpm@.* deploy .*) \/out\/api/.exec(readFileSync(join(root, "deploy/Dockerfile"), "utf8")) ?? [];
  if (words === undefined) throw new Error("deploy/Dockerfile deploys the API in another way");
  return words.split(" ");
}

test("the files that deploy/Dockerfile puts into the image serve the app without the repository", async () => {
  test.setTimeout(300_000);
  const out = mkdtempSync(join(tmpdir(), "lookinglass-image-"));
  execFileSync("npx", [...deployArguments(), join(out, "api")], { cwd: root });
  cpSync(join(root, "apps/web/dist"), join(out, "web"), { recursive: true });
  cpSync(join(root, "examples"), join(out, "examples"), { recursive: true });
  const server = spawn(process.execPath, [join(out, "api/dist/main.js")], {
    cwd: out,
    env: {
      ...{ NODE_ENV: "production", PORT: "0", LOG_LEVEL: "info" },
      ...{ DATA_DIR: join(out, "data"), WEB_ROOT: join(out, "web"), EXAMPLES_DIR: join(out, "examples") },
    },
  });
  try {
    const url = await listeningAt(server.stdout);
    expect(await (await fetch(url)).text()).toContain("<title>Lookinglass</title>");
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const catalog = await (await fetch(`${url}/api/v1/catalog`)).json();
    expect(catalog).toMatchObject({
      examples: expect.arrayContaining([expect.objectContaining({ id: "aws-two-groups" })]),
    });
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
    rmSync(out, { recursive: true });
  }
});

/** The address in the log line that Fastify writes when it listens. */
async function listeningAt(log: Readable): Promise<string> {
  let text = "";
  for await (const chunk of log.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
    if (address !== undefined) {
      log.resume();
      return address;
    }
  }
  throw new Error(`the server did not start: ${text}`);
}
