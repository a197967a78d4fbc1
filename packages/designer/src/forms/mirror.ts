/** One `[host."…"]` table of a hosts.toml template, as the form shows it; null: the key is not written. */
export interface Mirror {
  /** As written, template actions included: "http://{{.config.node_address_ip}}:30020". */
  readonly url: string;
  readonly capabilities: readonly string[] | null;
  /** A Go duration: "200ms". */
  readonly dialTimeout: string | null;
  readonly overridePath: boolean | null;
  readonly skipVerify: boolean | null;
  /** Path of a CA certificate on the node. */
  readonly ca: string | null;
}

/** The fields of a mirror that stand in its table, and the key of each in hosts.toml. */
export const MIRROR_KEYS = {
  capabilities: "capabilities",
  dialTimeout: "dial_timeout",
  overridePath: "override_path",
  skipVerify: "skip_verify",
  ca: "ca",
} as const;

export type MirrorField = keyof typeof MIRROR_KEYS;

/** A template's content as the form can show it, or why it can only be edited as text. */
export type HostsContent =
  | { readonly form: "structured"; readonly server: string | null; readonly mirrors: readonly Mirror[] }
  | { readonly form: "raw"; readonly reason: string };

/** One change of a structured hosts.toml. */
export type MirrorChange =
  | { readonly kind: "add-mirror"; readonly mirror: Mirror }
  | { readonly kind: "remove-mirror"; readonly index: number }
  | { readonly kind: "move-mirror"; readonly from: number; readonly to: number }
  | {
      readonly kind: "set-mirror";
      readonly index: number;
      readonly set: Partial<Mirror>;
    };

function spegelMirror(port: number): Mirror {
  return {
    url: `http://{{.config.node_address_ip}}:${port}`,
    capabilities: ["pull", "resolve"],
    dialTimeout: "200ms",
    overridePath: null,
    skipVerify: null,
    ca: null,
  };
}

/** The node's own Spegel, by the port of its pod; written as Kublr's page writes it. */
export const SPEGEL_ON_NODE: Mirror = spegelMirror(30020);

/** Any Spegel of the cluster, by the port of its Service on the node. */
export const SPEGEL_SERVICE: Mirror = spegelMirror(30021);
