import { resolveHosts } from "@lookinglass/containerd";
import { expect, test } from "vitest";
import { hasPath, ownServer, requestRoot, serverMeaning } from "./mirror-url.js";

test.each([
  ["https://m.example", false, "https://m.example/v2"],
  ["https://m.example/", false, "https://m.example//v2"],
  ["https://harbor.example/v2/proxy", true, "https://harbor.example/v2/proxy"],
  ["https://harbor.example/v2/proxy", false, "https://harbor.example/v2/proxy/v2"],
  ["https://nexus.example/repository/docker/", false, "https://nexus.example/repository/docker/v2"],
  [
    "https://art.example/artifactory/api/docker/hub/v2",
    false,
    "https://art.example/artifactory/api/docker/hub/v2",
  ],
  ["http://m.example//a", true, "http://m.example/a"],
])("%s (override_path %s) is asked below %s, as containerd does", (url, overridePath, root) => {
  expect(requestRoot(url, overridePath)).toBe(root);
  const content = `[host.'${url}']\noverride_path = ${overridePath}\n`;
  const resolved = resolveHosts({ files: { "_default/hosts.toml": content }, host: "quay.io" });
  const [host] = "hosts" in resolved ? resolved.hosts : [];
  expect(host && `${host.scheme}://${host.host}${host.path}`).toBe(root);
});

test.each([
  ["https://m.example", false],
  ["https://m.example/", true],
  ["m.example", false],
  ["https://m.example/v2", true],
  ["m.example/x", true],
])("%s has a path: %s", (url, expected) => {
  expect(hasPath(url)).toBe(expected);
});

test.each([
  ["quay.io", "https://quay.io", "own"],
  ["quay.io", "quay.io/", "own"],
  ["quay.io", "https://quay.io/v2", "own"],
  ["quay.io", "http://quay.io", "other"],
  ["quay.io", "https://mirror.example", "other"],
  ["docker.io", "https://registry-1.docker.io", "own"],
  ["docker.io", "https://docker.io", "other"],
  ["r.example_5000_", "https://r.example:5000", "own"],
  ["_default", "https://quay.io", "all"],
  [null, "https://quay.io", "other"],
] as const)("in %s the server %s is %s", (directory, server, meaning) => {
  expect(serverMeaning(directory, server)).toBe(meaning);
});

test("Docker Hub itself answers under another name", () => {
  expect(ownServer("docker.io")).toBe("https://registry-1.docker.io");
  expect(ownServer("ghcr.io")).toBe("https://ghcr.io");
});
