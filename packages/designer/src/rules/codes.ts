import type { FindingCode } from "@lookinglass/containerd";

/** The closed catalogue of diagnostic codes. */
export type RuleCode = SpecCode | AgentCode | SpegelCode | TemplateCode | HostsCode;

type SpecCode =
  | "spec/syntax"
  | "spec/no-cluster"
  | "spec/many-clusters"
  | "spec/secret-document"
  | "spec/type"
  | "spec/yaml11-boolean"
  | "spec/duplicate-key"
  | "spec/unknown-key"
  | "spec/null-dropped"
  | "spec/helm-values-string"
  | "spec/helm-values-invalid";

type AgentCode = "agent/too-old" | "agent/version-unknown";

type SpegelCode =
  | "spegel/mirror-add-overwrites"
  | "spegel/backup-only-once"
  | "spegel/prepend-partial"
  | "spegel/prepend-duplicate"
  | "spegel/auth-leak"
  | "spegel/ipv6-node"
  | "spegel/partial-disable"
  | "spegel/runtime"
  | "spegel/values-ignored"
  | "spegel/value-misplaced"
  | "spegel/value-unknown"
  | "spegel/value-type"
  | "spegel/filter-invalid"
  | "spegel/filter-never-matches"
  | "spegel/filter-loose"
  | "spegel/filter-everything"
  | "spegel/registry-url"
  | "spegel/port-changed"
  | "spegel/config-path"
  | "spegel/resolve-tags";

type TemplateCode =
  | "template/path-unknown"
  | "template/path-collision"
  | "template/parse"
  | "template/exec"
  | "template/no-value"
  | "template/unknown-function"
  | "template/empty";

/** One for each fact that containerd's lint knows, plus one that concerns Spegel too. */
type HostsCode = `hosts/${FindingCode}` | "hosts/shadows-default";
