/** The shapes that {@link analyze} and {@link pullPath} return: plain, serialisable data (see docs/model.md). */

/** A place in the parsed spec: keys of maps and indexes of lists, from the root of the Cluster document. */
export type SpecPath = readonly (string | number)[];

/** 1-based line and column (in UTF-16 units, as editors count). */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Half-open: `end` is the position after the last character. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export type ContainerRuntime = "containerd" | "cri-o" | "other";

/**
 * What the preview assumes where the cluster spec does not say. Every field is optional; the defaults and their
 * sources are listed in docs/model.md.
 */
export interface Settings {
  /** Kublr agent version, e.g. "1.31.4". Default: read from the spec, else "1.32". */
  readonly agentVersion?: string | undefined;
  /** containerd release, e.g. "1.7" or "2.1.9". Default "1.7". */
  readonly containerdVersion?: string | undefined;
  /** Spegel Helm chart release, e.g. "0.4.0". Default "0.4.0". */
  readonly spegelVersion?: string | undefined;
  /** Container runtime by role id. Default "containerd" for every role. */
  readonly runtimes?: Readonly<Record<string, ContainerRuntime>> | undefined;
  /** Node addresses (IPv4 or IPv6, unbracketed) by role id; the first is the node whose files are shown. */
  readonly nodeAddresses?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Extra values for templates, merged over `.config`. */
  readonly extraConfig?: Readonly<Record<string, unknown>> | undefined;
  /** Functions that templates may call: Go's builtins, or Sprig's too. Default "go". */
  readonly templateFunctions?: "go" | "sprig" | undefined;
}

/** The settings in force, with where each came from. */
export interface ResolvedSettings {
  readonly agentVersion: string;
  readonly containerdVersion: string;
  readonly spegelVersion: string;
  readonly templateFunctions: "go" | "sprig";
  readonly from: {
    readonly agentVersion: "settings" | "spec" | "default";
    readonly containerdVersion: "settings" | "default";
    readonly spegelVersion: "settings" | "default";
    readonly templateFunctions: "settings" | "default";
  };
}

export interface SampleNode {
  readonly name: string;
  /** IPv4 or IPv6 address, unbracketed. */
  readonly address: string;
}

/** Where a value in force comes from. */
export interface ValueOrigin {
  readonly kind: "cluster" | "group" | "default" | "runtime" | "agent-version";
  /** Place of the value in the spec, when it is written there. */
  readonly path?: SpecPath;
}

export interface RoleSpegel {
  /** Does the Kublr agent of this role's nodes integrate with Spegel (and so write mirrors)? */
  readonly integrationEnabled: boolean;
  /** Is the Spegel Helm chart deployed in the cluster? One release per cluster: the masters decide. */
  readonly chartDeployed: boolean;
  /** Does Spegel rewrite certs.d on this role's nodes when it starts (containerdMirrorAdd)? */
  readonly mirrorAdd: boolean;
  readonly from: {
    readonly integrationEnabled: ValueOrigin;
    readonly chartDeployed: ValueOrigin;
    readonly mirrorAdd: ValueOrigin;
  };
}

/**
 * bootstrap: what the Kublr agent writes; running: after Spegel's first start; agent-rerun: the agent has written its
 * files once more, and Spegel has started again.
 */
export type PhaseId = "bootstrap" | "running" | "agent-rerun";

export interface FileOrigin {
  /** kublr: built-in template (a reconstruction); extension: the user's template; spegel: written by the chart. */
  readonly kind: "kublr" | "extension" | "spegel";
  /** Key of the extension in kublrAgentConfig.extensions. */
  readonly key?: string;
  /** Place of the extension in the spec. */
  readonly path?: SpecPath;
}

export interface NodeFile {
  /** Relative to /etc/containerd/certs.d, e.g. "_default/hosts.toml" or "_backup/_default/hosts.toml". */
  readonly path: string;
  readonly content: string;
  /**
   * backup: moved aside by Spegel, containerd no longer reads it; deleted: removed by Spegel without a copy;
   * not-generated: its template is empty or fails.
   */
  readonly state: "active" | "backup" | "deleted" | "not-generated";
  readonly origin: FileOrigin;
  /** For a backup: the path it had, and who took its place. For Spegel's own file: the path it took over. */
  readonly replaced?: { readonly path: string; readonly by: "spegel" };
}

export interface Phase {
  readonly id: PhaseId;
  readonly files: readonly NodeFile[];
  /** Why the phase could not be computed to its end (Spegel's init container fails, ...). */
  readonly failure?: string;
}

export interface Role {
  /** "master" or "nodes/<name or index>". */
  readonly id: string;
  readonly kind: "master" | "worker";
  readonly title: string;
  /** The spec names no such group; shown because every cluster has one. */
  readonly assumed: boolean;
  readonly nodeCount: { readonly min: number | null; readonly max: number | null };
  readonly runtime: ContainerRuntime;
  /** The files shown are those of the first one. */
  readonly sampleNodes: readonly SampleNode[];
  readonly spegel: RoleSpegel;
  readonly phases: readonly Phase[];
}

export type Severity = "error" | "warning" | "info";

/** One change of the spec's data; `editSpec` of packages/cluster-spec turns it into text edits. */
export type SpecEdit =
  | { readonly path: SpecPath; readonly value: unknown }
  /** The empty path removes a whole document: the previewed one, or another by its index in the text. */
  | { readonly path: SpecPath; readonly remove: true; readonly document?: number }
  | { readonly path: SpecPath; readonly rename: string }
  /** Its comments go with it; `move` is a path after the removal. */
  | { readonly path: SpecPath; readonly move: SpecPath }
  /** Blanks, or nothing, for odd white space and refused characters in a range of the text; the path is empty. */
  | { readonly path: SpecPath; readonly blanks: { readonly start: number; readonly end: number } };

