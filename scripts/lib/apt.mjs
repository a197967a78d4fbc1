import { spawnSync } from "node:child_process";

/** Installs Debian packages where this process may; false when it may not or when that fails. */
export function aptInstall(packages) {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  const apt = (...args) => spawnSync("apt-get", args, { stdio: "inherit", env }).status === 0;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return apt("update") && apt("install", "-y", "--no-install-recommends", ...packages);
}
