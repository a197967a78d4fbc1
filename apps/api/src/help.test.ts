import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { environmentVariables } from "./config.js";

const start = fileURLToPath(new URL("../../../scripts/start.mjs", import.meta.url));

test("npm start -- --help names every variable, and no other", () => {
  const help = execFileSync(process.execPath, [start, "--help"], { encoding: "utf8" });
  const named = [...help.matchAll(/^ {2}([A-Z][A-Z_]+) /gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...environmentVariables].sort());
});
