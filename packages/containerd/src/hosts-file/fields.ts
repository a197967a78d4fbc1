import type { GoValue } from "../go/value.js";

/** The fields of one host, or of the root, as containerd decodes them; null is "not given". */
export interface HostFields {
  capabilities: string[] | null;
  ca: GoValue | null;
  client: GoValue | null;
  skipVerify: boolean | null;
  header: Map<string, GoValue> | null;
  overridePath: boolean;
  dialTimeout: string;
}

/** A hosts.toml as containerd holds it after decoding, before its own checks. */
export interface HostsFile {
  server: string;
  root: HostFields;
  /** Every host that was decoded, seen or not. */
  hosts: Map<string, HostFields>;
  /** The hosts that containerd sees, in the order it tries them; a name may appear twice. */
  order: string[];
}

export function emptyFields(): HostFields {
  return {
    capabilities: null,
    ca: null,
    client: null,
    skipVerify: null,
    header: null,
    overridePath: false,
    dialTimeout: "",
  };
}

/** What a field's TOML value becomes in Go. */
export type FieldType = "string" | "bool" | "strings" | "any" | "map";

export type FieldName =
  | "capabilities"
  | "ca"
  | "client"
  | "skip_verify"
  | "header"
  | "override_path"
  | "dial_timeout";

export interface FieldSpec {
  type: FieldType;
  /** Go's name and type of the struct field, for error texts. */
  goName: string;
  goType: string;
}

/**
 * containerd core/remotes/docker/config hostFileConfig. A new field of containerd is a new row, and one in releases.ts
 * that says since when: an older release passes over it without a word.
 */
export const FIELDS: Readonly<Record<FieldName, FieldSpec>> = {
  capabilities: { type: "strings", goName: "Capabilities", goType: "[]string" },
  ca: { type: "any", goName: "CACert", goType: "interface {}" },
  client: { type: "any", goName: "Client", goType: "interface {}" },
  skip_verify: { type: "bool", goName: "SkipVerify", goType: "*bool" },
  header: { type: "map", goName: "Header", goType: "map[string]interface {}" },
  override_path: { type: "bool", goName: "OverridePath", goType: "bool" },
  dial_timeout: { type: "string", goName: "DialTimeout", goType: "string" },
};

/** Why containerd ignores a hosts.toml. */
export interface HostsFileFault {
  kind: "toml-syntax" | "toml-type" | "containerd";
  /** The error text of containerd, or of its TOML parser. */
  message: string;
  /** Where in the text, when it is known. */
  range: { start: number; end: number } | null;
}
