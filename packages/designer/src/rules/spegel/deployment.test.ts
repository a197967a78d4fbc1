import { describe, expect, it } from "vitest";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, example } from "../../testing/marked-spec.js";
import { agentConfig, extension, helmValues, spegelValues } from "../../testing/specs.js";

const twoGroups = (first: string, second: string) =>
  `kind: Cluster\nspec:\n  master: {}\n  nodes:\n    - name: a\n${first}    - name: b\n${second}`;
const disabled = (value: string) =>
  `      kublrAgentConfig:\n        cluster:\n          addon:\n            spegel:\n              enabled: ${value}\n`;

describeRule("spegel/partial-disable", {
  fires: {
    "one of two groups": twoGroups(disabled("«false»"), ""),
    "the masters, and with them the chart": `kind: Cluster\nspec:\n  nodes: [{name: a}]\n  master:\n${disabled("«false»").replaceAll(/^ {2}/gm, "")}`,
  },
  silent: {
    "disabled for the cluster": example("01-disable-spegel.yaml"),
    "a group that says true": twoGroups(disabled("true"), ""),
    "nothing said": example("11-vsphere-ha-group-overrides.yaml"),
  },
  fixes: {
    "disabled for all": {
      title: /whole cluster/,
      before: twoGroups(`${disabled("false")}      minNodes: 1\n`, ""),
      after: twoGroups(
        "      kublrAgentConfig:\n        cluster:\n          addon:\n            spegel: {}\n      minNodes: 1\n",
        "  kublrAgentConfig:\n    cluster:\n      addon:\n        spegel:\n          enabled: false\n",
      ),
    },
  },
});

describe("spegel/partial-disable", () => {
  it("names each group that one text disables, and offers no edit that its alias stands in the way of", () => {
    const config = "{cluster: {addon: {spegel: {enabled: false}}}}";
    const text = `kind: Cluster\nspec:\n  nodes:\n    - name: a\n      kublrAgentConfig: &off ${config}\n    - name: b\n      kublrAgentConfig: *off\n`;
    const found = diagnosticsOf(text, "spegel/partial-disable");
    expect(found.map(({ roles }) => roles)).toEqual([["nodes/a"], ["nodes/b"]]);
    expect(found[1]?.range).toEqual(found[0]?.range);
    expect(found.map(({ fixes }) => fixes)).toEqual([[], []]);
  });
});

describeRule("spegel/runtime", {
  settings: { runtimes: { "nodes/a": "cri-o" } },
  fires: {
    "disabled by default": twoGroups("", "").replace("name: a", "name: «a»"),
    "enabled all the same": twoGroups(disabled("«true»"), ""),
  },
  silent: {
    "disabled by the spec": twoGroups(disabled("false"), ""),
    "no such group": example("10-aws-two-groups.yaml"),
  },
});

describeRule("spegel/runtime", {
  settings: { runtimes: { master: "other" } },
  fires: { "the masters": twoGroups("", "").replace("master:", "«master»:") },
  silent: { "an old agent": `${twoGroups("", "")}  kublrAgentRef: 1.26.0\n` },
});

describeRule("spegel/values-ignored", {
  fires: {
    "values of a disabled Spegel": agentConfig(
      "    cluster: {addon: {spegel: {enabled: false, «helm_values»: {resources: {}}}}}\n",
    ),
    "values in a string": agentConfig(
      "    cluster: {addon: {spegel: {enabled: false, «helm_values»: 'resources: {}'}}}\n",
    ),
  },
  silent: {
    "Spegel is on": example("10-aws-two-groups.yaml"),
    "no values": example("01-disable-spegel.yaml"),
  },
});

describeRule("spegel/auth-leak", {
  settings: { spegelVersion: "0.5.0" },
  fires: {
    "a further target": helmValues(
      "\n            basicAuthSecretName: pull\n            spegel:\n              «additionalMirrorTargets»: ['http://m.example']\n",
    ),
  },
  silent: {
    "no credentials": spegelValues("additionalMirrorTargets: ['http://m.example']"),
    "no further target": helmValues("\n            basicAuthSecretName: pull\n"),
    "Spegel writes nothing": helmValues(
      "\n            basicAuthSecretName: pull\n            spegel:\n              containerdMirrorAdd: false\n              additionalMirrorTargets: ['http://m.example']\n",
    ),
  },
});

const IPV6 = { nodeAddresses: { master: ["fd00::7"], "nodes/default": ["fd00::8"] } };

describeRule("spegel/ipv6-node", {
  settings: { ...IPV6, containerdVersion: "2.3" },
  fires: {
    "at the nearest place in the spec": "kind: Cluster\n«spec»:\n  master: {}\n",
    "at Spegel's section": agentConfig("    cluster: {addon: {«spegel»: {enabled: true}}}\n"),
  },
  silent: {
    "Spegel writes nothing": spegelValues("containerdMirrorAdd: false"),
    "Spegel is disabled": example("01-disable-spegel.yaml"),
  },
});

