import { type HostFieldName, type ReleaseFact, readsHostsField, releaseFacts } from "@lookinglass/containerd";
import { SPEGEL_ON_NODE, SPEGEL_SERVICE } from "../forms/mirror.js";
import { article, sentence } from "./markdown.js";

/** A key of hosts.toml. */
export interface HostsField {
  readonly key: string;
  /** What it does. */
  readonly docs: string;
  /** Where it may stand: above all tables, in `[host."…"]` tables, or both. */
  readonly in: "root" | "host" | "both";
  /** What a new one begins as. */
  readonly example: string;
  /** Values to choose from: as text in quotes, or bare. */
  readonly choices: readonly string[];
  readonly quoted: boolean;
}

/**
 * Source: containerd docs/hosts.md and core/remotes/docker/config/hosts.go; the releases come from releaseFacts. A field
 * that packages/containerd reads and that has no row here does not compile.
 */
const FIELDS: Readonly<Record<HostFieldName | "server", Omit<HostsField, "key">>> = {
  server: {
    docs:
      "The registry that is asked after all hosts. Without it that is the image's own registry; with it, the image's own " +
      "registry is never asked. It has to stand above the first table.",
    in: "root",
    example: "''",
    choices: [],
    quoted: true,
  },
  capabilities: {
    docs:
      "What the host is asked for: `pull` (and a digest), `resolve` (a tag, with `pull`), `push`. One unknown word, and containerd " +
      "ignores the whole file.",
    in: "both",
    example: "['pull', 'resolve']",
    choices: ["pull", "resolve", "push", "referrers"],
    quoted: true,
  },
  dial_timeout: {
    docs: "How long to wait for a connection before the next host is tried, as `200ms` or `2s`.",
    in: "both",
    example: "'200ms'",
    choices: ["200ms", "1s", "5s"],
    quoted: true,
  },
  override_path: {
    docs: "`true`: the URL's path is used as it is, and no `/v2` is appended. Harbor, Artifactory and Nexus need it.",
    in: "both",
    example: "true",
    choices: ["true", "false"],
    quoted: false,
  },
  skip_verify: {
    docs: "`true`: the host's certificate is not checked.",
    in: "both",
    example: "true",
    choices: ["true", "false"],
    quoted: false,
  },
  ca: {
    docs: "Certificates of the authority that signed the host's certificate: a path on the node, or a list of them.",
    in: "both",
    example: "''",
    choices: [],
    quoted: true,
  },
  client: {
    docs: "The node's own certificate for the host: a path, or a list of pairs of certificate and key.",
    in: "both",
    example: "[['', '']]",
    choices: [],
    quoted: true,
  },
  header: {
    docs: "Headers that every request to the host carries, by name. A secret in them stands in a file on every node.",
    in: "both",
    example: "{ }",
    choices: [],
    quoted: true,
  },
};

export const hostsFields: readonly HostsField[] = Object.entries(FIELDS).map(([key, field]) => ({
  key,
  ...field,
}));

/** What is known of a key of hosts.toml, with the containerd releases that read it, in markdown. */
export function describeHostsField(field: HostsField): string {
  const facts: readonly ReleaseFact[] = releaseFacts;
  const fact = facts.find((each) => each.field === field.key);
  const where = { root: "above all tables", host: "in host tables", both: "in host tables and above them" }[
    field.in
  ];
  return article(
    field.key,
    where,
    field.docs,
    fact ? releasesOf(fact) : null,
    fact?.note ? sentence(fact.note) : null,
  );
}

function releasesOf({ since, backports, before }: ReleaseFact): string {
  if (since === null) return "Read by every release of containerd from 1.6 on.";
  const earlier = backports?.length ? ` (and in ${backports.join(", ")} and later of its line)` : "";
  return `Read by containerd from ${since} on${earlier}.${before ? ` Before: ${before}.` : ""}`;
}

/** This node's Spegel, as templates name it. */
export const SPEGEL_URL = SPEGEL_ON_NODE.url;

/** Hosts worth starting a table with. */
export const hostUrls: readonly { readonly url: string; readonly about: string }[] = [
  { url: SPEGEL_ON_NODE.url, about: "this node's Spegel" },
  { url: SPEGEL_SERVICE.url, about: "a Spegel of the cluster, by the node port" },
  { url: "https://mirror.example", about: "a mirror of your own" },
];

/** The lines of a host's table, as a release of containerd reads them. */
export function hostTable(url: string, containerdVersion: string): string[] {
  const timeout = readsHostsField("dial_timeout", containerdVersion) ? ["dial_timeout = '200ms'"] : [];
  return [`[host.'${url}']`, "capabilities = ['pull', 'resolve']", ...timeout];
}
