import { describeRule } from "../../testing/describe-rule.js";
import { example } from "../../testing/marked-spec.js";
import { agentConfig, CERTS_D, cluster, helmValues, spegelValues } from "../../testing/specs.js";

const enabled = (value: string) => agentConfig(`    cluster: {addon: {spegel: {enabled: ${value}}}}\n`);

describeRule("spec/type", {
  fires: {
    "text where a boolean belongs": enabled('«"false"»'),
    "a number where a template's text belongs": agentConfig(
      "    extensions:\n      a:\n        path: x\n        content: «5»\n",
    ),
    "text where a count belongs": cluster("  master:\n    minNodes: «'3'»\n"),
  },
  silent: {
    "a boolean": enabled("false"),
    "every field of a complete spec": example("11-vsphere-ha-group-overrides.yaml"),
    "a word of YAML 1.1": enabled("no"),
  },
  fixes: {
    "text that spells a boolean": {
      title: /Write false/,
      before: enabled("'false'"),
      after: enabled("false"),
    },
    "text that spells a number": {
      title: /Write 3/,
      before: cluster("  master:\n    minNodes: '3'\n"),
      after: cluster("  master:\n    minNodes: 3\n"),
    },
  },
});

describeRule("spec/yaml11-boolean", {
  fires: {
    "in the spec": enabled("«no»"),
    "a chart value": spegelValues("containerdMirrorAdd: «off»"),
    "a chart value in a YAML string": helmValues(
      " |\n            spegel:\n              resolveTags: «Yes»\n",
    ),
  },
  silent: {
    "true and false": enabled("false"),
    "in quotes, which is spec/type": enabled("'no'"),
    "a chart value in quotes": spegelValues("resolveTags: 'no'"),
    "where text belongs": cluster("  master: {}\n  nodes: [{name: on}]\n"),
  },
  fixes: {
    "in the spec": { title: /false/, before: enabled("off"), after: enabled("false") },
    "in a YAML string": {
      title: /true/,
      before: helmValues(" |\n            spegel:\n              resolveTags: on # yes\n"),
      after: helmValues(" |\n            spegel:\n              resolveTags: true # yes\n"),
    },
  },
});

describeRule("spec/unknown-key", {
  fires: {
    "in the spec": agentConfig("    «extension»: {}\n"),
    "helm_values in camel case": agentConfig("    cluster: {addon: {spegel: {«helmValues»: {}}}}\n"),
    "a chart value": spegelValues("«containerdMirroradd»: false"),
    "a chart value in a YAML string": helmValues(
      " |\n            spegel:\n              «resolveTag»: false\n",
    ),
  },
  silent: {
    "a key that is near nothing": cluster("  master: {}\n  somethingElse: {}\n"),
    "a chart value at another level": helmValues("\n            registryFilters: []\n"),
    "free maps": helmValues("\n            podAnnotations: {containerdMirroradd: x}\n"),
  },
  unfixed: {
    "the right key is there as well": agentConfig("    extension: {}\n    extensions: {}\n"),
    "the right chart value is there as well": spegelValues(
      "containerdMirroradd: false",
      "containerdMirrorAdd: true",
    ),
  },
  fixes: {
    "in the spec": {
      title: /extensions/,
      before: agentConfig("    extension:\n      # one\n      a: {path: x, content: y}\n"),
      after: agentConfig("    extensions:\n      # one\n      a: {path: x, content: y}\n"),
    },
    "a chart value": {
      title: /containerdMirrorAdd/,
      before: spegelValues("containerdMirroradd: false # keep"),
      after: spegelValues("containerdMirrorAdd: false # keep"),
    },
  },
});

