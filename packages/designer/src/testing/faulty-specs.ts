import fc from "fast-check";
import { CERTS_D } from "./specs.js";

/** Lines of a hosts.toml with a fault for which there is a fix. */
const FAULTY_FILES: readonly (readonly string[])[] = [
  ["[host.'https://m.example'] # cache"],
  ["[host.'m.example']", "capabilities = ['pull']"],
  ["[host.m]"],
  ["[host.'httpd.example:5000']"],
  ["server = 'https://m.example/hub' # proxy", "[host.'https://n.example']"],
  ["[host.'https://m.example/v2/hub'] # keep"],
  ["[host.'https://m.example']", "server = 'https://s.example' # ours"],
  ["server = 'https://t.example'", "[host.'https://m.example']", "server = 'https://s.example' # ours"],
  ["server = 'https://index.docker.io' # hub", "[host.'https://m.example']"],
  ["[host.'https://m.example']", "skipVerify = true # lab"],
  ["[hosts.'https://m.example'] # x"],
  ["host = { 'https://m' = { capabilities = ['pull'] } }"],
  ["host.'https://m'.skip_verify = true", "# why", "host.'https://m'.override_path = true # so"],
  ["[Host.'https://m.example'] # caps", "skip_verify = true"],
  ["[host.'https://m.example']", "[host.n]", "[host.'https://m.example'.header]", "x-team = 'a' # note"],
  ["[host.'https://m.example']", "# one", "[host.'https://m.example']", "# two", "skip_verify = true"],
  ["{{ range .config.master_address_ips -}}", "[host.'http://{{ . }}:30020']", "{{ end -}}"],
  [
    "[host.'http://{{ .config.node_address_ip }}:30020']",
    "{{ range .config.master_address_ips }}",
    "[host.'http://{{ . }}:30020'] # master",
    "{{ end }}",
  ],
  ["server = 'https://s.example'"],
  ["# nothing"],
];

type Lines = readonly string[];

const OTHER = ["[host.'https://other.example']", "dial_timeout = '1s'"];
const ON_A = '{{ if eq .config.site "a" -}}';

/** What a template can put around lines; the cluster's site is a, a group's is b. */
const TEMPLATES: readonly ((lines: Lines) => Lines)[] = [
  (lines) => lines,
  (lines) => ['{{ if eq .config.site "a" }}', ...lines, "{{ end }}"],
  (lines) => ['{{- if eq .config.site "a" }}', ...lines, "{{- end }}"],
  (lines) => [ON_A, ...lines, "{{ else -}}", ...OTHER, "{{ end -}}"],
  (lines) => [
    ON_A,
    "[host.'https://a.example']",
    "{{ else -}}",
    "[host.'https://b.example']",
    "{{ end -}}",
    ...lines,
  ],
  (lines) => ["# top", ON_A, ...lines.slice(0, 1), "{{ else -}}", ...OTHER, "{{ end -}}", ...lines.slice(1)],
  (lines) => [...lines, ON_A, ...OTHER, "{{ end }}"],
  (lines) => ['{{ define "x" }}', ...lines, '{{ end }}{{ template "x" . }}'],
  (lines) => [
    '{{ define "x" -}}',
    ...lines,
    `{{ end -}}{{ if eq .config.site "a" }}{{ template "x" . }}{{ else }}{{ template "x" . }}`,
    "skip_verify = true",
    "{{ end }}",
  ],
  (lines) => ["{{ with .config.site }}", ...rooted(lines), "{{ end }}"],
  (lines) => ["{{ range .config.sites -}}", ...rooted(lines).map(named("{{ . }}")), "{{ end -}}"],
  (lines) => lines.map(named("{{ .config.site }}")),
  (lines) => lines.map((line) => `  ${line} {{/* note */}}`),
];

function rooted(lines: Lines): Lines {
  return lines.map((line) => line.replaceAll(".config", "$.config"));
}

function named(action: string) {
  return (line: string) => line.replaceAll("m.example", `${action}.example`);
}

/** The ways to write a text in YAML, after `content:` that is indented so. */
const STYLES: readonly ((lines: Lines, indent: string) => string)[] = [
  (lines, indent) => `|\n${lines.map((line) => `${indent}  ${line}\n`).join("")}`,
  (lines, indent) => `>-\n${lines.map((line) => `${indent}  ${line.trim()}\n`).join("\n")}`,
  (lines) => `${JSON.stringify(lines.join("\n"))} # why\n`,
  (lines) => `${JSON.stringify(`${lines.join("\r\n")}\r\n`)}\n`,
];

const entry = (indent: string, target: string, content: string) =>
  `${indent}hub:\n${indent}  path: ${CERTS_D}/${target} # here\n${indent}  content: ${content}`;

const HEAD = "metadata: {name: c}\nspec:\n  kublrAgentConfig:\n    site: a\n    sites: [x, y]\n";
const FAR = "{site: b, sites: [z]}";

interface Written {
  readonly target: string;
  readonly content: (indent: string) => string;
}

