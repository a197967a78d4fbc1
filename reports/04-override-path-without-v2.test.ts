/** With override_path a registry is asked right below the URL's path, where none has its API but below /v2. */
import { describe, expect, test } from "vitest";
import { askPrograms, found, reported, textAt } from "./programs.js";

const programs = askPrograms();

const settings = { containerdVersion: "2.1.9" };

/** A file of docker.io with these lines. */
const spec = (...lines: string[]) => `kind: Cluster
spec:
  kublrAgentConfig:
    extensions:
      hosts:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: |
${lines.map((line) => `          ${line}\n`).join("")}`;

describe("04 (kubermatic/operating-system-manager#611, k3s-io/k3s#13215): override_path without /v2", () => {
  const report = reported("04-override-path-without-v2");

  test("a warning names the mirror, at the key", async () => {
    const { diagnostics } = await programs.validate(report, settings);
    const [diagnostic, ...more] = found(diagnostics, "hosts/override-path");
    expect(more).toEqual([]);
    expect(diagnostic?.severity).toBe("warning");
    expect(diagnostic?.message).toContain("https://mirror.example.com");
    expect(diagnostic && textAt(report, diagnostic.range)).toBe("override_path = true");
  });

  test("the fix takes the key away where the host has no path", async () => {
    const fixed = await programs.fixed(report, "hosts/override-path", /Remove override_path/, settings);
    const { diagnostics } = await programs.validate(fixed, settings);
    expect(found(diagnostics, "hosts/override-path")).toEqual([]);
    const answer = await programs.pullPath(fixed, { phase: "bootstrap", image: "nginx" }, settings);
    expect(answer.steps.map(({ url }) => url)).toContainEqual(expect.stringContaining("/v2/library/nginx/"));
  });

  test.each([
    "https://harbor.example.com/quay",
    "https://192.0.2.59/proxy-cache",
    "https://artifactory.example.com/artifactory/api/docker/remote",
    "mirror.example.com/v2proxy",
  ])("%s: a warning without a fix", async (host) => {
    const { diagnostics } = await programs.validate(
      spec(`[host."${host}"]`, "override_path = true"),
      settings,
    );
    expect(found(diagnostics, "hosts/override-path").map(({ severity, fixes }) => [severity, fixes])).toEqual(
      [["warning", []]],
    );
  });

  test("the server's", async () => {
    const text = spec(
      'server = "https://m.example.com/quay"',
      "override_path = true",
      '[host."https://n.example.com"]',
    );
    const { diagnostics } = await programs.validate(text, settings);
    expect(found(diagnostics, "hosts/override-path")).toHaveLength(1);
  });

  test.each(["https://harbor.example.com/v2/quay", "https://artifactory.example.com/api/docker/remote/v2"])(
    "%s is right",
    async (host) => {
      const { diagnostics } = await programs.validate(
        spec(`[host."${host}"]`, "override_path = true"),
        settings,
      );
      expect(found(diagnostics, "hosts/override-path")).toEqual([]);
    },
  );
});
