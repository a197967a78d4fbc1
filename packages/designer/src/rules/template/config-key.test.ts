import { describe, expect, it } from "vitest";
import { analyze } from "../../analyze.js";
import { describeRule } from "../../testing/describe-rule.js";
import { diagnosticsOf, fixed } from "../../testing/marked-spec.js";
import { CERTS_D, cluster, extension, hostsFile, MIRROR } from "../../testing/specs.js";

const template = (...lines: string[]) => hostsFile("docker.io/hosts.toml", ...lines, ...MIRROR);

/** The template of a master, of a group, of one without a name and of one whose name is a number. */
const ofGroups = (content: string, head = "kind: Cluster\nmetadata: {name: prod}\n") =>
  `${head}spec:
  locations:
    - {name: here, aws: {region: us-east-1}}
    - {name: there, azure: {region: eastus}}
    - {name: dc, vSphere: {}}
  network: {dnsDomain: prod.local}
  kublrAgentConfig:
    extensions:
${extension("hub", "docker.io/hosts.toml", `# ${content}`)}
  master: {minNodes: 3, locations: [{locationRef: here}]}
  nodes:
    - {name: web, locations: [{locationRef: there}], kublrAgentConfig: {labels: {tier: front}}}
    - {minNodes: 1, locations: [{locationRef: dc}]}
    - {name: 7}
