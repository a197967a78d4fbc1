import { describeRule } from "../../testing/describe-rule.js";
import { example } from "../../testing/marked-spec.js";
import { agentConfig, cluster, helmValues, spegelValues } from "../../testing/specs.js";

const section = (body: string) => agentConfig(`    cluster: {addon: {spegel: {${body}}}}\n`);
const group = (values: string) =>
  `  nodes:\n    - name: w\n      kublrAgentConfig: {cluster: {addon: {spegel: {${values}}}}}\n`;

describeRule("spegel/value-outside", {
  fires: {
    "a value of Spegel's": section("«containerdMirrorAdd»: false"),
    "a value of another release": section("«appendMirrors»: true"),
    "the chart's section": section("«spegel»: {resolveTags: false}"),
    "values by their name in Helm": section("«values»: {spegel: {resolveTags: false}}"),
    "values as text": section("«values»: 'spegel: {}'"),
    "in a group": cluster(group("«resolveTags»: false")),
  },
  silent: {
    "in helm_values": spegelValues("containerdMirrorAdd: false"),
    "what may be Kublr's own": section("version: 1, image: {tag: x}, resources: {}, a.b: 1"),
    "a name that says nothing": section("values: 5, spegel: true"),
    "a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
  },
  unfixed: {
    "in a group, whose values the chart does not take either": cluster(group("resolveTags: false")),
    "helm_values is a text": section("resolveTags: false, helm_values: 'spegel: {}'"),
    "a comment beside it, and no room for it in braces": agentConfig(
      "    cluster:\n      addon:\n        spegel:\n          resolveTags: false # ours\n          helm_values: {spegel: {}}\n",
    ),
    "the place is taken": section("resolveTags: false, helm_values: {spegel: {resolveTags: true}}"),
    "values where there are some": section("values: {}, helm_values: {}"),
  },
  fixes: {
    "moved into helm_values": {
      title: /helm_values\.spegel\.registryFilters/,
      before: agentConfig(
        "    cluster:\n      addon:\n        spegel:\n          enabled: true\n          registryFilters: # all\n            - ':latest$'\n",
      ),
      after: agentConfig(
        "    cluster:\n      addon:\n        spegel:\n          enabled: true\n          helm_values:\n            spegel:\n              registryFilters: # all\n                - ':latest$'\n",
      ),
    },
    "the only thing there": {
      title: /helm_values\.spegel/,
      before: agentConfig(
        "    cluster:\n      addon:\n        spegel:\n          spegel:\n            resolveTags: false # ours\n",
      ),
      after: spegelValues("resolveTags: false # ours"),
    },
    "values renamed": {
      title: /Move it to helm_values$/,
      before: agentConfig(
        "    cluster:\n      addon:\n        spegel:\n          values:\n            replicas: 1\n",
      ),
      after: helmValues("\n            replicas: 1\n"),
    },
  },
});

describeRule("spegel/group-values", {
  fires: {
    "a group's own": cluster(group("«helm_values»: {spegel: {containerdMirrorAdd: false}}")),
    "over the cluster's": `${spegelValues("resolveTags: false")}${group("«helm_values»: {spegel: {resolveTags: true}}")}`,
    "as a text": cluster(group("«helm_values»: 'spegel: {resolveTags: false}'")),
  },
  silent: {
    "the cluster's": spegelValues("resolveTags: false"),
    "the same as the masters'": `${spegelValues("resolveTags: false")}${group("helm_values: {spegel: {resolveTags: false}}")}`,
    "nothing in them": cluster(group("helm_values: {}")).replace("helm_values: {}", "helm_values: null"),
    "the masters' own": cluster(
      "  master: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {a: b}}}}}}\n",
    ),
    "Spegel is disabled": `${section("enabled: false")}${group("helm_values: {a: b}")}`,
    "a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
  },
});
