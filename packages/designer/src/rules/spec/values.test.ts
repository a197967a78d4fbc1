import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example, fixed } from "../../testing/marked-spec.js";
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

describe("spec/type", () => {
  const written = (source: string) => fixed(cluster(`  kublrAgentRef: ${source}\n`), "spec/type", /Write "/);
  it.each(["1.30", "007", "1e3", "0x1F", "12345678901234567890", "1.0", "0.10", "1_000", "true"])(
    "writes %s as it stands there",
    (source) => {
      expect(written(source)).toMatch(new RegExp(`kublrAgentRef: (['"]?)${source}\\1\n`));
      expect(diagnosticsOf(written(source), "spec/type")).toEqual([]);
    },
  );

  it("leaves agent/version-unknown no reason", () => {
    expect(diagnosticsOf(cluster("  kublrAgentRef: 1.30\n"), "agent/version-unknown")).toEqual([]);
  });

  it("writes a chart's text as it stands there, in a map and in a string", () => {
    const inMap = helmValues("\n            image:\n              tag: 0.10\n");
    expect(fixed(inMap, "spegel/value-type", /Write "0.10"/)).toContain("tag: '0.10'\n");
    const inText = helmValues(" |\n            image:\n              tag: 1.0 # x\n");
    expect(fixed(inText, "spegel/value-type", /Write "1.0"/)).toContain("tag: '1.0' # x\n");
  });
});

const hostPort = (value: string) =>
  helmValues(`\n            service:\n              registry:\n                hostPort: ${value}\n`);

describeRule("spec/yaml11-number", {
  fires: {
    "an octal port": hostPort("«072504»"),
    underscores: hostPort("«30_021»"),
    binary: hostPort("«0b111010101001000»"),
    "a sign before hexadecimal": hostPort("«+0x7544»"),
    "a count": cluster("  master: {minNodes: «012», maxNodes: «0_3»}\n"),
    "where nobody knows the type": cluster("  other: {mode: «0644», list: [«-0o17»]}\n"),
    "in a YAML string": helmValues(
      " |\n            service:\n              registry:\n                hostPort: «072504»\n",
    ),
    "a date for a text": cluster("  nodes: [{name: «2026-01-02»}]\n"),
    "base 60 for a text": cluster("  nodes: [{name: «12:30:45»}]\n"),
    "a chart's text": helmValues("\n            image: {tag: «2026-1-2»}\n"),
  },
  silent: {
    "what all read alike": hostPort("0x7544"),
    decimal: hostPort("30021"),
    "quoted, which is spegel/value-type": hostPort("'030'"),
    "a number for a text, which is spec/type": cluster("  nodes: [{name: 007}]\n"),
    "an address, a version and a CIDR": cluster("  a: 10.0.0.1\n  b: 1.31.4\n  c: 10.0.0.0/16\n  d: 1e3\n"),
    "a date for anything": cluster("  created: 2026-01-02\n"),
    "no date": cluster("  nodes: [{name: 2026-02-30}]\n"),
    "no cluster": "kind: Pod\n---\nmode: 0644\n",
    "a tag": cluster("  other: !!int 0644\n"),
  },
  fixes: {
    "the number that Go reads": {
      title: /Write 30020/,
      before: hostPort("072504 # mine"),
      after: hostPort("30020 # mine"),
    },
    "the same in a string": {
      title: /Write 30021/,
      before: helmValues(
        " |\n            service:\n              registry:\n                hostPort: 30_021 # x\n",
      ),
      after: helmValues(
        " |\n            service:\n              registry:\n                hostPort: 30021 # x\n",
      ),
    },
    "as text": {
      title: /text "0644"/,
      before: cluster("  other: {mode: 0644}\n"),
      after: cluster("  other: {mode: '0644'}\n"),
    },
    "a date as text": {
      title: /text/,
      before: cluster("  nodes: [{name: 2026-01-02}]\n"),
      after: cluster("  nodes: [{name: '2026-01-02'}]\n"),
    },
  },
});

describe("spec/yaml11-number", () => {
  it.each([
    ["072504", "072504 is 30020 to Go's YAML readers (Helm, Kubernetes) and 72504 to readers of YAML 1.2."],
    [
      "30_021",
      '30_021 is 30021 to Go\'s YAML readers (Helm, Kubernetes) and the text "30_021" to readers of YAML 1.2.',
    ],
    [
      "0o-17",
      '0o-17 is -15 to go-yaml v3, the text "0o-17" to v2, and the text "0o-17" to readers of YAML 1.2.',
    ],
  ])("says who reads what of %s", (source, message) => {
    expect(diagnosticsOf(hostPort(source), "spec/yaml11-number").map((one) => one.message)).toEqual([
      message,
    ]);
  });
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
    "a merge key of null, which is spec/syntax": helmValues(
      "\n            spegel:\n              <<: null\n",
    ),
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
