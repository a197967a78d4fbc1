import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { CERTS_D, cluster } from "../../testing/specs.js";

const ARCHIVE = "https://r.example/kublr/1.31.4-2/kublr-1.31.4-2-linux.tar.gz";

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
  fires: {
    "no version": "kind: Cluster\n«spec»:\n  master: {}\n",
    "a word for one": cluster("  kublrAgentRef: «latest»\n"),
    "a word beside an archive, which it takes the place of": cluster(
      `  kublrAgentRef: «stable»\n  kublrAgentTgzUrl: ${ARCHIVE}\n`,
    ),
    "an archive without one": cluster("  kublrAgentTgzUrl: «https://r.example/agent.tar.gz»\n"),
    "an address for a version": cluster(`  kublrAgentRef: «${ARCHIVE}»\n`),
  },
  silent: {
    "an archive's address": example("10-aws-two-groups.yaml"),
    "a version": cluster("  kublrAgentRef: 1.30.1\n"),
    "no cluster": "kind: Deployment\n",
  },
  unfixed: {
    "an address that says two": cluster(
      "  kublrAgentRef: https://r.example/kublr/1.31.4-2/kublr-1.30.2-7-linux.tar.gz\n",
    ),
    "a branch": cluster("  kublrAgentRef: release/1.31\n"),
  },
  fixes: {
    "an address for a version": {
      title: /^Write 1\.31\.4-2 alone/,
      before: cluster(`  kublrAgentRef: "${ARCHIVE}" # ours\n`),
      after: cluster('  kublrAgentRef: "1.31.4-2" # ours\n'),
    },
  },
});

describe("agent/version-unknown", () => {
  it("says which version is assumed", () => {
    const [diagnostic] = diagnosticsOf(cluster("  master: {}\n"), "agent/version-unknown");
    expect(diagnostic?.message).toBe("The spec names no Kublr agent version: 1.32 is assumed.");
  });

  it.each([
    [
      "1.26.0",
      "Kublr 1.26.0 installs Kubernetes 1.22 to 1.27 (kublrVersion); which of them is not in the spec.",
    ],
    [
      "v1.30.0",
      "Kublr 1.30.0 installs Kubernetes up to 1.34 (kublrVersion); which of them is not in the spec.",
    ],
    ["1.99.0", "kublrVersion is the release of Kublr's control plane, no agent's."],
  ])("tells what the control plane's release %s installs", (release, said) => {
    const [diagnostic] = diagnosticsOf(cluster(`  kublrVersion: ${release}\n`), "agent/version-unknown");
    expect(diagnostic?.message).toBe(`The spec names no Kublr agent version: 1.32 is assumed. ${said}`);
  });

  it.each([
    ["latest", "kublrAgentRef is latest, which names no version: 1.32 is assumed."],
    ["' 1.31.4 '", 'kublrAgentRef is " 1.31.4 ", which names no version: 1.32 is assumed.'],
    [ARCHIVE, "kublrAgentRef is an archive's address, and takes a version: 1.32 is assumed."],
  ])("says what is wrong with %s", (reference, said) => {
    const [diagnostic] = diagnosticsOf(cluster(`  kublrAgentRef: ${reference}\n`), "agent/version-unknown");
    expect(diagnostic?.message).toBe(said);
  });

  it("is silent when the user has set it", () => {
    const under = { settings: { agentVersion: "1.30" } };
    expect(diagnosticsOf(cluster("  master: {}\n"), "agent/version-unknown", under)).toEqual([]);
  });
});

describeRule("agent/archive-deprecated", {
  fires: {
    "an archive alone": cluster(`  «kublrAgentTgzUrl»: ${ARCHIVE}\n`),
    "the same agent as the reference": cluster(`  kublrAgentRef: 1.31.4\n  «kublrAgentTgzUrl»: ${ARCHIVE}\n`),
    "of the first Kublr with references": cluster(
      `  «kublrAgentTgzUrl»: ${ARCHIVE.replaceAll("1.31.4-2", "1.25.0")}\n`,
    ),
  },
  silent: {
    "an agent that references do not name": cluster(
      `  kublrAgentTgzUrl: ${ARCHIVE.replaceAll("1.31.4-2", "1.20.9-18")}\n`,
    ),
    "an archive without a version": cluster("  kublrAgentTgzUrl: https://r.example/agent.tar.gz\n"),
    "another agent than the reference": cluster(`  kublrAgentRef: 1.30.1\n  kublrAgentTgzUrl: ${ARCHIVE}\n`),
    "a reference": cluster("  kublrAgentRef: 1.31.4\n"),
    null: cluster("  kublrAgentTgzUrl:\n"),
    "another program's version": cluster(
      "  kublrAgentTgzUrl: https://r.example/nexus/3.1.2/kublr/a.tar.gz\n",
    ),
  },
  unfixed: {
    "a folder and a name that differ": cluster(
      "  kublrAgentTgzUrl: https://r.example/kublr/1.31.4-2/kublr-1.30.2-7-linux.tar.gz\n",
    ),
    "an empty reference with a comment": cluster(
      `  kublrAgentRef: # to be named\n  kublrAgentTgzUrl: ${ARCHIVE}\n`,
    ),
    "a map where the reference belongs": cluster(`  kublrAgentRef: {}\n  kublrAgentTgzUrl: ${ARCHIVE}\n`),
  },
  fixes: {
    "an archive alone": {
      title: /^Write kublrAgentRef: 1\.31\.4-2/,
      before: cluster(`  kublrAgentTgzUrl: ${ARCHIVE} # ours\n  master: {}\n`),
      after: cluster("  kublrAgentRef: 1.31.4-2 # ours\n  master: {}\n"),
    },
    "beside an empty reference": {
      title: /^Write/,
      before: cluster(`  kublrAgentRef:\n  master: {}\n  kublrAgentTgzUrl: ${ARCHIVE} # ours\n`),
      after: cluster("  master: {}\n  kublrAgentRef: 1.31.4-2 # ours\n"),
    },
    "beside an empty text": {
      title: /^Write/,
      before: cluster(`  kublrAgentRef: ""\n  kublrAgentTgzUrl: ${ARCHIVE}\n`),
      after: cluster("  kublrAgentRef: 1.31.4-2\n"),
    },
    "without a patch, as text": {
      title: /^Write/,
      before: cluster("  kublrAgentTgzUrl: https://r.example/kublr-1.30-linux.tar.gz\n"),
      after: cluster("  kublrAgentRef: '1.30'\n"),
    },
    "in quotes": {
      title: /^Write/,
      before: cluster(`  kublrAgentTgzUrl: '${ARCHIVE}'\n`),
      after: cluster("  kublrAgentRef: '1.31.4-2'\n"),
    },
    "in JSON": {
      title: /^Write/,
      before: `{"kind": "Cluster", "spec": {"kublrAgentTgzUrl": "${ARCHIVE}"}}`,
      after: '{"kind": "Cluster", "spec": {"kublrAgentRef": "1.31.4-2"}}',
    },
    "beside the reference": {
      title: /^Remove/,
      before: cluster(`  kublrAgentRef: 1.31.4-2\n  kublrAgentTgzUrl: ${ARCHIVE}\n  master: {}\n`),
      after: cluster("  kublrAgentRef: 1.31.4-2\n  master: {}\n"),
    },
  },
});

