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
    "an agent config beside the spec": `${cluster("  master: {}\n")}kublrAgentConfig: {cluster: {addon: {«spegel»: {enabled: false}}}}\n`,
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
    "text above the place": agentConfig("    cluster: none\n    spegel: {enabled: false}\n"),
  },
  fixes: {
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
