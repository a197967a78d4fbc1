/** Builds the API before the tests that run it as a process; nothing to do takes a second. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export default function build(): void {
  execFileSync("node_modules/.bin/tsc", ["-b", "apps/api"], { cwd: root, stdio: "inherit" });
}