`;

const written = (text: string) =>
  analyze(text).roles.map(({ phases }) =>
    phases[0]?.files
      .find(({ path }) => path.startsWith("docker.io"))
      ?.content.slice(2)
      .trim(),
  );

describe("what .config has of the spec", () => {
  it.each<[string, string[]]>([
    ["{{ if .config.is_master }}master{{ else }}worker{{ end }}", ["master", "worker", "worker", "worker"]],
    ["{{ .config.node_group }}", ["master", "web", "default", "7"]],
    ["{{ .config.cluster.name }}", ["prod", "prod", "prod", "prod"]],
    ["{{ .config.cluster.network.dnsDomain }}", Array(4).fill("prod.local")],
    [
      "{{ with .config.cluster.network }}{{ .clusterCIDR }} {{ .podCIDR }} {{ .serviceCIDR }}{{ end }}",
      Array(4).fill("100.64.0.0/10 100.96.0.0/11 100.64.0.0/13"),
    ],
    ["{{ with .config.kublr_cloud_provider }}{{ .type }}{{ end }}", ["aws", "azure", "", ""]],
    ["{{ with .config.labels }}{{ .tier }}{{ end }}", ["", "front", "", ""]],
    ['{{ if eq .config.node_group "web" }}web{{ end }}', ["", "web", "", ""]],
  ])("%s", (content, values) => {
    expect(written(ofGroups(content))).toEqual(values);
  });

  it("has no name of a cluster that says none, and that is told", () => {
    const text = ofGroups("{{ .config.cluster.name }}", "");
    expect(written(text)).toEqual(Array(4).fill("<no value>"));
    expect(diagnosticsOf(text, "template/no-value").map(({ message }) => message)).toEqual([
      expect.stringContaining("the agent has the key, but the spec has no metadata.name"),
    ]);
    const asked = ofGroups("{{ if .config.cluster.name }}x{{ end }}", "");
    expect(diagnosticsOf(asked, "template/config-key").map(({ message }) => message)).toEqual([
      ".config.cluster.name is a key of the agent's (seen in agent 1.8), but the spec has no metadata.name: the preview takes the else branch.",
    ]);
  });

  it("has what the user's own config says instead", () => {
    const text = ofGroups("{{ .config.node_group }}").replace(
      "labels: {tier: front}",
      "node_group: mine, cluster: {name: other}",
    );
    expect(written(text)).toEqual(["master", "mine", "default", "7"]);
  });
});

describeRule("template/config-key", {
  fires: {
    "in a comparison": template('{{ if eq «.config.nodegroup» "web" }}# a{{ end }}'),
    "in an if": template("{{ if «.config.isMaster» }}# a{{ end }}"),
    "in a with": template("{{ with «.config.zone» }}# a{{ end }}"),
    "in a range": template("{{ range «.config.hubs» }}# {{ . }}{{ end }}"),
    "relative to a with": template("{{ with .config.cluster }}{{ with «.nme» }}# {{ . }}{{ end }}{{ end }}"),
    "below a known map": template("{{ if «.config.cluster.nme» }}# a{{ end }}"),
    "of a variable": template("{{ $c := .config }}{{ if «$c.nodegroup» }}# a{{ end }}"),
    "from the root": template(
      "{{ range .config.extensions }}{{ if «$.config.nodegroup» }}# a{{ end }}{{ end }}",
    ),
    "of index": template('{{ if index .config «"nodegroup"» }}# a{{ end }}'),
    "in an argument": template("{{ if or «.config.foo» «.config.bar» }}# a{{ end }}"),
    "in a pipeline": template(
      '# {{ «.config.foo» | len | printf "%d" | printf "%.0s" }}'
        .replace("| len ", '| eq "a" ')
        .replace("%d", "%t"),
    ),
    "where .config was forgotten": template("{{ if «.node_group» }}# a{{ end }}"),
    "a key whose value a spec does not tell": template("{{ if «.config.etcd_addresses» }}# a{{ end }}"),
    "a number of a master": template("{{ if «.config.master_number» }}# a{{ end }}"),
    "in a condition that holds": template('{{ if ne «.config.foo» "web" }}# a{{ end }}'),
    "in a quoted text": cluster(
      `  kublrAgentConfig:\n    extensions:\n      a:\n        path: ${CERTS_D}/docker.io/hosts.toml\n` +
        `        content: "{{ if eq «.config.nodegroup» \\"web\\" }}# a{{ end }}\\n"\n`,
    ),
    "in JSON": JSON.stringify({
      kind: "Cluster",
      metadata: { name: "c" },
      spec: {
        kublrAgentConfig: {
          extensions: {
            a: {
              path: `${CERTS_D}/docker.io/hosts.toml`,
              content: "{{ if «.config.nodegroup» }}# é\n{{ end }}",
            },
          },
        },
      },
    }),
  },
  silent: {
    "a key that the agent has": template("{{ if .config.is_master }}# a{{ end }}"),
    "labels, which a group need not have": template("{{ with .config.labels }}# a{{ end }}"),
    "what template/no-value tells": template("# {{ .config.nodegroup }}"),
    "a key of the user's": template("{{ if .config.site }}# a{{ end }}").replace(
      "    extensions:",
      "    site: a\n    extensions:",
    ),
    "a key of another role's": `${template("{{ if .config.site }}# a{{ end }}")}  nodes:\n    - {name: far, kublrAgentConfig: {site: b}}\n`,
    "a key that a list's elements need not have": template(
      "{{ range .config.mirrors }}{{ if .path }}# a{{ end }}{{ end }}",
    ).replace("    extensions:", "    mirrors: [{url: a}]\n    extensions:"),
    "a key that the map beside it has": template(
      "{{ range .config.hubs }}{{ if .path }}# a{{ end }}{{ end }}",
    ).replace("    extensions:", "    hubs: {a: {url: a}, b: {url: b, path: c}}\n    extensions:"),
    "in a branch that no node takes": template("{{ if false }}{{ if .config.foo }}# a{{ end }}{{ end }}"),
  },
  unfixed: {
    "a key like no other": template("{{ if .config.foo }}# a{{ end }}"),
    "a key that a variable gives": template('{{ $k := "nodegroup" }}{{ if index .config $k }}# a{{ end }}'),
  },
  fixes: {
    "the known key": {
      title: /\.config\.node_group/,
      before: template(
        '{{ if eq .config.nodegroup "web" }}# a{{ end }}',
        '{{ if eq .config.nodegroup "db" }}# b{{ end }}',
      ),
      after: template(
        '{{ if eq .config.node_group "web" }}# a{{ end }}',
        '{{ if eq .config.node_group "db" }}# b{{ end }}',
      ),
    },
    "another case": {
      title: /is_master/,
      before: template("{{ if $.config.isMaster }}# a{{ end }}"),
      after: template("{{ if $.config.is_master }}# a{{ end }}"),
    },
    "in quotes": {
      title: /node_group/,
      before: template("{{ if index .config `nodegroup` }}# a{{ end }}"),
      after: template("{{ if index .config `node_group` }}# a{{ end }}"),
    },
    "relative to a with": {
      title: /cluster\.name/,
      before: template("{{ with .config.cluster }}{{ with .nme }}# {{ . }}{{ end }}{{ end }}"),
      after: template("{{ with .config.cluster }}{{ with .name }}# {{ . }}{{ end }}{{ end }}"),
    },
    "a key of another map": {
      title: /\.config\.cluster\.name/,
      before: template("{{ if .config.clusterName }}# a{{ end }}"),
      after: template("{{ if .config.cluster.name }}# a{{ end }}"),
    },
    "a name in the wrong place": {
      title: /podCIDR/,
      before: template("{{ with .config.cluster }}{{ if .pod_cidr }}# a{{ end }}{{ end }}"),
      after: template(
        "{{ with .config.cluster }}{{ if $.config.cluster.network.podCIDR }}# a{{ end }}{{ end }}",
      ),
    },
    ".config within a with": {
      title: /\.config/,
      before: template("{{ with .config.cluster }}{{ if .config.is_master }}# a{{ end }}{{ end }}"),
      after: template("{{ with .config.cluster }}{{ if $.config.is_master }}# a{{ end }}{{ end }}"),
    },
    ".config that was forgotten": {
      title: /\.config\.is_master/,
      before: template("{{ if .is_master }}# a{{ end }}"),
      after: template("{{ if .config.is_master }}# a{{ end }}"),
    },
  },
});

describeRule("template/config-key", {
  settings: { templateFunctions: "sprig", extraConfig: { zone: "a" } },
  fires: {
    hasKey: template('{{ if hasKey .config «"nodegroup"» }}# a{{ end }}'),
    get: template('# {{ get .config «"nodegroup"» }}'),
    dig: template('# {{ dig "cluster" «"nme"» "none" .config }}'),
    default: template('# {{ «.config.nodegroup» | default "a" }}'),
    "a template that changes a map": template(
      '{{ $_ := set .config.cluster "x" 1 }}{{ if «.config.nodegroup» }}{{ end }}',
    ),
  },
  silent: { "an extra value": template("{{ if .config.zone }}# a{{ end }}") },
});

describe("template/config-key", () => {
  it.each([
    [
      '{{ if eq .config.nodegroup "web" }}{{ end }}',
      "warning",
      ".config.nodegroup is not known to exist, .config.node_group is (seen in agent 1.8): the preview takes the else branch.",
    ],
    [
      "{{ if not .config.foo }}{{ end }}",
      "info",
      ".config.foo is not known to exist: the preview takes the if branch.",
    ],
    [
      "{{ range .config.foo }}{{ end }}",
      "info",
      ".config.foo is not known to exist: the preview takes the else branch.",
    ],
    ["{{ $x := .config.foo }}", "info", ".config.foo is not known to exist: the preview has no value there."],
  ])("says of %s what the preview does", (content, severity, message) => {
    const found = diagnosticsOf(template(content), "template/config-key");
    expect(found.map((each) => [each.severity, each.message])).toEqual([[severity, message]]);
  });

  it("leaves nothing to say behind", () => {
    const before = ofGroups('{{ if eq .config.nodegroup "web" }}a{{ end }}');
    const after = fixed(before, "template/config-key", /node_group/);
    expect(analyze(after).diagnostics.filter(({ code }) => code.startsWith("template/config"))).toEqual([]);
    expect(written(after)).toEqual(["", "a", "", ""]);
  });

  it("mends what writes <no value>, too", () => {
    expect(fixed(ofGroups("{{ .config.nodegroup }}"), "template/no-value", /node_group/)).toBe(
      ofGroups("{{ .config.node_group }}"),
    );
  });
});

describeRule("template/config-assumed", {
  fires: {
    "the masters' addresses": template("{{ range «.config.master_address_ips» }}# {{ . }}{{ end }}"),
    "a node's name": template("# {{ «$.config.node_name» }}"),
    "by index": template('# {{ index .config «"node_name"» }}'),
  },
  silent: {
    "an address that Kublr documents": template("# {{ .config.node_address_ip }}"),
    "a key of the user's own": template("# {{ .config.node_name }}").replace(
      "    extensions:",
      "    node_name: a\n    extensions:",
    ),
    "a key of that name elsewhere": template("# {{ .config.site.node_name }}").replace(
      "    extensions:",
      "    site: {node_name: a}\n    extensions:",
    ),
  },
});

describeRule("template/config-assumed", {
  settings: { extraConfig: { node_name: "a" } },
  fires: { "another one": template("{{ range «.config.master_address_ips» }}# {{ . }}{{ end }}") },
  silent: { "what the user has set": template("# {{ .config.node_name }}") },
});
