import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster, helmValues } from "../../testing/specs.js";

const EXTENSION = `a: {path: ${CERTS_D}/quay.io/hosts.toml, content: '# none'}`;

describeRule("spec/section-misplaced", {
  fires: {
    "among features": cluster("  features: {«spegel»: {enabled: false}}\n"),
    "among another's features": cluster("  kublr: {features: {«spegel»: {enabled: false}}}\n"),
    "at the top of the spec": cluster("  «spegel»:\n    helm_values: {}\n"),
    "at the top of the agent config": agentConfig("    «spegel»: {enabled: false}\n"),
    "below cluster": agentConfig("    cluster: {«spegel»: {enabled: false}}\n"),
    "below addon without cluster": agentConfig("    addon: {«spegel»: {enabled: false}}\n"),
    "with a capital": agentConfig("    «Spegel»: {enabled: false}\n"),
    "values of the chart": agentConfig("    «spegel»: {containerdMirrorAdd: false}\n"),
    "one key of prose": agentConfig("    «cluster.addon.spegel.enabled»: false\n"),
    "a chart value as one key": agentConfig("    «spegel.containerdMirrorAdd»: false\n"),
    "helm_values beside spegel": agentConfig(
      "    cluster: {addon: {«helm_values»: {spegel: {resolveTags: false}}}}\n",
    ),
    "in a group, outside of its agent config": cluster(
      "  nodes:\n    - name: w\n      cluster: {addon: {«spegel»: {enabled: false}}}\n",
    ),
    "an agent config beside the spec": `${cluster("  master: {}\n")}«kublrAgentConfig»: {cluster: {addon: {spegel: {enabled: false}}}}\n`,
    "an agent config of a location": cluster(
      "  locations: [{name: a, aws: {}, «kublrAgentConfig»: {zone: a}}]\n",
    ),
    "an agent config in a location's provider": cluster(
      "  locations:\n    - name: a\n      aws:\n        «kublrAgentConfig»:\n          zone: a\n",
    ),
    "an agent config in a group's location": cluster(
      "  nodes:\n    - locations:\n        - locationRef: a\n          «kublrAgentConfig»: {zone: a}\n",
    ),
    "an agent config in a group's provider": cluster(
      "  nodes: [{locations: [{locationRef: a, aws: {«kublrAgentConfig»: {zone: a}}}]}]\n",
    ),
    "an agent config in the master's location": cluster(
      "  master: {locations: [{locationRef: a, «kublrAgentConfig»: {zone: a}}]}\n",
    ),
    "an agent config in the master's provider, in JSON":
      '{"kind": "Cluster", "spec": {"master": {"locations": [{"aws": {«"kublrAgentConfig"»: {"a": 1}}}]}}}',
    "an agent config of the metadata":
      "kind: Cluster\nmetadata: {name: c, «kublrAgentConfig»: {zone: a}}\nspec: {}\n",
    "an agent config of the network": cluster("  network: {«kublrAgentConfig»: {zone: a}}\n"),
    "an agent config in another": agentConfig("    «kublrAgentConfig»: {zone: a}\n"),
    "an agent config beside the spec of a fragment": "«kublrAgentConfig»: {zone: a}\nspec: {master: {}}\n",
    "each of two locations": cluster(
      "  locations: [{name: a, «kublrAgentConfig»: {zone: a}}, {name: b, «kublrAgentConfig»: {zone: b}}]\n",
    ),
    "Spegel's settings in a location": cluster(
      "  locations: [{name: a, aws: {«spegel»: {enabled: false}}}]\n",
    ),
    "extensions at the top of the spec": cluster(`  «extensions»: {${EXTENSION}}\n`),
    "extensions below cluster": agentConfig(`    cluster: {«extensions»: {${EXTENSION}}}\n`),
  },
  silent: {
    "each of a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
    "the chart's own section": helmValues("\n            spegel: {enabled: false, resolveTags: true}\n"),
    "the user's own package": cluster(
      "  packages: {spegel: {chart: {url: x}, values: {spegel: {resolveTags: false}, enabled: true}}}\n",
    ),
    "a label": cluster("  nodes: [{name: w, labels: {spegel: {enabled: x}}}]\n"),
    "an extension of that name": agentConfig(
      "    extensions: {spegel: {path: x, content: y, enabled: true}}\n",
    ),
    "another's helm_values": agentConfig(
      "    cluster: {addon: {dashboard: {helm_values: {spegel: {a: b}}}}}\n",
    ),
    "another's extensions": cluster("  features: {extensions: {monitoring: {enabled: true}}}\n"),
    "a label's name": cluster("  master: {taints: {spegel.dev/enabled: x, a.spegel.b: y}}\n"),
    "the agent configs that are read": cluster(
      "  kublrAgentConfig: {a: 1}\n  master: {kublrAgentConfig: {a: 1}}\n  nodes: [{kublrAgentConfig: {a: 1}}]\n",
    ),
    "groups in a map, which is spec/type": cluster(
      "  nodes: {kublrAgentConfig: {a: 1}, web: {kublrAgentConfig: {cluster: {addon: {spegel: {enabled: false}}}}}}\n",
    ),
    "an agent config of null": cluster("  locations: [{name: a, kublrAgentConfig: null}]\n"),
    "an agent config of a package": cluster("  packages: {a: {values: {kublrAgentConfig: {a: 1}}}}\n"),
    "workers, which is spec/worker-groups": cluster("  workers: {kublrAgentConfig: {a: 1}}\n"),
    "a word that says nothing": cluster("  features: {spegel: {}}\n"),
    "a misspelt key above, which is spec/unknown-key": agentConfig(
      "    cluster: {addons: {spegel: {enabled: false}}}\n",
    ),
  },
  unfixed: {
    "the place is taken": agentConfig(
      "    spegel: {enabled: false}\n    cluster: {addon: {spegel: {enabled: true}}}\n",
    ),
    "values that lack a level": agentConfig("    spegel: {containerdMirrorAdd: false}\n"),
    "an agent config of one of two locations": cluster(
      "  locations: [{name: a, kublrAgentConfig: {zone: a}}, {name: b}]\n",
    ),
    "an agent config where there is one with its key": cluster(
      "  kublrAgentConfig: {zone: b}\n  locations: [{name: a, kublrAgentConfig: {zone: a}}]\n",
    ),
    "text above the place": agentConfig("    cluster: none\n    spegel: {enabled: false}\n"),
  },
  fixes: {
    "an agent config where there is one without its keys": {
      title: /^Move it to spec\.kublrAgentConfig$/,
      before: cluster(
        "  kublrAgentConfig:\n    a: 1\n  locations:\n    - name: a\n      kublrAgentConfig:\n        zone: a # here\n",
      ),
      after: cluster("  kublrAgentConfig:\n    a: 1\n    zone: a # here\n  locations:\n    - name: a\n"),
    },
    "an agent config in another": {
      title: /^Move it to spec\.kublrAgentConfig$/,
      before: agentConfig("    kublrAgentConfig: {zone: a}\n"),
      after: agentConfig("    zone: a\n"),
    },
    "moved with its comments": {
      title: /kublrAgentConfig\.cluster\.addon\.spegel/,
      before: agentConfig("    zone: a\n    spegel:\n      # not yet\n      enabled: false # until May\n"),
      after: agentConfig(
        "    zone: a\n    cluster:\n      addon:\n        spegel:\n          # not yet\n          enabled: false # until May\n",
      ),
    },
    "one key of prose": {
      title: /Move/,
      before: agentConfig("    zone: a\n    cluster.addon.spegel.enabled: false\n"),
      after: agentConfig(
        "    zone: a\n    cluster:\n      addon:\n        spegel:\n          enabled: false\n",
      ),
    },
    "an agent config of the only location": {
      title: /Move it to spec\.kublrAgentConfig/,
      before: cluster(
        "  locations:\n    - name: a\n      kublrAgentConfig:\n        # ours\n        zone: a # here\n",
      ),
      after: cluster("  locations:\n    - name: a\n  kublrAgentConfig:\n    # ours\n    zone: a # here\n"),
    },
    "an agent config of a provider of the master's": {
      title: /Move it to spec\.master\.kublrAgentConfig/,
      before: cluster(
        "  master:\n    locations:\n      - locationRef: a\n        aws:\n          instanceType: t3\n          kublrAgentConfig:\n            zone: a # here\n",
      ),
      after: cluster(
        "  master:\n    locations:\n      - locationRef: a\n        aws:\n          instanceType: t3\n    kublrAgentConfig:\n      zone: a # here\n",
      ),
    },
    "an agent config beside the spec": {
      title: /Move it to spec\.kublrAgentConfig/,
      before:
        "kind: Cluster\nmetadata: {name: c}\nkublrAgentConfig:\n  zone: a # here\nspec:\n  master: {}\n",
      after:
        "kind: Cluster\nmetadata: {name: c}\nspec:\n  master: {}\n  kublrAgentConfig:\n    zone: a # here\n",
    },
    "an agent config of the metadata": {
      title: /Move it to spec\.kublrAgentConfig/,
      before: "kind: Cluster\nmetadata:\n  name: c\n  kublrAgentConfig: {zone: a}\nspec:\n  master: {}\n",
      after: "kind: Cluster\nmetadata:\n  name: c\nspec:\n  master: {}\n  kublrAgentConfig: {zone: a}\n",
    },
    "an agent config of a group's location, CRLF line breaks": {
      title: /Move it to spec\.nodes\.0\.kublrAgentConfig/,
      before: cluster(
        "  nodes:\n    - name: w\n      locations:\n        - locationRef: a\n          kublrAgentConfig:\n            zone: a\n",
      ).replaceAll("\n", "\r\n"),
      after: cluster(
        "  nodes:\n    - name: w\n      locations:\n        - locationRef: a\n      kublrAgentConfig:\n        zone: a\n",
      ).replaceAll("\n", "\r\n"),
    },
    "in the group that has it": {
      title: /spec\.nodes\.0\.kublrAgentConfig\.extensions/,
      before: cluster(`  nodes:\n    - name: w\n      extensions:\n        ${EXTENSION}\n`),
      after: cluster(
        `  nodes:\n    - name: w\n      kublrAgentConfig:\n        extensions:\n          ${EXTENSION}\n`,
      ),
    },
  },
});

describe("spec/section-misplaced", () => {
  it("says what is wrong with a key that only looks like the right place", () => {
    const found = diagnosticsOf(
      agentConfig("    cluster.addon.spegel.enabled: false\n"),
      "spec/section-misplaced",
    );
    expect(found.map(({ message }) => message)).toEqual([
      "Nothing is known to read cluster.addon.spegel.enabled as one key with dots: each part is a level of its own.",
    ]);
  });

  it("names both places", () => {
    const found = diagnosticsOf(
      cluster("  features: {spegel: {enabled: false}}\n"),
      "spec/section-misplaced",
    );
    expect(found.map(({ message }) => message)).toEqual([
      "Nothing is known to read spec.features.spegel, so it has no effect here: its place is spec.kublrAgentConfig.cluster.addon.spegel.",
    ]);
  });
});
