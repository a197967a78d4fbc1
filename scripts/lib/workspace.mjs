import { readdirSync } from "node:fs";
import { join } from "node:path";
import { binary, builtWebApp, root, webApp } from "./paths.mjs";
import { precompress } from "./precompress.mjs";
import { run, step } from "./run.mjs";
import { unlessFresh } from "./stale.mjs";

const PNPM = "pnpm@12.21.0";
const OLDEST_NODE = [20, 19];

const members = ["apps", "packages"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);
const packages = members.filter((member) => member.startsWith("packages/"));
const sharedInputs = ["tsconfig.base.json", "pnpm-lock.yaml", ...packages];

/** Fails with a plain sentence on a Node that is too old to run the project. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Lookinglass needs Node ${OLDEST_NODE.join(".")} or later; this is Node ${process.versions.node}.`,
  );
}

/** Installs what the lock file says, when it is not what was installed last. */
export async function install() {
  const manifests = ["package.json", ...members.map((member) => `${member}/package.json`)];
  const inputs = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests];
  await unlessFresh("install", { inputs, outputs: ["node_modules/.modules.yaml"] }, () =>
    step("install", () => run("npx", ["-y", PNPM, "install", "--frozen-lockfile", "--prod=false"])),
  );
}

/** Builds the packages and the API. */
export async function buildServer() {
  const inputs = [...sharedInputs, "apps/api"];
  await unlessFresh("server", { inputs, outputs: ["apps/api/dist/server.js"] }, () =>
    step("build packages and API", () => run(binary("tsc"), ["-b", ...packages, "apps/api"])),
  );
}

/** Builds the web app from the built packages. */
export async function buildWeb() {
  const inputs = [...sharedInputs, "apps/web", "examples"];
  await unlessFresh("web", { inputs, outputs: ["apps/web/dist/index.html"] }, () =>
    step("build web app", async () => {
      await run(binary("vite", webApp), ["build"], { cwd: webApp });
      await precompress(builtWebApp);
    }),
  );
}

/** Everything that `npm start` serves, installed and built where stale. */
export async function prepare() {
  checkNode();
  await install();
  await buildServer();
  await buildWeb();
}
