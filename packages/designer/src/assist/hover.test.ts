import { describe, expect, test } from "vitest";
import type { Settings } from "../analysis.js";
import { marked } from "../testing/marked-spec.js";
import { agentConfig, cluster, helmValues, hostsFile, spegelValues } from "../testing/specs.js";
import { hoverAt } from "./hover.js";

/** Hovers in the middle of what stands in «guillemets», which is the range that has to be told of. */
function hover(source: string, settings?: Settings) {
  const { text, marks } = marked(source);
  const [mark] = marks;
  if (!mark) throw new Error(`nothing is marked in ${source}`);
  const start = source.indexOf("«");
  const found = hoverAt(text, start + Math.floor(mark.text.length / 2), settings);
  if (found) expect(text.slice(found.range.start, found.range.end)).toBe(mark.text);
  return found?.markdown ?? null;
}

const template = (...lines: string[]) => hostsFile("docker.io/hosts.toml", ...lines);

describe("hoverAt tells of", () => {
  test.each<[string, string, string]>([
    [
      "a key of the spec",
      agentConfig("    cluster:\n      addon:\n        spegel:\n          «enabled»: true\n"),
      "**enabled** · true or false\n\n`false`: Spegel's chart is not deployed (or is uninstalled), and `_default/hosts.toml` on the node is empty. It has to hold on all nodes to take effect on all. Default: `true` with containerd, `false` with other runtimes.\n\n[Source: Kublr's page on image caching.](https://docs.kublr.com/articles/image-caching)",
    ],
    [
      "its value",
      cluster("  master:\n    autoscaling: «true»\n"),
      "**autoscaling** · true or false\n\nLet Kublr change the number of nodes between `minNodes` and `maxNodes`. Default, seen in agent 1.8: false.\n\nSeen in 34 of 40 public specs.",
    ],
    [
      "a key in JSON",
      '{"kind": "Cluster", "spec": {"nodes": [{«"name"»: "a"}]}}',
      "**name** · text\n\nName of the group. A worker group without one is called `default`, the masters `master`.\n\nSeen in 32 of 40 public specs.",
    ],
    [
      "a chart value",
      spegelValues("«resolveTags»: false"),
      "**spegel.resolveTags** · boolean, default `true`, since chart 0.0.11\n\nFalse leaves resolve out of the capabilities.",
    ],
    [
      "a chart value in a text",
      helmValues(" |\n            spegel:\n              «resolveTags»: false\n"),
      "**spegel.resolveTags** · boolean, default `true`, since chart 0.0.11\n\nFalse leaves resolve out of the capabilities.",
    ],
    [
      "an item of a chart value",
      spegelValues("registryFilters:", "  - «':latest$'»"),
      "**spegel.registryFilters** · array<string>, default `[]`, since chart 0.4.0\n\nRE2 expressions on registry/repository[:tag].",
    ],
    [
      "a section of the chart's values",
      helmValues("\n            «livenessProbe»:\n              enabled: true\n"),
      "**livenessProbe** · a section of Spegel's chart 0.4.0",
    ],
    [
      "a value that the release does not have any more",
      spegelValues("«appendMirrors»: true"),
      "**spegel.appendMirrors** · until chart 0.0.30\n\nIgnored by chart 0.4.0.\n\nTrue: the hosts of a file that was there stay, after Spegel's; up to 0.0.25 all are sorted by name; 0.0.26 keeps them anyway.\n\nIts name now is `spegel.prependExisting`.",
    ],
    [
      "a value that it does not have yet",
      helmValues("\n            spegel:\n              persistence:\n                «enabled»: true\n"),
      "**spegel.persistence.enabled** · boolean, default `true`, since chart 0.7.0\n\nNot in chart 0.4.0, which ignores it.",
    ],
    [
      "a value at a wrong place",
      helmValues("\n            «registryFilters»: []\n"),
      "**registryFilters**\n\nSpegel's chart 0.4.0 has no such value and ignores it.\n\nIt has `spegel.registryFilters`.",
    ],
    [
      "a key with dots in a map that users fill",
      helmValues("\n            nodeSelector:\n              «kubernetes.io/os»: linux\n"),
      '**nodeSelector.kubernetes.io/os** · object, default `{"kubernetes.io/os":"linux"}`, since chart 0.0.3',
    ],
    [
      "a path of values written as one key",
      helmValues("\n            «spegel.logLevel»: DEBUG\n"),
      "**spegel.logLevel**\n\nSpegel's chart 0.4.0 has no such value and ignores it.\n\nIt is one key with dots: each part is a level of its own.",
    ],
    [
      "a key that public specs alone show",
      cluster("  nodes:\n    - «kublrVariant»: aws-ubuntu-20.04\n"),
      "**kublrVariant** · text\n\nImage and setup of the nodes: the provider and its operating system.\n\nSeen in 25 of 40 public specs.",
    ],
    [
      "a template path",
      agentConfig(
        "    extensions:\n      a:\n        path: «templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml»\n",
      ),
      "**/etc/containerd/certs.d/quay.io/hosts.toml** · file on the node\n\ncontainerd reads it for images of quay.io.",
    ],
    [
      "what a template path is, where there is none yet",
      agentConfig("    extensions:\n      a:\n        path: «''»\n"),
      "**path** · text\n\nWhich template: `templates/root_dir/` stands for the root of the node's file system. Below `etc/containerd/certs.d/` containerd reads `<registry>/hosts.toml`, and `_default/hosts.toml` for registries without a directory.\n\n[Source: Kublr's page on image caching.](https://docs.kublr.com/articles/image-caching)",
    ],
    [
      "a template path that containerd does not read",
      agentConfig(
        "    extensions:\n      a:\n        path: «'templates/root_dir/etc/containerd/certs.d/_default_/hosts.toml'»\n",
      ),
      "**/etc/containerd/certs.d/_default_/hosts.toml** · file on the node\n\ncontainerd never reads certs.d/_default_: the directory for all registries is _default.",
    ],
    [
      "a key of hosts.toml, with the releases that read it",
      template("[host.'https://m.example']", "«dial_timeout» = '1s'"),
      "**dial_timeout** · in host tables and above them\n\nHow long to wait for a connection before the next host is tried, as `200ms` or `2s`.\n\nRead by containerd from 2.1.0 on (and in 2.0.7 and later of its line). Before: ignored silently, whatever its value; connections time out after 30 s.\n\nA Go duration string; a bad value voids the file.",
    ],
    [
      "a field of .config, with its value on the sample node",
      template("{{ .config.«node_address_ip» }}"),
      '**.config.node_address_ip**\n\nAddress of the node that the file is written on. Documented by Kublr. The preview takes the sample node\'s address.\n\nOn `master-0`: `"10.0.0.11"`',
    ],
    [
      "a key that was seen in an agent",
      template("{{ .config.«node_group» }}"),
      "**.config.node_group**\n\nName of the node's group; the masters' is `master`. Seen in agent 1.8. The preview takes the group's name, `default` where it has none.\n\nOn `master-0`: `\"master\"`",
    ],
    [
      "a key whose value a spec does not tell",
      template("{{ if .config.«etcd_addresses» }}{{ end }}"),
      "**.config.etcd_addresses**\n\nAddresses of etcd. Seen in agent 1.8. A spec does not tell its value.\n\nThe preview has no value for it here.",
    ],
    [
      "a key of ours",
      template("{{ .config.«node_name» }}"),
      "**.config.node_name**\n\nName of the sample node. Lookinglass's own: no public source shows that the agent has it. The preview takes the sample node's name.\n\nOn `master-0`: `\"master-0\"`",
    ],
    [
      "a field on the way",
      template("{{ if .config.cluster.addon.«spegel».enabled }}x{{ end }}"),
      '**.config.cluster.addon.spegel**\n\nThe Spegel addon. Documented by Kublr. The preview takes the kublrAgentConfig in force.\n\nOn `master-0`: `{"enabled":true}`',
    ],
    [
      "a function",
      template('{{ «printf» "%s" 1 }}'),
      '**printf "FORMAT" X…**\n\nThe arguments in a format, as `%s`, `%d` or `%q`.',
    ],
    [
      "a keyword",
      template("{{- «range» .config.x }}{{ end }}"),
      "**range PIPELINE**\n\nWhat follows is written for each element, which is the dot; `$` stays the template's data.",
    ],
  ])("%s", (_, source, expected) => {
    expect(hover(source)).toBe(expected);
  });

  test.each([
    ["unknown keys", cluster("  features:\n    «backups»: {}\n")],
    ["keys of other documents", "kind: Secret\n«metadata»: {}\n"],
    ["comments", cluster("  # «nodes»\n")],
    ["the text of a template", template("# «pull»")],
    ["a field that the node does not have", template("{{ .config.«nothing» }}")],
    ["a Sprig function, without the setting", template("{{ «upper» .config.node_name }}")],
    ["names of prototypes", template("{{ .config.«constructor» }}")],
  ])("nothing of %s", (_, source) => {
    expect(hover(source)).toBeNull();
  });

  test("what the settings change", () => {
    const own = { nodeAddresses: { master: ["192.0.2.7"] }, templateFunctions: "sprig" } as const;
    expect(hover(template("{{ .config.«node_address_ip» }}"), own)).toContain('`"192.0.2.7"`');
    expect(hover(template("{{ «upper» .config.node_name }}"), own)).toContain("Sprig");
    expect(hover(spegelValues("«resolveLatestTag»: false"), { spegelVersion: "0.7.4" })).toContain(
      "Ignored by chart 0.7.4",
    );
  });
});