describeRule("spec/null-dropped", {
  fires: {
    "null, written and implied": helmValues(
      "\n            resources:\n              «requests»: null\n              «limits»:\n",
    ),
    "a group's over the cluster's": cluster(
      "  kublrAgentConfig: {extensions: {a: {path: x, content: y}}}\n  nodes: [{name: w, kublrAgentConfig: {extensions: {«a»: null}}}]\n",
    ),
  },
  silent: {
    "null in a YAML string": example("03-unset-resources-with-null.yaml"),
    "no null": helmValues("\n            resources: {}\n"),
    "null elsewhere in the agent config": agentConfig("    docker: null\n"),
    "a group's over nothing": cluster("  nodes: [{name: w, kublrAgentConfig: {extensions: {a: null}}}]\n"),
  },
  unfixed: {
    "a section, without which the chart is not installed": helmValues("\n            spegel: null\n"),
    "an alias, which the string would not know": cluster(
      "  nodes: [{name: &name w}]\n  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          helm_values:\n            nameOverride: *name\n            resources: null\n",
    ),
    "a map in braces": helmValues(" {resources: {limits: null}}\n"),
    "a map that merges with another level's": `${helmValues("\n            resources:\n              limits: null\n")}  master: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: {a: b}}}}}}\n`,
  },
  fixes: {
    "the map as a YAML string, comments kept": {
      title: /YAML string/,
      before: helmValues(
        "\n            # less\n            resources:\n              limits: null # none\n\n            # end\n",
      ),
      after: helmValues(
        " |\n            # less\n            resources:\n              limits: null # none\n\n            # end\n",
      ),
    },
    "in a text with other line breaks": {
      title: /YAML string/,
      before: helmValues("\n            resources:\n              limits: null\n").replaceAll("\n", "\r\n"),
      after: helmValues(" |\n            resources:\n              limits: null\n").replaceAll("\n", "\r\n"),
    },
    "at the end of a text without a last line break": {
      title: /YAML string/,
      before: helmValues("\n            resources:\n              limits: null"),
      after: helmValues(" |\n            resources:\n              limits: null"),
    },
  },
});

const inString = (...lines: string[]) =>
  helmValues(` |\n${lines.map((line) => `            ${line}\n`).join("")}`);

describeRule("spec/helm-values-string", {
  fires: {
    "a string without null": agentConfig(
      "    cluster: {addon: {spegel: {«helm_values»: 'spegel: {resolveTags: false}'}}}\n",
    ),
  },
  silent: {
    "a string with null": example("03-unset-resources-with-null.yaml"),
    "a null in a list": inString("tolerations: [null]"),
    "a map": spegelValues("resolveTags: false"),
    "an empty string": helmValues(" ''\n"),
  },
  unfixed: {
    "a word that Helm reads as true": inString("spegel:", "  resolveTags: on"),
    "a word that Helm reads as true, where we know of no boolean": inString("nodeSelector:", "  spegel: y"),
    "a number that Helm reads otherwise": inString("updateStrategy:", "  mode: 0644"),
    "a string in place of another level's map": `${spegelValues("containerdMirrorAdd: false")}  master: {kublrAgentConfig: {cluster: {addon: {spegel: {helm_values: 'spegel: {resolveTags: false}'}}}}}\n`,
  },
  fixes: {
    "written as a map": {
      title: /as a map/,
      before: inString("spegel:", "  resolveTags: false", "  registryFilters: [':latest$']"),
      after: spegelValues("resolveTags: false", "registryFilters:", "  - ':latest$'"),
    },
  },
});

describeRule("spec/helm-values-invalid", {
  fires: {
    "text that does not parse": inString("spegel:", "  registryFilters: [a").replace(/\n$/, "\n«»"),
    "a list": helmValues(" «'[1]'»\n"),
    "plain text": helmValues(" «'none'»\n"),
  },
  silent: {
    "a map": inString("spegel: {}"),
    "no text": helmValues(" ''\n"),
    "an extension's text": agentConfig(
      `    extensions: {a: {path: ${CERTS_D}/x/hosts.toml, content: '['}}\n`,
    ),
  },
});
