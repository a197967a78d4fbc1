import { expect, test } from "vitest";
import { checkCommands } from "./check-commands.js";

test.each([
  ["docker.io/library/nginx:latest", "docker.io/library/nginx:latest"],
  ["[fd00::1]:5000/app:v1", "'[fd00::1]:5000/app:v1'"],
  ["a'b $(reboot)", "'a'\\''b $(reboot)'"],
])("%s is one word of the shell", (reference, word) => {
  expect(checkCommands(reference).map(({ command }) => command)).toEqual([
    `crictl pull ${word}`,
    `ctr --namespace k8s.io images pull --hosts-dir /etc/containerd/certs.d ${word}`,
  ]);
});
