import type { FieldName } from "../hosts-file/fields.js";
import type { TextRange } from "../toml/types.js";

/** What a finding stands at and what it says; the wording is the caller's. `host` is the name as written. */
interface Facts {
  /** The TOML parser refuses the text: containerd goes on without any mirror. */
  toml: { message: string };
  /** Valid TOML that containerd refuses, with the same effect. */
  rejected: { message: string; host: string | null; field: string };
  /**
   * A key or table that nothing reads. `unknown`: no release reads it, `near` is what may have been meant;
   * `release`: only this release does not, `since` names those that do.
   */
  "ignored-key": {
    host: string | null;
    key: string;
    reason: "unknown" | "release";
    near: string | null;
    since: readonly string[];
  };
  /** A host that is decoded but never tried. */
  "invisible-host": {
    host: string;
    form: "inline-table" | "dotted-key" | "letter-case" | "array-table" | "empty-name";
    /** Every `host` of its that is spelt with capitals, quotes included. */
    capitals: readonly TextRange[];
  };
  /** The same host table again: containerd ignores the whole file. */
  "duplicate-host": { host: string; first: TextRange };
  /** A mirror that may not serve pulls, or one that may be pushed to. */
  "no-capability": { host: string; problem: "no-pull" | "push"; capabilities: readonly string[] };
  url: {
    host: string;
    /** Of several colons the last one is taken for the port's: `ipv6-port`, or `ipv6-no-address` if no address is left. */
    problem:
      | "no-scheme"
      | "path-without-override"
      | "http-with-tls"
      | "unparsable"
      | "no-host"
      | "ipv6-port"
      | "ipv6-no-address";
    /** What containerd makes of it: its error, the URL that it asks, or the address in brackets and its port. */
    outcome: string;
  };
  /** override_path on a path without /v2: no registry's API is there. `host` is null at the root, `name` the URL. */
  "override-path": { host: string | null; name: string; path: string };
  /**
   * A key at the root of the file, which no host gets. `no-effect`: without `server` containerd replaces it;
   * `server-only`: it counts for the last one asked alone, and `hosts` go without.
   */
  "root-key": {
    key: FieldName;
    problem: "no-effect" | "server-only";
    /** The server as written; null: the image's own registry. */
    server: string | null;
    hosts: readonly string[];
  };
  /** `negative`: no connection is ever made; `too-short`: hardly one to another machine. */
  "dial-timeout": { host: string | null; timeout: string; problem: "negative" | "too-short" };
  /** `server` below a `[host]` table: it belongs to that table and is lost. */
  "server-misplaced": { host: string; server: string };
  /** A table of the host away from its first one: containerd tries the host once more there. */
  "host-repeated": { host: string; first: TextRange };
  /** No host table: containerd 1.6 and 1.7.0 to 1.7.31 refuse such a file. */
  "server-only": { refused: boolean };
  /** A name that starts with "http" is taken for a URL with a scheme. */
  "no-scheme-http-prefix": { host: string; outcome: string };
  /** How long an unreachable mirror holds up each connection. */
  "slow-fallback": {
    host: string;
    reason: "no-dial-timeout" | "no-limit" | "release-ignores-it";
    seconds: number;
  };
  /** `appended`: /v2 is added to the mirror's path; `default`: one path for the images of all registries. */
  "path-mirror": { host: string; problem: "appended" | "default"; path: string; apiRoot: string };
  /** A secret in the file: the name of the header, or the user of a URL whose password follows; empty where none does. */
  secret: { host: string | null; what: "header" | "url-password" | "url-user"; name: string };
  /** A certificate file that must be on the node: pulls fail without it. */
  "cert-missing": { host: string | null; field: "ca" | "client"; file: string };
  /** `server` is not the registry of the directory, which is then never asked. */
  "server-no-fallback": { server: string; registry: string | null };
  /** A name of Docker Hub that does not work here. */
  dockerhub: { where: "directory" | "server"; name: string; expected: string };
  "plain-http": { host: string; address: string };
  "skip-verify": { host: string | null };
}

export type FindingCode = keyof Facts;

export type Finding<Code extends FindingCode> = { code: Code; range: TextRange } & Facts[Code];

/** Something to know about a hosts.toml, at UTF-16 offsets of its text. */
export type HostsFinding = { [Code in FindingCode]: Finding<Code> }[FindingCode];