describeRule("agent/versions-differ", {
  fires: {
    "another version": cluster(`  kublrAgentRef: 1.30.1\n  kublrAgentTgzUrl: «${ARCHIVE}»\n`),
    "another build": cluster(`  kublrAgentRef: 1.31.4-3\n  kublrAgentTgzUrl: «${ARCHIVE}»\n`),
    "no version": cluster(`  kublrAgentRef: latest\n  kublrAgentTgzUrl: «${ARCHIVE}»\n`),
  },
  silent: {
    "the same": cluster(`  kublrAgentRef: v1.31.4-2\n  kublrAgentTgzUrl: ${ARCHIVE}\n`),
    "without the build": cluster(`  kublrAgentRef: 1.31.4\n  kublrAgentTgzUrl: ${ARCHIVE}\n`),
    "an archive without a version": cluster(
      "  kublrAgentRef: 1.31.4\n  kublrAgentTgzUrl: https://r.example/a.tar.gz\n",
    ),
  },
  unfixed: { "no version": cluster(`  kublrAgentRef: latest\n  kublrAgentTgzUrl: ${ARCHIVE}\n`) },
  fixes: {
    "the archive goes": {
      title: /^Remove/,
      before: cluster(`  kublrAgentRef: 1.30.1\n  kublrAgentTgzUrl: ${ARCHIVE}\n  master: {}\n`),
      after: cluster("  kublrAgentRef: 1.30.1\n  master: {}\n"),
    },
  },
});

describeRule("agent/misplaced", {
  fires: {
    "in a group": cluster("  nodes:\n    - name: a\n    - name: b\n      «kublrAgentRef»: 1.31.4\n"),
    "in the master": cluster("  master:\n    «kublrAgentRef»: 1.31.4\n"),
    "in an agent config": cluster("  kublrAgentConfig:\n    «kublrAgentRef»: 1.31.4\n"),
    "in the metadata":
      "kind: Cluster\nmetadata:\n  «kublrAgentTgzUrl»: https://r.example/a.tar.gz\nspec: {}\n",
    "at the root": "kind: Cluster\n«kublrAgentRef»: 1.31.4\nspec: {}\n",
  },
  silent: {
    "in spec": cluster("  kublrAgentRef: 1.31.4\n"),
    nothing: cluster("  master: {kublrAgentRef: }\n"),
    "a map": cluster("  master: {kublrAgentRef: {a: 1}}\n"),
    "a group that is none": cluster("  nodes: [a, null]\n"),
  },
  unfixed: {
    "another one in spec": cluster("  kublrAgentRef: 1.30.1\n  master: {kublrAgentRef: 1.31.4}\n"),
    "a map in spec": cluster("  kublrAgentRef: {a: 1}\n  master: {kublrAgentRef: 1.31.4}\n"),
    "two places": cluster("  master: {kublrAgentRef: 1.31.4}\n  nodes: [{kublrAgentRef: 1.30.1}]\n"),
  },
  fixes: {
    moved: {
      title: /^Move it to spec\.kublrAgentRef/,
      before: cluster("  master:\n    minNodes: 1\n    kublrAgentRef: 1.31.4 # new\n"),
      after: cluster("  master:\n    minNodes: 1\n  kublrAgentRef: 1.31.4 # new\n"),
    },
    "to an empty key": {
      title: /^Move it/,
      before: cluster("  kublrAgentRef:\n  master:\n    minNodes: 1\n    kublrAgentRef: 1.31.4 # new\n"),
      after: cluster("  master:\n    minNodes: 1\n  kublrAgentRef: 1.31.4 # new\n"),
    },
    "the same in spec": {
      title: /^Remove it/,
      before: cluster("  kublrAgentRef: 1.31.4\n  master:\n    minNodes: 1\n    kublrAgentRef: 1.31.4\n"),
      after: cluster("  kublrAgentRef: 1.31.4\n  master:\n    minNodes: 1\n"),
    },
  },
});
