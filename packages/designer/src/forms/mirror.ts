import { readsHostsField } from "@lookinglass/containerd";
import { isApiRoot } from "./mirror-url.js";

/** One `[host."…"]` table of a hosts.toml template, as the form shows it; null: the key is not written. */
export interface Mirror {
  /** As written, template actions included: "http://{{.config.node_address_ip}}:30020". */
  readonly url: string;
  readonly capabilities: readonly string[] | null;
  /** A Go duration: "200ms". */
  readonly dialTimeout: string | null;
  readonly overridePath: boolean | null;
  readonly skipVerify: boolean | null;
  /** Paths of CA certificates on the node. */
  readonly ca: readonly string[] | null;
  readonly client: readonly ClientCertificate[] | null;
  readonly headers: readonly MirrorHeader[] | null;
}

/** The node's own certificate for a mirror: paths on the node. */
export interface ClientCertificate {
  readonly certificate: string;
  /** null: the key is in the certificate's file. */
  readonly key: string | null;
}

/** A header that every request to the mirror carries. */
export interface MirrorHeader {
  readonly name: string;
  readonly values: readonly string[];
}

/** The fields of a mirror that stand in its table, and the key of each in hosts.toml. */
export const MIRROR_KEYS = {
  capabilities: "capabilities",
  dialTimeout: "dial_timeout",
  overridePath: "override_path",
  skipVerify: "skip_verify",
  ca: "ca",
  client: "client",
  headers: "header",
} as const;

export type MirrorField = keyof typeof MIRROR_KEYS;

/** A template's content as the form can show it, or why it can only be edited as text. */
export type HostsContent =
  | {
      readonly form: "structured";
      /** As written; null: the image's own registry is asked last. */
      readonly server: string | null;
      /** The template writes `server` in a way that the form cannot change. */
      readonly serverKept: boolean;
      /** Lines above the mirrors that the form keeps as they are, and that are no comments. */
      readonly kept: readonly string[];
      /** In the order in which containerd tries them. */
      readonly entries: readonly HostsEntry[];
    }
  | { readonly form: "raw"; readonly reason: string };

/** What stands in the list of mirrors. */
export type HostsEntry =
  | {
      readonly kind: "mirror";
      readonly mirror: Mirror;
      /** Fields that the template writes in a way that the form cannot change. */
      readonly keptFields: readonly MirrorField[];
      /** Lines of its table that the form keeps as they are. */
      readonly kept: readonly string[];
    }
  | {
      /** masters: Spegel of every master; block: anything else that the form keeps as it is. */
      readonly kind: "masters" | "block";
      readonly text: string;
    };

/** One change of a structured hosts.toml; indexes are of its entries. */
export type MirrorChange =
  | { readonly kind: "add-mirror"; readonly mirror: Mirror }
  | { readonly kind: "add-spegel"; readonly on: "node" | "masters" }
  | { readonly kind: "remove-entry"; readonly index: number }
  | { readonly kind: "move-entry"; readonly from: number; readonly to: number }
  | { readonly kind: "set-mirror"; readonly index: number; readonly set: Partial<Mirror> }
  /** null: no `server`. */
  | { readonly kind: "set-server"; readonly server: string | null };

/** A mirror as it begins: with what most need, whatever it is; what a release reads of it is {@link writtenFor}. */
export const NEW_MIRROR = {
  url: "",
  capabilities: ["pull", "resolve"],
  dialTimeout: "200ms",
  overridePath: null,
  skipVerify: null,
  ca: null,
  client: null,
  headers: null,
} as const satisfies Mirror;

/** The node's own Spegel, by the port of its pod; written as Kublr's page writes it. */
export const SPEGEL_ON_NODE = {
  ...NEW_MIRROR,
  url: "http://{{.config.node_address_ip}}:30020",
} as const satisfies Mirror;

/** Any Spegel of the cluster, by the port of its Service on the node. */
export const SPEGEL_SERVICE: Mirror = { ...NEW_MIRROR, url: "http://{{.config.node_address_ip}}:30021" };

/**
 * Spegel of every master, but of a master's own, which {@link SPEGEL_ON_NODE} is: the same table twice would void the
 * file. What Kublr's built-in template yields; `.config.master_address_ips` is an assumption (docs/model.md).
 */
export const SPEGEL_ON_MASTERS = `{{ range .config.master_address_ips }}{{ if ne . $.config.node_address_ip }}
[host.'http://{{ . }}:30020']
capabilities = ['pull', 'resolve']
dial_timeout = '200ms'
{{ end }}{{ end }}`;

/**
 * A new mirror as it is written for a containerd release: without a field that the release ignores, and with
 * override_path where its URL is the root of an API, as a project of Harbor is.
 */
export function writtenFor(mirror: Mirror, containerdVersion: string): Mirror {
  return {
    ...mirror,
    dialTimeout: readsHostsField("dial_timeout", containerdVersion) ? mirror.dialTimeout : null,
    overridePath: mirror.overridePath ?? (isApiRoot(mirror.url) ? true : null),
  };
}

/** {@link SPEGEL_ON_MASTERS} as it is written for a containerd release. */
export function spegelOnMasters(containerdVersion: string): string {
  const { dialTimeout } = writtenFor(SPEGEL_ON_NODE, containerdVersion);
  return dialTimeout === null ? SPEGEL_ON_MASTERS.replace(/^dial_timeout = .*\n/m, "") : SPEGEL_ON_MASTERS;
}

/** Does a part of a template list the Spegel of every master? */
export function isSpegelOnMasters(text: string): boolean {
  const compact = text.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, "{{$1}}");
  const tables = compact.match(/^\s*\[.*\]/gm) ?? [];
  const loops = /\{\{range (?:\$\w+\s*:=\s*|\$\w+,\s*\$\w+\s*:=\s*)?\$?\.config\.\w*master\w*\}\}/.test(
    compact,
  );
  return (
    loops &&
    tables.length === 1 &&
    /^\s*\[host\.['"]http:\/\/\{\{(?:\.|\$\w+)\}\}:3002[01]['"]\]/.test(tables[0] ?? "")
  );
}
