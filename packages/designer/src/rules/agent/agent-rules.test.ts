import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { cluster } from "../../testing/specs.js";

describeRule("agent/too-old", {
  fires: {
    "in an archive's address": cluster(
      "  kublrAgentTgzUrl: «https://r.example/kublr/1.26.4/kublr-1.26.4-linux.tar.gz»\n",
    ),
    "as a version": cluster("  kublrAgentRef: «1.24.13-3»\n"),
  },
  silent: {
    "1.27": cluster("  kublrAgentRef: 1.27.0\n"),
    "no version": cluster("  master: {}\n"),
  },
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

  it("is silent when the user has set it", () => {
    const under = { settings: { agentVersion: "1.30" } };
    expect(diagnosticsOf(cluster("  master: {}\n"), "agent/version-unknown", under)).toEqual([]);
  });
});