export interface Fix {
  /** Unique within one analysis and stable for the same text; what POST /api/v1/edits takes. */
  readonly id: string;
  /** What it does, as a command: "Set containerdMirrorAdd to false". */
  readonly title: string;
  readonly edits: readonly SpecEdit[];
  /** Settings to lay over those in force; such a fix edits nothing. */
  readonly assume?: { readonly runtimes: Readonly<Record<string, ContainerRuntime>> };
}

/** One of several places at which the same holds. What it does not say is as its diagnostic says. */
export interface DiagnosticPlace {
  /** In the spec text. */
  readonly range: TextRange;
  readonly path: SpecPath;
  readonly roles?: readonly string[];
  readonly message?: string;
  readonly fixes?: readonly Fix[];
}

export interface Diagnostic {
  /** From the closed catalog of docs/rules.md, e.g. "spegel/mirror-add-overwrites". */
  readonly code: string;
  readonly severity: Severity;
  /** What will happen on the nodes, in plain words; at most 300 characters. */
  readonly message: string;
  /** Why, and what to do. */
  readonly explanation: string;
  /** In the spec text. */
  readonly range: TextRange;
  readonly path: SpecPath;
  /** Ids of the roles it concerns; absent when it is not about particular roles. */
  readonly roles?: readonly string[];
  /** What the message counts or names in part, in full: files, hosts, keys. At most 1,000. */
  readonly items?: readonly string[];
  /** Where it holds, when that is at several places; `range`, `path` and `fixes` are those of the first. */
  readonly places?: readonly DiagnosticPlace[];
  /** How many places there are besides those listed. */
  readonly morePlaces?: number;
  readonly docs?: string;
  readonly fixes: readonly Fix[];
}

/** The one Spegel release of the cluster, as the masters' effective config sets it. */
export interface SpegelChart {
  readonly deployed: boolean;
  readonly version: string;
  /** Does it write certs.d when it starts (`spegel.containerdMirrorAdd`)? */
  readonly mirrorAdd: boolean;
  /** Where it writes; only /etc/containerd/certs.d is what containerd reads here. */
  readonly configPath: string;
  readonly mirroredRegistries: readonly string[];
  readonly registryFilters: readonly string[];
  readonly resolveTags: boolean;
  /** False: the tag `latest` is never served (releases up to 0.5.1). */
  readonly resolveLatestTag: boolean;
  readonly prependExisting: boolean;
  /** As printed into the addresses; null where the chart opens no host port. */
  readonly hostPort: string | null;
  readonly nodePort: string;
  /** Why Helm does not render the chart or Spegel does not start; empty when all is well. */
  readonly problems: readonly string[];
}

/** What every node gets by a spec. */
export interface SpecPreview {
  readonly cluster: {
    readonly name: string | null;
    readonly agentVersion: string;
    /** Index of the previewed document in the text; null when there is none. */
    readonly document: number | null;
    /** cluster: a `kind: Cluster` document; fragment: a bare `spec:`. */
    readonly form: "cluster" | "fragment" | "none";
  };
  readonly settings: ResolvedSettings;
  readonly spegel: SpegelChart;
  readonly roles: readonly Role[];
}

/** The preview, and what is wrong or surprising in the spec. */
export interface Analysis extends SpecPreview {
  /** Sorted by place in the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Conditions of a pull; all false or empty by default. */
export interface PullConditions {
  readonly upstreamDown?: boolean | undefined;
  readonly spegelNotReady?: boolean | undefined;
  readonly imageOnNoNode?: boolean | undefined;
  readonly mastersDown?: boolean | undefined;
  /** Mirrors that do not answer, as written in hosts.toml or as host[:port]. */
  readonly mirrorDown?: readonly string[] | undefined;
}

export interface PullStep {
  /** Scheme and authority of the endpoint, e.g. "http://10.0.0.11:30020". */
  readonly endpoint: string;
  /** The URL asked; `{digest}` stands for a digest that is known only when the tag has been resolved. */
  readonly url: string;
  /** resolve: from the tag to a digest; pull: the manifest and blobs of that digest. */
  readonly operation: "resolve" | "pull";
  /** A blob is the image's config or a layer; each is asked for in the same way. */
  readonly object: "manifest" | "blob";
  readonly source: "mirror" | "spegel-local" | "spegel-peer" | "upstream";
  readonly outcome: "tried" | "skipped" | "answers" | "not-found" | "unreachable";
  readonly why: string;
  /** Lost before containerd goes on, where the endpoint does not answer; for every connection. */
  readonly seconds: number;
}

export interface PullPath {
  readonly image: {
    readonly registry: string;
    readonly repository: string;
    readonly tag: string | null;
    readonly digest: string | null;
  };
  /** Directory of certs.d that containerd reads for the registry; null: none, straight to the registry. */
  readonly directory: string | null;
  /** What containerd does with the directory's file, where it cannot use it: in words. */
  readonly fileFault: string | null;
  /** The requests in order; an endpoint that is passed over is listed as skipped. */
  readonly steps: readonly PullStep[];
  /** Sum of the steps' seconds. */
  readonly secondsLost: number;
  readonly succeeds: boolean;
  /** Endpoint that served the image; null when the pull fails. */
  readonly servedBy: string | null;
}

/** Why a pull path cannot be told. */
export interface PullPathRefusal {
  readonly error: { readonly field: "role" | "phase" | "image"; readonly message: string };
}