describeRule("spegel/ipv6-node", {
  settings: { ...IPV6, spegelVersion: "0.7.2", containerdVersion: "2.3" },
  fires: { "two addresses": agentConfig("    cluster: {addon: {«spegel»: {enabled: true}}}\n") },
  silent: {
    "one address, which gets its brackets": helmValues(
      "\n            service: {registry: {usePreferSameNodeTrafficDistribution: true}}\n",
    ),
  },
});

describe("spegel/ipv6-node", () => {
  const message = (spegelVersion: string, containerdVersion: string) =>
    diagnosticsOf("kind: Cluster\nspec: {master: {}}\n", "spegel/ipv6-node", {
      settings: { ...IPV6, spegelVersion, containerdVersion },
    }).map((one) => one.message);

  it.each([
    ["0.4.0", "2.3"],
    ["0.7.4", "1.7"],
  ])("Spegel %s, containerd %s: the file is void", (spegel, containerd) => {
    expect(message(spegel, containerd)).toEqual([
      `Of the mirrors that Spegel ${spegel} writes for a node with an IPv6 address, one is spelt as containerd ${containerd} cannot read it: it ignores the whole file and uses no mirror.`,
    ]);
  });

  // Seen on a real one: real/containerd, "an IPv6 address without brackets".
  it.each([
    ["0.4.0", "1.7"],
    ["0.4.0", "2.2"],
    ["0.7.4", "2.2"],
  ])("Spegel %s, containerd %s: it connects without brackets", (spegel, containerd) => {
    expect(message(spegel, containerd)).toEqual([]);
  });

  it("is silent for IPv4 nodes", () => {
    expect(diagnosticsOf(example("10-aws-two-groups.yaml"), "spegel/ipv6-node")).toEqual([]);
  });
});

const ports = (values: string) => helmValues(`\n            service: {registry: ${values}}\n`);
const own = (port: number) =>
  extension("a", "_default/hosts.toml", `[host.'http://{{ .config.node_address_ip }}:${port}']`);

describeRule("spegel/port-changed", {
  fires: {
    "Kublr's own file": ports("{hostPort: «31020»}"),
    "an extension's file and the node port": `${ports("{nodePort: «31021»}")}    extensions:\n${own(30021)}`,
  },
  silent: {
    "the ports as they are": ports("{hostPort: 30020, nodePort: 30021}"),
    "a node port that no file names": ports("{nodePort: 31021}"),
    "files with the new port": `${ports("{hostPort: 31020}")}    extensions:\n${own(31020)}`,
  },
});

describeRule("spegel/config-path", {
  fires: { "another directory": spegelValues("containerdRegistryConfigPath: «/etc/certs.d»") },
  silent: {
    "the same with a slash": spegelValues("containerdRegistryConfigPath: /etc/containerd/certs.d/"),
    "Spegel writes nothing": spegelValues(
      "containerdRegistryConfigPath: /etc/certs.d",
      "containerdMirrorAdd: false",
    ),
  },
  fixes: {
    "the directory that containerd reads": {
      title: /certs\.d/,
      before: spegelValues("containerdRegistryConfigPath: '/etc/certs.d' # mine"),
      after: spegelValues("containerdRegistryConfigPath: '/etc/containerd/certs.d' # mine"),
    },
  },
});

const noTags = spegelValues("containerdMirrorAdd: false", "resolveTags: false");

describeRule("spegel/resolve-tags", {
  fires: {
    "an override that resolves": `${noTags.replace("resolveTags: false", "resolveTags: «false»")}    extensions:\n${own(30020)}`,
  },
  silent: {
    "an override that containerd cannot read": `${noTags}    extensions:\n${own(30020)}          [host\n`,
    "an override that only pulls": `${noTags}    extensions:\n${own(30020)}          capabilities = ['pull']\n`,
    "a mirror that is not Spegel": `${noTags}    extensions:\n${extension("a", "_default/hosts.toml", "[host.'https://m.example']")}`,
    "tags are resolved": `${spegelValues("containerdMirrorAdd: false")}    extensions:\n${own(30020)}`,
  },
});

describe("several files", () => {
  const alsoQuay = own(30020) + own(30020).replace("a:", "b:").replace("_default", "quay.io");
  const said = (text: string, code: "spegel/port-changed" | "spegel/resolve-tags") =>
    diagnosticsOf(text, code).map(({ message }) => message);

  it("with the former port are named in one message", () => {
    const text = `${ports("{hostPort: 31020}")}    extensions:\n${alsoQuay}`;
    expect(said(text, "spegel/port-changed")).toEqual([
      "_default/hosts.toml and quay.io/hosts.toml still point to port 30020, where nothing listens any more.",
    ]);
  });

  it("that resolve tags are named in one message", () => {
    expect(said(`${noTags}    extensions:\n${alsoQuay}`, "spegel/resolve-tags")).toEqual([
      "resolveTags is false, but _default/hosts.toml and quay.io/hosts.toml still ask Spegel to resolve tags.",
    ]);
  });
});
