import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example, fixed } from "../../testing/marked-spec.js";

const withAgentConfig = (body: string) =>
  `kind: Cluster\nmetadata: {name: c}\nspec:\n  kublrAgentConfig:\n${body}`;
const helmValues = (body: string) =>
  withAgentConfig(`    cluster:\n      addon:\n        spegel:\n          helm_values:${body}`);

const override = (key: string, target: string) =>
  `      ${key}:\n        path: templates/root_dir/etc/containerd/certs.d/${target}\n        content: '# none'\n`;

describeRule("spegel/mirror-add-overwrites", {
  fires: {
    "an override of the default file": withAgentConfig(
      `    extensions:\n${override("«a»", "_default/hosts.toml")}`,
    ),
    "once for several files": withAgentConfig(
      `    extensions:\n${override("«a»", "_default/hosts.toml")}${override("b", "quay.io/hosts.toml")}`,
    ),
  },
  silent: {
    "containerdMirrorAdd is false": example("08-mirror-add-off-with-overrides.yaml"),
    "Spegel is disabled": withAgentConfig(
      `    cluster: {addon: {spegel: {enabled: false}}}\n    extensions:\n${override("a", "_default/hosts.toml")}`,
    ),
    "no override": example("10-aws-two-groups.yaml"),
    "an override that generates no file": example("04-hosts-override-empty.yaml"),
    "an extension elsewhere on the node": withAgentConfig(
      "    extensions:\n      a: {path: templates/root_dir/etc/motd, content: hello}\n",
    ),
  },
  fixes: {
    "in helm_values that are a YAML string": {
      title: /containerdMirrorAdd/,
      before: helmValues(
        ` |\n            # mine\n            spegel: {}\n    extensions:\n${override("a", "b/hosts.toml")}`,
      ),
      after: helmValues(
        ` |\n            # mine\n            spegel:\n              containerdMirrorAdd: false\n    extensions:\n${override("a", "b/hosts.toml")}`,
      ),
    },
    "Spegel off": {
      title: /Disable/,
      before: withAgentConfig(`    extensions:\n${override("a", "b/hosts.toml")}`),
      after: withAgentConfig(
        `    extensions:\n${override("a", "b/hosts.toml")}    cluster:\n      addon:\n        spegel:\n          enabled: false\n`,
      ),
    },
  },
});

describe("spegel/mirror-add-overwrites on example 08 without its containerdMirrorAdd", () => {
  const original = example("08-mirror-add-off-with-overrides.yaml");
  const line = "              containerdMirrorAdd: false\n";
  const without = {
    "its line deleted": original.replace(line, ""),
    "its line commented out": original.replace(line, ""),
    "the whole of helm_values deleted": original.replace(/ {10}helm_values:\n {12}spegel:\n.*\n/, ""),
    "set to true": original.replace("containerdMirrorAdd: false", "containerdMirrorAdd: true"),
  };

  it.each(Object.entries(without))(
    "%s: names both files and both roles, and the fix restores the text",
    (_, text) => {
      expect(text).not.toBe(original);
      const [diagnostic, ...more] = diagnosticsOf(text, "spegel/mirror-add-overwrites");
      expect(more).toEqual([]);
      expect(diagnostic?.message).toContain("_default/hosts.toml");
      expect(diagnostic?.message).toContain("great-registry.com/hosts.toml");
      expect(diagnostic?.roles).toEqual(["master", "nodes/default"]);
      expect(fixed(text, "spegel/mirror-add-overwrites", /containerdMirrorAdd/)).toBe(original);
    },
  );
});

const twoGroups = (first: string, second: string, cluster = "") =>
  `kind: Cluster\nspec:\n  master: {}\n  nodes:\n    - name: a\n${first}    - name: b\n${second}${cluster}`;
const disabled = (value: string) =>
  `      kublrAgentConfig:\n        cluster:\n          addon:\n            spegel:\n              enabled: ${value}\n`;

describeRule("spegel/partial-disable", {
  fires: { "one of two groups": twoGroups(disabled("«false»"), "") },
  silent: {
    "disabled for the cluster": example("01-disable-spegel.yaml"),
    "a group that says true": twoGroups(disabled("true"), ""),
    "nothing said": example("11-vsphere-ha-group-overrides.yaml"),
  },
});

describeRule("spegel/value-misplaced", {
  fires: {
    "registryFilters at the top": helmValues("\n            «registryFilters»: [':latest$']\n"),
    "in a YAML string": helmValues(" |\n            «registryFilters»: [':latest$']\n"),
    "service below spegel": helmValues("\n            spegel:\n              «resources»: {}\n"),
  },
  silent: {
    "at its place": example("10-aws-two-groups.yaml"),
    "free-form maps": helmValues("\n            podAnnotations: {registryFilters: x}\n"),
  },
  fixes: {
    "moved below spegel": {
      title: /Move/,
      before: helmValues("\n            registryFilters:\n              - ':latest$'\n"),
      after: helmValues(
        "\n            spegel:\n              registryFilters:\n                - ':latest$'\n",
      ),
    },
  },
});

const filters = (...patterns: string[]) =>
  helmValues(
    `\n            spegel:\n              registryFilters:\n${patterns.map((one) => `                - ${one}\n`).join("")}`,
  );

describeRule("spegel/filter-invalid", {
  fires: {
    "a look-ahead": filters("«'^(?!docker)'»", "':latest$'"),
    "in a YAML string": helmValues(" |\n            spegel:\n              registryFilters: [«'['»]\n"),
  },
  silent: { "valid expressions": filters("'^docker\\.io/'", '":latest$"') },
});

describeRule("spegel/filter-never-matches", {
  fires: {
    "two backslashes in single quotes": filters("«'^docker\\\\.io/'»", "'^ghcr\\.io/'"),
    "at the wrong level too": helmValues("\n            registryFilters: [«'^quay\\\\.io/'»]\n"),
    "a scheme": filters("«'^https://quay\\.io/'»"),
  },
  silent: { "escaped once": filters("'^docker\\.io/'", '"^quay\\\\.io/"', "'.*:latest$'") },
  fixes: {
    unescaped: {
      title: /Write/,
      before: filters("'^docker\\\\.io/'  # no docker hub", "':latest$'"),
      after: filters("'^docker\\.io/'  # no docker hub", "':latest$'"),
    },
  },
});

describe("Kublr's example of registry filters", () => {
  it("is told about both of its slips", () => {
    const text = example("02-registry-filters.yaml");
    expect(diagnosticsOf(text, "spegel/value-misplaced")).toHaveLength(1);
    expect(diagnosticsOf(text, "spegel/filter-never-matches").map(({ range }) => range.start.line)).toEqual([
      9, 10,
    ]);
  });
});
