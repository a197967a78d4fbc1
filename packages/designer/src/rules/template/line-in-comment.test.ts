import { describeRule } from "../../testing/describe-rule.js";
import { hostsFile, MIRROR } from "../../testing/specs.js";

const file = (...lines: string[]) => hostsFile("docker.io/hosts.toml", ...lines);
const [HOST = "", CAPABILITIES = ""] = MIRROR;
const USES = ["capabilities = ['pull']", "[host.'https://b.example']"];

describeRule("template/line-in-comment", {
  fires: {
    "an action alone between a comment and a table": file(
      "# mirrors",
      "{{- $ip := 1 -}}",
      `«${HOST}»`,
      CAPABILITIES,
    ),
    "an action within the comment": file(
      "server = 'https://a.example' # for {{ .config.node_name -}}",
      `«${HOST}»`,
      CAPABILITIES,
    ),
    "a key": file("# of {{ .config.node_name -}}", "«server = 'https://a.example'»", HOST, CAPABILITIES),
    "a quoted key in dots": file("# {{ 1 -}}", "«host.'https://a.example'.capabilities = ['pull']»"),
    "a loop": file(
      "# masters",
      "{{- range .config.master_address_ips -}}",
      "«[host.'http://{{ . }}:30020']»",
      CAPABILITIES,
      "{{- end }}",
    ),
    "the end of a block": file("# a", "{{ if true -}}", "# b", "{{- end -}}", `«${HOST}»`, CAPABILITIES),
    "a marker before the line": file("# mirrors", `{{- if true }}«${HOST}»`, CAPABILITIES, "{{ end }}"),
    "a comment of the template": file("# mirrors {{- /* of this cluster */ -}}", `«${HOST}»`, CAPABILITIES),
    "a line that an action begins": file(
      "# {{ 1 -}}",
      "«{{ `server` }} = 'https://a.example'»",
      HOST,
      CAPABILITIES,
    ),
    "the end of a loop": file(
      "{{ range $i, $h := .config.master_address_ips -}}",
      "[host.'http://a{{ $i }}.example']",
      "capabilities = ['pull'] # each",
      "{{- end -}}",
      `«${HOST}»`,
      CAPABILITIES,
    ),
  },
  silent: {
    "line breaks that stay": file("# mirrors", "{{- $ip := 1 }}", HOST, CAPABILITIES),
    "a line that is a comment itself": file("# mirrors {{ 1 -}}", `# ${HOST}`, ...MIRROR),
    words: file("# mirrors {{ 1 -}}", "of this cluster", ...MIRROR),
    "TOML on the comment's own line": file(
      "# {{ range .config.master_address_ips }}a = '{{ . }}' {{ end }}",
      ...MIRROR,
    ),
    "what another template writes": file("{{ define `n` }}a = 1{{ end }}# {{ template `n` }}", ...MIRROR),
    "a # in quotes": file("server = 'https://a.example/#' {{- 1 | printf `%.0d` -}}", "", ...MIRROR),
    "no comment": file("server = 'https://a.example'", "{{- if true }}", HOST, "{{- end }}", CAPABILITIES),
  },
  fixes: {
    "the marker behind the action goes": {
      title: /trim marker/,
      before: file("# mirrors", "{{- $ip := 1 -}}", HOST, ...USES),
      after: file("# mirrors", "{{- $ip := 1 }}", HOST, ...USES),
    },
    "the marker before the action goes": {
      title: /trim marker/,
      before: file("# mirrors", `{{- if true }}${HOST}`, CAPABILITIES, "{{ end }}"),
      after: file("# mirrors", `{{ if true }}${HOST}`, CAPABILITIES, "{{ end }}"),
    },
    "in a loop": {
      title: /trim marker/,
      before: file(
        "# masters",
        "{{- range .config.master_address_ips -}}",
        "[host.'http://{{ . }}:30020']",
        CAPABILITIES,
        "{{ end }}",
      ),
      after: file(
        "# masters",
        "{{- range .config.master_address_ips }}",
        "[host.'http://{{ . }}:30020']",
        CAPABILITIES,
        "{{ end }}",
      ),
    },
  },
});

describeRule("template/line-in-comment", {
  settings: { nodeAddresses: { master: ["10.0.0.11", "10.0.0.12"] } },
  fires: {
    "the second round of a loop": file(
      "{{ range .config.master_address_ips -}}",
      "«[host.'http://{{ . }}']»",
      "capabilities = ['pull'] # each",
      "{{- end }}",
    ),
  },
  silent: {
    "a loop that keeps its line breaks": file(
      "{{ range .config.master_address_ips -}}",
      "[host.'http://{{ . }}']",
      "capabilities = ['pull'] # each",
      "{{ end }}",
    ),
  },
});

describeRule("template/no-mirrors", {
  fires: {
    "a condition that no node meets": file(
      "{{ if .config.nothing }}",
      `«[host.'https://m.example']»`,
      CAPABILITIES,
      "{{ end }}",
    ),
    "a loop over nothing beside a server": file(
      "server = 'https://docker.io'",
      "{{ range .config.nothing }}",
      "«[host.'https://{{ . }}']»",
      "{{ end }}",
    ),
    "nothing at all": file("«{{ if .config.nothing }}»", "server = 'https://a.example'", "{{ end }}"),
  },
  silent: {
    "a mirror": file("{{ if .config.node_name }}", ...MIRROR, "{{ end }}"),
    "comments alone, of which template/empty speaks": file("# none"),
    "a server alone": file("server = 'https://a.example'"),
    "a table in a comment": file("# [host.'https://m.example']", "server = 'https://a.example'"),
    "a table in a comment, as another rule says": file("# {{ 1 -}}", ...MIRROR),
    "a template that fails": file("{{ fail }}", ...MIRROR),
  },
});
