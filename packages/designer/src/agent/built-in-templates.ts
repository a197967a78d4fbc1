/** Folder of the agent's templates whose files land in /etc/containerd/certs.d on the node. */
export const CERTS_D_TEMPLATES = "templates/root_dir/etc/containerd/certs.d/";

/** The file of the agent's built-in template, relative to certs.d. */
export const DEFAULT_HOSTS_FILE = "_default/hosts.toml";

/**
 * The agent's template for `_default/hosts.toml`.
 *
 * A reconstruction: the agent is closed source. Kublr's page says what it yields: the current node and then the
 * master nodes, port 30020, or an empty file where Spegel is disabled. The spelling of the entries is that of the
 * page's examples. A master does not list itself twice. How the agent's own text gets the masters' addresses nobody has
 * published: ours has them beside `.config`, where no other template sees them.
 */
export const DEFAULT_HOSTS_TEMPLATE = `{{- if .config.cluster.addon.spegel.enabled -}}
[host.'http://{{ .config.node_address_ip }}:30020']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'
{{- range .masters }}{{ if ne . $.config.node_address_ip }}

[host.'http://{{ . }}:30020']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'
{{- end }}{{ end }}
{{ end -}}
`;
