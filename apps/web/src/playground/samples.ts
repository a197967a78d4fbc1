/** A template that shows what people write most, and data that fits it. */
export const SAMPLE_TEMPLATE = `{{- /* This node's Spegel, the masters', then the registry itself. */ -}}
server = "https://quay.io"

[host."http://{{ .config.node_address_ip }}:30020"]
capabilities = ["pull", "resolve"]
{{- range .config.master_address_ips }}
{{- if ne . $.config.node_address_ip }}

[host."http://{{ . }}:30020"]
capabilities = ["pull", "resolve"]
{{- end }}
{{- end }}
`;

export const SAMPLE_DATA = `config:
  node_address_ip: 10.0.1.11
  master_address_ips: [10.0.0.11, 10.0.0.12]
`;
