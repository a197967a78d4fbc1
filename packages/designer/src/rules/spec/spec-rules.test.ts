import { describeRule } from "../../testing/describe-rule.js";
import { example } from "../../testing/marked-spec.js";

const cluster = (body: string) => `kind: Cluster\nmetadata: {name: c}\nspec:\n${body}`;

describeRule("spec/syntax", {
  fires: { "a list that is not closed": "spec:\n  nodes: [\n«»" },
  silent: {
    YAML: cluster("  master: {minNodes: 1}\n"),
    "JSON with tabs": '{\n\t"kind": "Cluster",\n\t"spec": {}\n}\n',
    "several documents": example("13-cluster-with-secrets.yaml"),
  },
});

describeRule("spec/duplicate-key", {
  fires: { "the second of two": "spec:\n  master: {}\n  «master»: {}\n" },
  silent: { "the same key in two maps": "spec:\n  master: {minNodes: 1}\n  nodes: [{minNodes: 1}]\n" },
});

describeRule("spec/no-cluster", {
  fires: {
    "another kind of document": "«kind: Deployment»\nmetadata: {}\n",
    "a bare fragment (info)": "«spec»:\n  master: {}\n",
    "an empty file": "«»",
  },
  silent: { "a Cluster": cluster("  master: {}\n") },
});

describeRule("spec/many-clusters", {
  fires: { "the second Cluster": "kind: Cluster\nspec: {}\n---\nkind: «Cluster»\nspec: {}\n" },
  silent: { "one Cluster and a Secret": example("13-cluster-with-secrets.yaml") },
});

describeRule("spec/secret-document", {
  fires: {
    "each Secret": "kind: «Secret»\nmetadata: {name: a}\n---\nkind: Cluster\nspec: {}\n---\nkind: «Secret»\n",
  },
  silent: { "a Cluster alone": example("10-aws-two-groups.yaml") },
});

const enabled = (value: string) =>
  cluster(`  kublrAgentConfig: {cluster: {addon: {spegel: {enabled: ${value}}}}}\n`);

describeRule("spec/type", {
  fires: {
    "text where a boolean belongs": enabled('«"false"»'),
    "a number where a template's text belongs": cluster(
      "  kublrAgentConfig:\n    extensions:\n      a:\n        path: x\n        content: «5»\n",
    ),
  },
  silent: {
    "a boolean": enabled("false"),
    "every field of a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
  },
  fixes: {
    "text that spells a boolean": { title: /boolean/, before: enabled("'false'"), after: enabled("false") },
  },
});

const helmValues = (body: string) =>
  cluster(`  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          helm_values:${body}`);

describeRule("spec/null-dropped", {
  fires: {
    "null, written and implied": helmValues(
      "\n            resources:\n              «requests»: null\n              «limits»:\n",
    ),
  },
  silent: {
    "null in a YAML string": example("03-unset-resources-with-null.yaml"),
    "no null": helmValues("\n            resources: {}\n"),
    "null elsewhere in the agent config": cluster("  kublrAgentConfig: {docker: null}\n"),
  },
  fixes: {
    "the map as a YAML string, comments kept": {
      title: /YAML string/,
      before: helmValues("\n            # less\n            resources:\n              limits: null # none\n"),
      after: helmValues(" |\n            resources:\n              limits: null # none\n"),
    },
  },
});
