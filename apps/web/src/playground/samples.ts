/** A template that shows what people write most, in keys that a Kublr agent is known to have, and data that fits it. */
export const SAMPLE_TEMPLATE = `{{- /* This node's Spegel, then the registry itself; the masters ask no Service. */ -}}
server = "https://quay.io"

[host."http://{{ .config.node_address_ip }}:30020"]
capabilities = ["pull", "resolve"]
{{- if not .config.is_master }}

# For {{ .config.node_group }} in {{ .config.cluster.name }}
[host."http://{{ .config.node_address_ip }}:30021"]
capabilities = ["pull", "resolve"]
{{- end }}
`;

export const SAMPLE_DATA = `config:
  node_address_ip: 10.0.1.11
  is_master: false
  node_group: default
  cluster:
    name: prod
`;
