import { describe, expect, test } from "vitest";
import type { Settings } from "../analysis.js";
import { atCursor } from "../testing/cursor.js";
import { agentConfig, cluster, helmValues, hostsFile, spegelValues } from "../testing/specs.js";
import { completeAt } from "./complete.js";

const at = (source: string, settings?: Settings) => {
  const { text, offset } = atCursor(source);
  return completeAt(text, offset, settings);
};
const labels = (source: string, settings?: Settings) => at(source, settings).map(({ label }) => label);
/** The text after a completion has been accepted. */
const accept = (source: string, label: string, settings?: Settings) => {
  const { text } = atCursor(source);
  const chosen = at(source, settings).find((completion) => completion.label === label);
  if (!chosen) throw new Error(`${label} is not among ${labels(source, settings).join(", ")}`);
  return text.slice(0, chosen.replace.start) + chosen.insertText + text.slice(chosen.replace.end);
};
const inSpegel = (line: string) => agentConfig(`    cluster:\n      addon:\n        spegel:\n${line}`);

const SPEC_KEYS = [
  "kublrVersion",
  "kublrBranch",
  "kublrAgentRef",
  "kublrAgentTgzUrl",
  "kublrAgentConfig",
  "master",
  "nodes",
  "secretStore",
  "network",
  "packages",
  "features",
  "locations",
];
/** Of an item of spec.nodes that has its name. */
const GROUP_KEYS = [
  "kublrVariant",
  "minNodes",
  "maxNodes",
  "initialNodes",
  "autoscaling",
  "stateful",
  "kublrAgentConfig",
  "locations",
];
const AGENT_KEYS = ["cluster", "extensions", "labels", "kublr"];

