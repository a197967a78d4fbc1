import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { CERTS_D, cluster } from "../../testing/specs.js";

describeRule("agent/too-old", {
  fires: {
    "in an archive's address": cluster(
      "  kublrAgentTgzUrl: «https://r.example/kublr/1.26.4/kublr-1.26.4-linux.tar.gz»\n",
    ),
    "as a version": cluster("  kublrAgentRef: «1.24.13-3»\n"),
    "as a number": cluster("  kublrAgentRef: «1.20»\n"),
  },
  silent: {
    "1.27": cluster("  kublrAgentRef: 1.27.0\n"),
    "no version": cluster("  master: {}\n"),
    "a release of the control plane": cluster("  kublrVersion: 1.26.0\n"),
  },
});

describe("agent/too-old", () => {
  const old = "  kublrAgentRef: 1.20.9-18\n";
  const addon = (below: string) => `${old}  kublrAgentConfig: {cluster: {addon: {${below}}}}\n`;
  it.each([
    ["nothing of Spegel", old, "info"],
    ["another addon", addon("dns: {enabled: true}"), "info"],
    ["a Spegel section", addon("spegel: {helm_values: {}}"), "error"],
    [
      "a group's Spegel section",
      `${old}  nodes: [{name: w, kublrAgentConfig: {cluster: {addon: {spegel: {enabled: true}}}}}]\n`,
      "error",
    ],
    [
      "a template under certs.d",
      `${old}  kublrAgentConfig: {extensions: {a: {path: ${CERTS_D}/quay.io/hosts.toml, content: x}}}\n`,
      "error",
    ],
    [
      "a template elsewhere",
      `${old}  kublrAgentConfig: {extensions: {a: {path: templates/root_dir/etc/motd, content: x}}}\n`,
      "info",
    ],
  ])("with %s", (_, body, severity) => {
    const found = diagnosticsOf(cluster(body), "agent/too-old");
    expect(found.map((one) => one.severity)).toEqual([severity]);
  });
});

describeRule("agent/too-old", {
  settings: { agentVersion: "1.25" },
  fires: { "set by the user": "kind: Cluster\n«spec»:\n  master: {}\n" },
  silent: { "no cluster": "kind: Deployment\n" },
});

describeRule("agent/version-unknown", {
  fires: { "no version": "kind: Cluster\n«spec»:\n  master: {}\n" },
  silent: {
    "an archive's address": example("10-aws-two-groups.yaml"),
    "a version": cluster("  kublrAgentRef: 1.30.1\n"),
    "no cluster": "kind: Deployment\n",
  },
});

describe("agent/version-unknown", () => {
  it("says which version is assumed", () => {
    const [diagnostic] = diagnosticsOf(cluster("  master: {}\n"), "agent/version-unknown");
    expect(diagnostic?.message).toBe("The spec names no Kublr agent version: 1.32 is assumed.");
  });

  it("says that the control plane's release is none", () => {
    const [diagnostic] = diagnosticsOf(cluster("  kublrVersion: 1.26.0\n"), "agent/version-unknown");
    expect(diagnostic?.message).toMatch(
      /^The spec names no Kublr agent version \(kublrVersion is .*\): 1\.32 is/,
    );
  });

  it("is silent when the user has set it", () => {
    const under = { settings: { agentVersion: "1.30" } };
    expect(diagnosticsOf(cluster("  master: {}\n"), "agent/version-unknown", under)).toEqual([]);
  });
});
