/**
 * What containerd releases do differently with image references and certs.d: one row for each fact.
 * A fact holds from `since` on (from `backports` on within older release lines), up to `until`,
 * which is excluded; without `since` it holds in every release from 1.6.
 */
export interface ReleaseFact {
  /** A field of hosts.toml, or a behaviour. */
  field: string;
  since: string | null;
  backports?: readonly string[];
  until?: string;
  /** What releases without it do. */
  before?: string;
  note?: string;
}

/** The newest release of each line that the facts below were checked with. */
export const containerdReleases = {
  default: "2.3.4",
  newest: {
    "1.6": "1.6.39",
    "1.7": "1.7.34",
    "2.0": "2.0.11",
    "2.1": "2.1.9",
    "2.2": "2.2.7",
    "2.3": "2.3.4",
  },
} as const;

export const releaseFacts = [
  { field: "server", since: null, note: "present in every release from 1.6" },
  {
    field: "capabilities",
    since: null,
    note: "values pull, resolve, push in every release from 1.6; case-insensitive; none or an empty list means all",
  },
  {
    field: "capabilities: referrers",
    since: "2.2.0",
    before: "the whole file is refused (unknown capability) and silently ignored",
    note: "part of 'all' from 2.2.0 on",
  },
  {
    field: "ca",
    since: null,
    note: "string or list of strings; relative to the directory of hosts.toml; a missing or unreadable file fails the pull instead of being skipped",
  },
  {
    field: "client",
    since: null,
    note: "string, list of strings, or list of [cert, key]; a missing file fails the pull",
  },
  {
    field: "skip_verify",
    since: null,
    note: "boolean; on an http host it also makes containerd try https first (see 'https first')",
  },
  { field: "header", since: null, note: "string or list of strings per name; names are sent as written" },
  {
    field: "header on token requests",
    since: "2.1.0",
    before: "header is sent to the registry only, not to its token server",
  },
  {
    field: "override_path",
    since: "1.6.0",
    before: "ignored silently: /v2 is appended to the path",
  },
  {
    field: "dial_timeout",
    since: "2.1.0",
    backports: ["2.0.7"],
    before: "ignored silently, whatever its value; connections time out after 30 s",
    note: "a Go duration string; a bad value voids the file",
  },
  {
    field: "dial_timeout counts as a TLS setting",
    since: "2.0.7",
    until: "2.1.0",
    note: "2.0.7 and later 2.0 releases only: an http host with dial_timeout (all of Spegel's) is tried over https first and repeated over http after a TLS error",
  },
  {
    field: "https first",
    since: "2.0.0",
    backports: ["1.6.25", "1.7.7"],
    before: "plain http, TLS settings unused",
    note: "an http host with ca, client or skip_verify (even false) whose port is not 80 is tried over https and repeated over http after a TLS error",
  },
  { field: "https first on every port", since: "1.7.7", until: "1.7.8", note: "port 80 included" },
  {
    field: "https first without a port",
    since: "2.0.0",
    backports: ["1.7.24"],
    before: "an http host without a port stays http",
    note: "1.6 never got it",
  },
  {
    field: "localhost defaults by port",
    since: "2.0.0",
    backports: ["1.6.25", "1.7.8"],
    before: "a localhost registry without server is always plain http",
    note: "no port or 443: https without verification; 80: http; any other port: https without verification first, then http",
  },
  {
    field: "file without any [host.*] table",
    since: "2.0.0",
    backports: ["1.7.32"],
    before:
      "refused (invalid `host` tree) and silently ignored: a lone server line, a comment or root level keys have no effect",
    note: "every 1.6 release refuses it",
  },
  {
    field: "TOML parser",
    since: "2.0.0",
    before:
      "go-toml 1.x: hosts written as inline tables or dotted keys are used, a host is never listed twice, escapes in quoted names are not decoded, a ']' in a quoted table name is a syntax error (so IPv6 mirrors cannot be written as tables)",
    note: "go-toml 2.x: only [host.*] table headers are seen, in file order; a header table away from its host lists the host twice; field names match without regard to case; a byte order mark is a syntax error",
  },
  {
    field: "leap second in TOML is a syntax error",
    since: "2.3.0",
    before: "a time that ends in :60 is accepted",
    note: "go-toml 2.3",
  },
  {
    field: "host with unbracketed IPv6 or several colons",
    since: "2.3.0",
    before:
      "accepted: what follows the last colon is the port, and connections go to what stands before it, which fails unless that is an IPv6 address",
    note: "refused since the URL parser of Go 1.26; voids the file",
  },
  {
    field: "log line names the file",
    since: "2.0.0",
    before: "the log line does not say which hosts.toml failed",
  },
  {
    field: "5xx on the last host",
    since: "2.1.0",
    before: "never repeated",
    note: "500, 503 and 504 are repeated once, only on the last host of the list",
  },
  {
    field: "transport errors on the last host",
    since: "2.3.2",
    before: "never repeated",
    note: "connections that are cut and TLS handshakes that time out, up to 5 attempts, only on the last host; a connection that times out (dial_timeout) is not repeated, nor is a request whose answer does not come in 30 s",
  },
  {
    field: "408 and 429 on every host",
    since: null,
    note: "repeated at once on the same host, 6 requests in all, before the next host is asked",
  },
  {
    field: "5 attempts at most",
    since: "2.3.2",
    before: "6 requests to one host, after 408 and 429",
    note: "repeats of any kind counted together",
  },
  {
    field: "GET after a 405 to HEAD",
    since: null,
    note: "of a manifest, on the same host; what it answers counts",
  },
  {
    field: "GET after a 403 to HEAD",
    since: "2.3.3",
    backports: ["2.0.12"],
    before: "next host at once",
    note: "one more request to the same host, only for the error text; 2.0.12 is not out yet, its release branch has it",
  },
  {
    field: "/blobs/ only after 404",
    since: "2.3.0",
    backports: ["2.0.11", "2.1.10", "2.2.6"],
    before:
      "a digest that no host resolves as a manifest is asked from every host as a blob, whatever they answered",
    note: "once a host has answered a manifest with another error than 404, no host is asked for a blob; 2.1.10 is not out yet, its release branch has it",
  },
  {
    field: "fetch ignores capabilities",
    since: null,
    note: "in every release the manifest by digest and the blobs are asked from all hosts of the file as long as one has pull; capabilities only decide who resolves tags (pull and resolve) and digests (pull)",
  },
  {
    field: "CRI config_path default",
    since: "2.2.0",
    before: "empty: certs.d is not used until config_path is set",
    note: "/etc/containerd/certs.d:/etc/docker/certs.d on Linux when neither config_path nor mirrors is set",
  },
  {
    field: "CRI pulls through the transfer service",
    since: "2.1.0",
    before: "pulled in the CRI plugin",
    note: "default unless use_local_image_pull is true or a setting forces it (mirrors, configs, auths, max_concurrent_downloads other than 3, and others). On this path config_path is taken as one directory name: a colon separated list, the built-in default of 2.2 and later included, matches nothing and no hosts.toml is used. A single directory in config_path, or use_local_image_pull = true, avoids it",
  },
  {
    field: "CRI config section",
    since: "2.0.0",
    before: 'config.toml version 2: plugins."io.containerd.grpc.v1.cri".registry.config_path',
    note: 'version 3 (2.0 to 2.2) or 4 (2.3): plugins."io.containerd.cri.v1.images".registry.config_path; version 2 files are still migrated',
  },
] as const satisfies readonly ReleaseFact[];

export type FactName = (typeof releaseFacts)[number]["field"];
