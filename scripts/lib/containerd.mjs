import { spawnSync } from "node:child_process";
import { aptInstall } from "./apt.mjs";

/** Sees to it that tests can ask a real containerd; without one that comparison is skipped. */
export function ensureContainerd() {
  if (isHere()) return console.log("containerd is here");
  if (aptInstall(["containerd"]) && isHere()) return console.log("containerd has been installed");
  console.log("No containerd here: the comparison with a real one will be skipped");
}

function isHere() {
  return ["containerd", "ctr"].every((program) => !spawnSync(program, ["--version"]).error);
}
