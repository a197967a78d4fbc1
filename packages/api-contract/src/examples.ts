/** Requests that show what each route is for. The API's tests send every one of them. */

const mirror = (address: string) => `server = "https://quay.io"

[host."${address}"]
  capabilities = ["pull", "resolve"]
  dial_timeout = "200ms"
`;

const specWith = (address: string) => `kind: Cluster
metadata:
  name: staging
spec:
  kublrAgentConfig:
    cluster:
      addon:
        spegel:
          enabled: true
    extensions:
      quay-mirror:
        path: templates/root_dir/etc/containerd/certs.d/quay.io/hosts.toml
        content: |
${mirror(address).replace(/^(?=.)/gm, "          ")}`;

const spec = specWith("https://mirror.example.com");

export const previewExamples = [
  { spec },
  { spec, settings: { containerdVersion: "2.1.9", spegelVersion: "0.7.4" } },
  { spec, imported: specWith("https://old-mirror.example.com") },
];

export const pullPathExamples = [
  { spec, role: "master", phase: "bootstrap" as const, image: "quay.io/prometheus/node-exporter:v1.8.2" },
  {
    spec,
    role: "master",
    phase: "running" as const,
    image: "nginx",
    conditions: { upstreamDown: true, imageOnNoNode: true },
  },
];

const ADDON = ["spec", "kublrAgentConfig", "cluster", "addon", "spegel"];

export const editsExamples = [
  { spec, edits: [{ path: [...ADDON, "enabled"], value: false }] },
  {
    spec,
    edits: [{ path: ["spec", "kublrAgentConfig", "extensions", "quay-mirror"], remove: true as const }],
  },
];

export const renderExamples = [
  {
    template: 'server = "https://{{ .config.registry }}"\n',
    data: { config: { registry: "quay.io" } },
  },
  {
    template: "{{ range .nodes }}{{ . | upper }} {{ end }}",
    data: { nodes: ["a", "b"] },
    functions: "sprig" as const,
  },
];

export const inspectExamples = [
  {
    files: { "quay.io/hosts.toml": mirror("https://mirror.example.com") },
    image: "quay.io/prometheus/node-exporter:v1.8.2",
    containerdVersion: "2.3.4",
  },
];

export const shareExamples = [
  { spec, title: "Before the move to the new mirror", expiresIn: "7d" as const },
  { spec, settings: { spegelVersion: "0.7.4" } },
];

export const problemExamples = [
  {
    type: "urn:lookinglass:problem:invalid-request",
    title: "The request is not as the API expects it",
    status: 400,
    detail: "sepc: unknown field",
    errors: [{ path: "sepc", message: "unknown field" }],
  },
];