describe("keys of the spec", () => {
  test.each([
    ["in an empty text", "|", ["kind", "metadata", "spec"]],
    ["half typed", "kind: Cluster\nsp|", ["metadata", "spec"]],
    ["half typed above others", "sp|\nkind: Cluster\n", ["metadata", "spec"]],
    ["on an indented line", "kind: Cluster\nspec:\n  |\n", SPEC_KEYS],
    [
      "not those that are there",
      cluster("  network: {}\n  |\n  nodes: []\n"),
      SPEC_KEYS.filter((key) => !["network", "nodes"].includes(key)),
    ],
    ["at a key that has its colon", cluster("  master:\n    min|Nodes: 3\n"), ["name", ...GROUP_KEYS]],
    ["behind a dash", cluster("  nodes:\n    - |\n"), ["name", ...GROUP_KEYS]],
    ["in an item", cluster("  nodes:\n    - name: gpu\n      |\n"), GROUP_KEYS],
    ["in a list right below its key", cluster("  nodes:\n  - name: gpu\n    |\n"), GROUP_KEYS],
    ["half typed in an item", cluster("  nodes:\n    - name: gpu\n      kub|\n    - name: x\n"), GROUP_KEYS],
    [
      "in a second item's map",
      cluster("  nodes:\n    - name: a\n    - name: b\n      kublrAgentConfig:\n        |"),
      AGENT_KEYS,
    ],
    [
      "between lines, by the cursor's column",
      agentConfig("    cluster: {}\n    |\n  features: {}\n"),
      AGENT_KEYS.slice(1),
    ],
    ["in a flow map", "spec: {kublrAgentConfig: {|}}", AGENT_KEYS],
    [
      "half typed in a flow map",
      "spec: {kublrAgentConfig: {clu|, extensions: {}}}",
      ["cluster", "labels", "kublr"],
    ],
    ["in an open flow map", "spec: {kublrAgentConfig: {clu|\nkind: Cluster", AGENT_KEYS],
    ["in JSON", '{"spec": {"kublrAgentConfig": {"clu|": {}}}}', AGENT_KEYS],
    ["in an open JSON key", '{"spec": {"kublrAgentConfig": {"clu|\n}}}', AGENT_KEYS],
    ["in a list of JSON", '{"spec": {"nodes": [{"name": "a"}, {"name": "b", |}]}}', GROUP_KEYS],
    ["below an open quote", cluster("  kublrVersion: '1.2\n  kublrAgentConfig:\n    |"), AGENT_KEYS],
    [
      "with tabs and carriage returns",
      "kind: Cluster\r\nspec:\r\n  kublrAgentConfig:\r\n    |\r\n",
      AGENT_KEYS,
    ],
    [
      "in the second document",
      "kind: Secret\n---\nkind: Cluster\nspec:\n  kublrAgentConfig:\n    |",
      AGENT_KEYS,
    ],
    ["behind a byte order mark", "\uFEFFspec:\n  kublrAgentConfig:\n    |", AGENT_KEYS],
  ])("%s", (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test.each([
    ["in a comment", cluster("  # |\n")],
    ["in a comment behind a key", cluster("  nodes: # |\n")],
    ["in a document of another kind", "kind: Secret\n|"],
    ["in what the schema does not know", cluster("  backups:\n    |\n")],
    ["below a key that has a value", cluster("  kublrVersion: 1.2\n    |\n")],
    ["behind a value", cluster("  kublrVersion: '1.2' |\n")],
    ["in the header of a block scalar", cluster("  kublrVersion: >|\n    x\n")],
    ["at keys of prototypes", cluster("  constructor:\n    __proto__:\n      |")],
  ])("none %s", (_, source) => {
    expect(labels(source)).toEqual([]);
  });

  test.each([
    ["a map goes on below", "spec:\n  kub|\n", "kublrAgentConfig", "spec:\n  kublrAgentConfig:\n    \n"],
    ["a list gets a dash", "spec:\n    no|\n", "nodes", "spec:\n    nodes:\n        - \n"],
    ["a scalar goes on behind", "spec:\n  kublrV|\n", "kublrVersion", "spec:\n  kublrVersion: \n"],
    [
      "only the key where a colon is",
      "spec:\n  kub|: {}\n",
      "kublrAgentConfig",
      "spec:\n  kublrAgentConfig: {}\n",
    ],
    ["behind a bare dash", "spec:\n  nodes:\n    -|\n", "name", "spec:\n  nodes:\n    - name: \n"],
    ["a new item of a list", "spec:\n  nodes:\n    |\n", "name", "spec:\n  nodes:\n    - name: \n"],
    ["quoted in JSON", '{"spec": {|}}', "network", '{"spec": {"network": }}'],
    [
      "quoted as its neighbours",
      '{"spec": {"nodes": [], |}}',
      "network",
      '{"spec": {"nodes": [], "network": }}',
    ],
  ])("accepted: %s", (_, source, label, after) => {
    expect(accept(source, label)).toBe(after);
  });
});

describe("values", () => {
  test.each([
    ["a boolean", inSpegel("          enabled: |"), ["true", "false"]],
    ["right behind the colon", inSpegel("          enabled:|"), ["true", "false"]],
    ["half typed", inSpegel("          enabled: t|"), ["true", "false"]],
    ["in a flow map", cluster("  master: {autoscaling: |}\n"), ["true", "false"]],
    ["on the next line", inSpegel("          enabled:\n            |"), ["true", "false"]],
    ["the kind", "kind: |", ["Cluster"]],
    ["text of any kind", cluster("  kublrVersion: |"), []],
  ])("%s", (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test("that were seen, where others are as good", () => {
    expect(labels(cluster("  network:\n    provider: |\n"))).toEqual([
      "cni-calico",
      "cni-canal",
      "cni-flannel",
    ]);
    expect(labels(cluster("  network:\n    apiServerSecurePort: |\n"))).toEqual(["443", "6443"]);
    expect(accept("spec:\n  network:\n    apiServerSecurePort: |", "6443")).toBe(
      "spec:\n  network:\n    apiServerSecurePort: 6443",
    );
  });

  test("accepted behind a bare colon, a blank comes with it", () => {
    expect(accept("spec:\n  master:\n    autoscaling:|", "true")).toBe(
      "spec:\n  master:\n    autoscaling: true",
    );
  });
});

describe("values of Spegel's chart", () => {
  const registry = ["port", "hostPort", "nodePort", "topologyAwareHintsEnabled", "nodeIp", "annotations"];
  test.each([
    ["a section", helmValues("\n            service:\n              registry:\n                |"), registry],
    [
      "not those that are there",
      helmValues("\n            livenessProbe:\n              enabled: true\n              |"),
      [],
    ],
    ["in a flow map", helmValues(" {livenessProbe: {|}}"), ["enabled"]],
    ["in a text", helmValues(" |\n            livenessProbe:\n              |\n"), ["enabled"]],
    ["in a quoted text", helmValues(' "livenessProbe:\\n  |"'), ["enabled"]],
    ["booleans", helmValues("\n            livenessProbe:\n              enabled: |"), ["true", "false"]],
    ["values with a choice", spegelValues("logLevel: |"), ["INFO", "DEBUG", "WARN", "ERROR"]],
    [
      "items of a list",
      spegelValues("registryFilters:", "  - |"),
      [":latest$", "^docker\\.io/", "^ghcr\\.io/"],
    ],
    ["below a map that is filled freely", helmValues("\n            nodeSelector:\n              |"), []],
  ])("%s", (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test.each([
    ["0.3.0", false],
    ["0.4.0", true],
  ])("of chart %s only what it has", (spegelVersion, expected) => {
    expect(labels(spegelValues("|"), { spegelVersion }).includes("registryFilters")).toBe(expected);
  });

  test("with type, default, release and remark", () => {
    const source = spegelValues("resolveTags: true", "cont|");
    expect(at(source).find(({ label }) => label === "containerdMirrorAdd")).toEqual({
      label: "containerdMirrorAdd",
      kind: "chart-value",
      insertText: "containerdMirrorAdd: ",
      replace: { start: source.indexOf("cont|"), end: source.indexOf("|") },
      detail: "boolean, default true, since chart 0.0.3",
      documentation:
        "**spegel.containerdMirrorAdd** · boolean, default `true`, since chart 0.0.3\n\n" +
        "False: no hosts.toml is written at all.",
    });
  });

  test.each([
    ["a list", spegelValues("registry|"), "registryFilters", spegelValues("registryFilters:", "  - ")],
    [
      "a pattern gets the quotes that it needs",
      spegelValues("registryFilters:", "  - |"),
      ":latest$",
      spegelValues("registryFilters:", "  - ':latest$'"),
    ],
    [
      "a new item",
      spegelValues("registryFilters:", "  |"),
      ":latest$",
      spegelValues("registryFilters:", "  - ':latest$'"),
    ],
    [
      "within a text, with its indentation",
      helmValues(" |\n            live|\n"),
      "livenessProbe",
      helmValues(" |\n            livenessProbe:\n              \n"),
    ],
    ["within a quoted text", helmValues(' "live|"'), "livenessProbe", helmValues(' "livenessProbe:\\n  "')],
  ])("accepted: %s", (_, source, label, after) => {
    expect(accept(source, label).trimEnd()).toBe(after.trimEnd());
  });
});

describe("extensions", () => {
  const paths = [
    "_default",
    "docker.io",
    "ghcr.io",
    "quay.io",
    "registry.k8s.io",
    "gcr.io",
    "mcr.microsoft.com",
    "public.ecr.aws",
    "nvcr.io",
    "cr.kublr.com",
  ].map((directory) => `templates/root_dir/etc/containerd/certs.d/${directory}/hosts.toml`);
  test.each([
    ["paths", agentConfig("    extensions:\n      a:\n        path: |"), paths],
    ["paths, half typed in quotes", agentConfig("    extensions:\n      a:\n        path: 'templ|"), paths],
    ["fields", agentConfig("    extensions:\n      a:\n        path: x\n        |"), ["content"]],
  ])("%s", (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test("a path stays in its quotes", () => {
    const source = agentConfig("    extensions:\n      a:\n        path: 'templ|'\n");
    expect(accept(source, paths[1] ?? "")).toBe(
      agentConfig(`    extensions:\n      a:\n        path: '${paths[1]}'\n`),
    );
  });

  test("a whole extension, ready to be rendered", () => {
    expect(accept(agentConfig("    extensions:\n      |\n"), "containerd-docker-io-hosts-override")).toBe(
      agentConfig(`    extensions:
      containerd-docker-io-hosts-override:
        path: templates/root_dir/etc/containerd/certs.d/docker.io/hosts.toml
        content: |
          [host.'http://{{.config.node_address_ip}}:30020']
          capabilities = ['pull', 'resolve']
`),
    );
  });
});

describe("hosts.toml in a template", () => {
  const inFile = (...lines: string[]) => hostsFile("docker.io/hosts.toml", ...lines);
  const tables = [
    "[host.'http://{{.config.node_address_ip}}:30020']",
    "[host.'http://{{.config.node_address_ip}}:30021']",
    "[host.'https://mirror.example']",
  ];
  const hostKeys = ["capabilities", "dial_timeout", "override_path", "skip_verify", "ca", "client", "header"];
  test.each([
    ["keys above the tables", inFile("|"), ["server", ...hostKeys, ...tables]],
    ["keys in a table", inFile("[host.'https://m.example']", "cap|"), [...hostKeys, ...tables]],
    [
      "not those that are there",
      inFile("[host.'https://m.example']", "|", "ca = 'x'", "[host.a]", "client = ''"),
      [...hostKeys.filter((key) => key !== "ca"), ...tables],
    ],
    ["tables", inFile("[ho|"), tables],
    ["capabilities", inFile("capabilities = ['pull', '|"), ["resolve", "push", "referrers"]],
    ["booleans", inFile("override_path = |"), ["true", "false"]],
    ["durations", inFile("dial_timeout = '2|'"), ["200ms", "1s", "5s"]],
    ["none in a comment", inFile("# cap|"), []],
    ["none in a table of headers", inFile("[host.'https://m.example'.header]", "|"), []],
    [
      "no tables in a folded text, which has no lines",
      hostsFile("a/hosts.toml", "[ho|").replace("content: |", "content: >"),
      [],
    ],
    ["none behind a list", inFile("capabilities = ['pull']|"), []],
    [
      "none in a template for another file",
      agentConfig(
        "    extensions:\n      a:\n        path: templates/x\n        content: |\n          cap|\n",
      ),
      [],
    ],
    [
      "in a content that is still empty",
      agentConfig("    extensions:\n      a:\n        content: |\n          |"),
      ["server", ...hostKeys, ...tables],
    ],
  ])("%s", (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test.each([
    [
      "a capability in its quotes",
      inFile("capabilities = ['pull', 're|']"),
      "resolve",
      inFile("capabilities = ['pull', 'resolve']"),
    ],
    [
      "the first capability gets its list",
      inFile("capabilities = |"),
      "pull",
      inFile("capabilities = ['pull']"),
    ],
    [
      "a table, indented",
      inFile("[ho|"),
      tables[0] ?? "",
      inFile(tables[0] ?? "", "capabilities = ['pull', 'resolve']"),
    ],
  ])("accepted: %s", (_, source, label, after) => {
    expect(accept(source, label)).toBe(after);
  });
});

describe("actions of a template", () => {
  const withText = (line: string) => hostsFile("docker.io/hosts.toml", line);
  const values = ["cluster", "node_name", "master_address_ips", "is_master", "node_group"];
  const unknown = [
    "register_kubelet",
    "labels",
    "kublr_cloud_provider",
    "secret_provider",
    "etcd_addresses",
    "master_addresses",
    "master_addresses_all",
    "master_number",
  ];
  const facts = [...values, "extensions", "node_address_ip", ...unknown];
  test.each([
    ["fields of the data", withText("{{ .| }}"), ["config"]],
    ["fields of .config", withText("{{ .config.| }}"), facts],
    ["half typed", withText("server = 'http://{{ .config.node_a| }}'"), facts],
    ["in an action that is not closed", withText("{{ .config.|"), facts],
    ["of maps in it", withText("{{ .config.cluster.addon.spegel.| }}"), ["enabled", "helm_values"]],
    ["of the cluster", withText("{{ .config.cluster.| }}"), ["addon", "name", "network", "addon_filter"]],
    ["from the root", withText("{{ range .config.master_address_ips }}{{ $.config.| }}"), facts],
    ["below with", withText("{{ with .config.cluster }}{{ .addon.| }}"), ["spegel"]],
    ["below range", withText("{{ range $k, $v := .config.cluster }}{{ .| }}"), ["spegel"]],
    ["below if", withText("{{ if .config.x }}{{ .| }}"), ["config"]],
    ["below else", withText("{{ with .config.cluster }}x{{ else }}{{ .| }}"), ["config"]],
    ["none in a template of its own", withText('{{ define "x" }}{{ .| }}'), []],
    ["behind end", withText("{{ with .config }}{{ end }}{{ .| }}"), ["config"]],
    ["none of a variable", withText("{{ $x := 1 }}{{ $x.| }}"), []],
    ["none of text", withText("{{ .config.node_name.| }}"), []],
    ["none below what cannot be told", withText("{{ with index .config.a 1 }}{{ .| }}"), []],
    ["none in quotes", withText('{{ printf ".config.| }}'), []],
    ["none in comments", withText("{{/* .config.| */}}"), []],
  ])("%s", (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test("fields of a text that does not parse are the node's facts", () => {
    const broken = agentConfig("    extensions:\n      a:\n        content: '{{ .config.|\n");
    expect(labels(broken)).toEqual([
      ...values,
      "node_address_ip",
      ...["register_kubelet", "labels", "extensions"],
      ...unknown.slice(2),
    ]);
  });

  test.each([
    [
      "is_master",
      "true",
      "**.config.is_master**\n\nIs the node a master? Seen in agent 1.8. The preview takes true for the masters, else false.\n\nOn `master-0`: `true`",
    ],
    [
      "etcd_addresses",
      "value not known",
      "**.config.etcd_addresses**\n\nAddresses of etcd. Seen in agent 1.8. A spec does not tell its value.\n\nThe preview has no value for it here.",
    ],
    ["node_name", '"master-0"', "Lookinglass's own: no public source shows that the agent has it."],
  ])("%s: what is known of it, and who says so", (name, detail, documentation) => {
    const offered = at(withText("{{ .config.| }}")).find(({ label }) => label === name);
    expect(offered?.detail).toBe(detail);
    expect(offered?.documentation).toContain(documentation);
  });

  test("a group's template sees the group's config", () => {
    const group = (config: string) =>
      cluster(
        `  nodes:\n    - name: gpu\n      kublrAgentConfig:\n        own: 1\n        extensions:\n          a:\n            content: "${config}"\n`,
      );
    expect(labels(group("{{ .config.| }}"))).toContain("own");
    expect(at(group("{{ .config.node_n| }}")).find(({ label }) => label === "node_name")?.detail).toBe(
      '"gpu-0"',
    );
  });

  test("keywords first, then functions; keywords only where an action begins", () => {
    const keywords = [
      "if",
      "else",
      "end",
      "range",
      "with",
      "break",
      "continue",
      "define",
      "template",
      "block",
    ];
    const begun = labels(withText("{{ | }}"));
    expect(begun.slice(0, 11)).toEqual([".config", ...keywords]);
    expect(begun).toEqual(expect.arrayContaining(["printf", "index", "eq", "urlquery"]));
    expect(labels(withText("{{ if e| }}"))).not.toContain("end");
    expect(labels(withText("{{ if (e| }}"))).toContain("eq");
  });

  test("Sprig's functions when the setting says so", () => {
    expect(labels(withText("{{ up| }}"))).not.toContain("upper");
    expect(labels(withText("{{ up| }}"), { templateFunctions: "sprig" })).toContain("upper");
  });

  test("only the last name of a chain is replaced", () => {
    expect(accept(withText("{{ .config.node_a|ddr }}"), "node_address_ip")).toBe(
      withText("{{ .config.node_address_ip }}"),
    );
  });
});
