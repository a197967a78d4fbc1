import { describeRule } from "../../testing/describe-rule.js";
import { example } from "../../testing/marked-spec.js";

const CERTS_D = "templates/root_dir/etc/containerd/certs.d";
const withPath = (path: string) =>
  `kind: Cluster\nspec:\n  kublrAgentConfig:\n    extensions:\n      a:\n        path: ${path}\n        content: '# none'\n`;

describeRule("template/path-unknown", {
  fires: {
    _default_: withPath(`'«»${CERTS_D}/_default_/hosts.toml'`).replace("'«»", "«'").replace(/'\n/, "'»\n"),
    "no directory": withPath(`«${CERTS_D}/hosts.toml»`),
    "a scheme": withPath(`«${CERTS_D}/https://quay.io/hosts.toml»`),
    "a path of the registry": withPath(`«${CERTS_D}/quay.io/team/hosts.toml»`),
    "another file name": withPath(`«${CERTS_D}/quay.io/host.toml»`),
  },
  silent: {
    "the default directory": withPath(`${CERTS_D}/_default/hosts.toml`),
    "a registry with a port, both spellings": withPath(`${CERTS_D}/reg.corp.example:5000/hosts.toml`),
    "port with underscores": withPath(`${CERTS_D}/reg.corp.example_5000_/hosts.toml`),
    "a certificate beside hosts.toml": withPath(`${CERTS_D}/quay.io/ca.crt`),
    "a file elsewhere": withPath("templates/root_dir/etc/motd"),
  },
  fixes: {
    _default_: {
      title: /_default\/hosts\.toml/,
      before: example("07-hosts-override-go-template.yaml"),
      after: example("07-hosts-override-go-template.yaml").replace("_default_", "_default"),
    },
  },
});

const withContent = (...lines: string[]) =>
  `kind: Cluster\nspec:\n  kublrAgentConfig:\n    extensions:\n      a:\n        path: ${CERTS_D}/_default/hosts.toml\n        content: |\n${lines.map((line) => `          ${line}\n`).join("")}`;

describeRule("template/parse", {
  fires: {
    "a field without a name": withContent("# ok", "[host.'{{ .config«. }}»']"),
    "a range that is not ended": `${withContent("{{ range .config.master_address_ips }}", "# {{ . }}")}«»`,
  },
  silent: { "a correct template": example("12-air-gapped-internal-mirror.yaml") },
});

describeRule("template/exec", {
  fires: { "a field of a string": withContent("# ok", "[host.'http://{{ .config«.node_address_ip.x }}»']") },
  silent: { "a missing key": withContent("# {{ .config.nothing }}") },
});

describeRule("template/no-value", {
  fires: { "a missing key": withContent("# {{ .config.node_address_ip }} «{{ .config.zone }}»") },
  silent: {
    "a key that the node has": withContent("# {{ .config.node_address_ip }}"),
    "a guarded key": withContent("{{ with .config.zone }}# {{ . }}{{ end }}"),
  },
});

describeRule("hosts/toml", {
  fires: {
    "a table header that is not closed": withContent(
      "# ok",
      "[«host.'https://a.example'»",
      "capabilities = ['pull']",
    ),
    "below an action": withContent("{{ range .config.master_address_ips }}# {{ . }}", "{{ end }}x = «»"),
  },
  silent: {
    "comments only": withContent("# no mirrors"),
    "a correct file": example("12-air-gapped-internal-mirror.yaml"),
  },
});