/** Where an extension stands: for all, for one group, shared by an alias, for two files. */
const PLACES: readonly ((written: Written) => string)[] = [
  ({ target, content }) =>
    `kind: Cluster\n${HEAD}    extensions:\n${entry("      ", target, content("        "))}  master: {minNodes: 3}\n  nodes:\n    - {name: far, kublrAgentConfig: ${FAR}}\n    - name: near # same\n`,
  ({ target, content }) =>
    `kind: Secret\nmetadata: {name: s}\n--- # cluster\nkind: Cluster\n${HEAD}    extensions:\n${entry("      ", target, "'# none'\n")}  nodes:\n    - name: far\n      kublrAgentConfig:\n        site: b\n        extensions:\n          hub:\n            content: ${content("            ")}    - name: near\n`,
  ({ target, content }) =>
    `kind: Cluster\n${HEAD}    cluster: {addon: {spegel: {helm_values: {spegel: {containerdMirrorAdd: false}}}}}\n  nodes:\n    - name: far\n      kublrAgentConfig: &shared\n        site: b\n        extensions:\n${entry("          ", target, content("            "))}    - name: near\n      kublrAgentConfig: *shared\n`,
  ({ target, content }) =>
    `kind: Cluster\n${HEAD}    cluster: {addon: {spegel: {helm_values: {spegel: {prependExisting: true}}}}}\n    extensions:\n${entry("      ", target, content("        "))}  nodes:\n    - {name: far, kublrAgentConfig: {site: b, sites: [z], extensions: {hub: {path: ${CERTS_D}/quay.io/hosts.toml}}}}\n    - {name: near, kublrAgentConfig: {extensions: {zz: {path: ${CERTS_D}/docker.io/hosts.toml, content: "# mine\\n"}}}}\n`,
];

const TARGETS = [
  "docker.io/hosts.toml",
  "_default/hosts.toml",
  "index.docker.io/hosts.toml",
  "Quay.io/hosts.toml",
];

/** Specs in which a template that several groups may share yields a file with a fault. */
export const faultyTemplates: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...FAULTY_FILES),
    fc.constantFrom(...TEMPLATES),
    fc.constantFrom(...STYLES),
    fc.constantFrom(...PLACES),
    fc.constantFrom(...TARGETS),
  )
  .map(([lines, template, style, place, target]) =>
    place({ target, content: (indent) => style(template(lines), indent) }),
  );

/** helm_values, a map or a string, with a fault for which there is a fix. */
const FAULTY_VALUES: readonly string[] = [
  "\n            registryFilters: ['^docker.io/'] # top\n            spegel:\n              # keep\n              logLevel: INFO # level\n",
  "\n            spegel:\n              registryFilters: # list\n                - docker.io # a\n                # b\n                - 'https://x.io/.*'\n                - '^quay\\\\\\\\.io/'\n",
  " {spegel: {registryFilters: ['.*'], mirroredRegistries: [docker.io, 'https://quay.io/x']}}\n",
  "\n            spegel:\n              registryFilters: &f\n              - docker.io\n            other: *f\n",
  " |\n            # head\n            spegel:\n              registryFilters: ['docker.io'] # a\n              prependExisting: yes # on\n              containerdRegistryConfigPath: /etc/x\n",
  ' "spegel:\\n  registryFilters: [docker.io]\\n  prependExisting: yes\\n"\n',
  " >-\n            spegel:\n\n              registryFilters: ['docker.io']\n\n              logLevel: 5\n",
  " |\n            spegel: {registryFilters: &f ['docker.io'], logLevell: INFO}\n            registryFilters: *f\n",
  " |\n            spegel:\n              mirroredRegistries: [https://docker.io]\n",
  "\n            spegel:\n              prependExisting: 'true' # on\n              containerdMirrorAdd: yes\n              resolveTags: off\n              mirrorResolveRetries: '3'\n",
  "\n            spegel:\n              prependexisting: true # a\n              registries: [https://docker.io]\n              appendMirrors: true\n",
  "\n            # above\n            resources: null # x\n            spegel:\n              logLevel: null\n            # end\n",
  "\n            spegel: {logLevel: null, registryFilters: *docker}\n",
];

/** Levels at which they stand, beside other settings of Spegel. */
const LEVELS: readonly ((values: string) => string)[] = [
  (values) =>
    `    extensions: {a: {path: ${CERTS_D}/quay.io/hosts.toml, content: "[host.'https://m.example']\\n"}}\n    cluster:\n      addon:\n        spegel:\n          helm_values:${values}  nodes: [{name: far}]\n`,
  (values) =>
    `    cluster: {addon: {spegel: {helm_values: {spegel: {prependExisting: true}}}}}\n  master:\n    kublrAgentConfig:\n    # m\n      cluster:\n        addon:\n         spegel:\n          helm_values:${values}  nodes: [{name: far}]\n`,
  (values) =>
    `    cluster:\n      addon:\n        spegel:\n          enabled: true\n          helm_values:${values}  nodes:\n    - {name: far, kublrAgentConfig: {cluster: {addon: {spegel: {enabled: false}}}}}\n    - name: near\n      kublrAgentConfig: {cluster: {addon: {spegel: {enabled: 'false', registryFilters: [a]}}}} # note\n`,
  (values) =>
    `    spegel: {enabled: false} # stray\n    cluster:\n      addon:\n        spegel:\n          enabled: no\n          logLevel: DEBUG # outside\n          helm_values:${values}  nodes:\n    - {name: far, kublrAgentConfig: {cluster: {addon: {spegel: {enabled: on}}}}}\n`,
];

/** Specs with faults in Spegel's settings, with either kind of line break. */
export const faultySettings: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...FAULTY_VALUES), fc.constantFrom(...LEVELS), fc.constantFrom("\n", "\r\n"))
  .map(([values, level, lineBreak]) =>
    `kind: Cluster\nmetadata: {name: c, labels: &docker [docker.io]}\nspec:\n  kublrAgentConfig:\n${level(values)}`.replaceAll(
      "\n",
      lineBreak,
    ),
  );
