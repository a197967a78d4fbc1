/** JSON as values.yaml holds it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type ChartValueType = "string" | "integer" | "boolean" | "object" | "array<string>" | "array<object>";

/** One leaf of the chart's values.yaml through all releases. */
export interface CatalogRow {
  readonly path: string;
  readonly type: ChartValueType;
  /** Release to default: each holds from that release on. The first release is the one that the value came with. */
  readonly defaults: Readonly<Record<string, JsonValue>>;
  /** Last release that lists the value; absent while it is still there. */
  readonly until?: string;
  readonly renamedTo?: string;
  readonly renamedFrom?: string;
  /** Releases that list the value and whose templates do not read it. */
  readonly unusedByTemplates?: { readonly from: string; readonly until: string };
  readonly note?: string;
}

/**
 * The Spegel Helm chart's values (charts/spegel/values.yaml and templates at every tag). Maps that users fill
 * freely, such as labels, are one row. A new release changes a row only where the chart did: a further default,
 * an `until`, a new row.
 */
export const catalog: readonly CatalogRow[] = [
  {
    path: "image.repository",
    type: "string",
    defaults: { "0.0.3": "ghcr.io/xenitab/spegel", "0.0.19": "ghcr.io/spegel-org/spegel" },
  },
  { path: "image.pullPolicy", type: "string", defaults: { "0.0.3": "IfNotPresent" } },
  { path: "image.tag", type: "string", defaults: { "0.0.3": "" } },
  { path: "imagePullSecrets", type: "array<object>", defaults: { "0.0.3": [] } },
  { path: "nameOverride", type: "string", defaults: { "0.0.3": "" } },
  { path: "fullnameOverride", type: "string", defaults: { "0.0.3": "" } },
  { path: "serviceAccount.annotations", type: "object", defaults: { "0.0.3": {} } },
  { path: "serviceAccount.name", type: "string", defaults: { "0.0.3": "" } },
  { path: "podAnnotations", type: "object", defaults: { "0.0.3": {} } },
  { path: "podSecurityContext", type: "object", defaults: { "0.0.3": {} } },
  {
    path: "securityContext",
    type: "object",
    defaults: { "0.0.3": {}, "0.3.0": { readOnlyRootFilesystem: true } },
  },
  { path: "service.registry.port", type: "integer", defaults: { "0.0.3": 5000 } },
  {
    path: "service.registry.hostPort",
    type: "integer",
    defaults: { "0.0.3": 30020 },
    note: "first mirror address on every node",
  },
  {
    path: "service.registry.nodePort",
    type: "integer",
    defaults: { "0.0.3": 30021 },
    note: "second mirror address on every node",
  },
  { path: "service.router.port", type: "integer", defaults: { "0.0.3": 5001 } },
  { path: "service.metrics.port", type: "integer", defaults: { "0.0.3": 9090 } },
  {
    path: "resources",
    type: "object",
    defaults: { "0.0.3": {}, "0.1.0": { requests: { memory: "128Mi" }, limits: { memory: "128Mi" } } },
  },
  {
    path: "nodeSelector",
    type: "object",
    defaults: { "0.0.3": {}, "0.0.7": { "kubernetes.io/os": "linux" } },
  },
  {
    path: "tolerations",
    type: "array<object>",
    defaults: {
      "0.0.3": [{ operator: "Exists", effect: "NoSchedule" }],
      "0.0.7": [
        { key: "CriticalAddonsOnly", operator: "Exists" },
        { effect: "NoExecute", operator: "Exists" },
        { effect: "NoSchedule", operator: "Exists" },
      ],
    },
  },
  { path: "affinity", type: "object", defaults: { "0.0.3": {} } },
  { path: "serviceMonitor.enabled", type: "boolean", defaults: { "0.0.3": false } },
  {
    path: "spegel.registries",
    type: "array<string>",
    defaults: {
      "0.0.3": [
        "https://docker.io",
        "https://ghcr.io",
        "https://quay.io",
        "https://mcr.microsoft.com",
        "https://public.ecr.aws",
      ],
      "0.0.5": [
        "https://docker.io",
        "https://ghcr.io",
        "https://quay.io",
        "https://mcr.microsoft.com",
        "https://public.ecr.aws",
        "https://gcr.io",
        "https://registry.k8s.io",
        "https://k8s.gcr.io",
      ],
      "0.0.12": [
        "https://docker.io",
        "https://ghcr.io",
        "https://quay.io",
        "https://mcr.microsoft.com",
        "https://public.ecr.aws",
        "https://gcr.io",
        "https://registry.k8s.io",
        "https://k8s.gcr.io",
        "https://lscr.io",
      ],
      "0.0.19": [
        "https://cgr.dev",
        "https://docker.io",
        "https://ghcr.io",
        "https://quay.io",
        "https://mcr.microsoft.com",
        "https://public.ecr.aws",
        "https://gcr.io",
        "https://registry.k8s.io",
        "https://k8s.gcr.io",
        "https://lscr.io",
      ],
    },
    until: "0.0.30",
    renamedTo: "spegel.mirroredRegistries",
    note: "required by the program: an empty list makes the init container fail",
  },
  {
    path: "spegel.extraMirrorRegistries",
    type: "array<string>",
    defaults: { "0.0.3": [] },
    until: "0.0.16",
    renamedTo: "spegel.additionalMirrorRegistries",
    unusedByTemplates: { from: "0.0.3", until: "0.0.16" },
    note: "had no effect: the template read additionalMirrorRegistries, which values.yaml did not list",
  },
  {
    path: "spegel.imageFilter",
    type: "string",
    defaults: { "0.0.3": "" },
    until: "0.0.7",
    note: "expression for images to advertise",
  },
  { path: "spegel.containerdSock", type: "string", defaults: { "0.0.3": "/run/containerd/containerd.sock" } },
  { path: "spegel.containerdNamespace", type: "string", defaults: { "0.0.3": "k8s.io" } },
  {
    path: "spegel.containerdRegistryConfigPath",
    type: "string",
    defaults: { "0.0.3": "/etc/containerd/certs.d" },
    note: "directory that is backed up, cleared and written",
  },
  {
    path: "spegel.containerdMirrorAdd",
    type: "boolean",
    defaults: { "0.0.3": true },
    note: "false: no hosts.toml is written at all",
  },
  {
    path: "spegel.containerdMirrorRemove",
    type: "boolean",
    defaults: { "0.0.3": false },
    until: "0.0.5",
    note: "true: files of the listed registries are removed when the pod stops",
  },
  { path: "spegel.kubeconfigPath", type: "string", defaults: { "0.0.3": "" }, until: "0.0.28" },
  { path: "service.registry.topologyAwareHintsEnabled", type: "boolean", defaults: { "0.0.4": true } },
  {
    path: "priorityClassName",
    type: "string",
    defaults: { "0.0.5": "system-node-critical" },
    unusedByTemplates: { from: "0.0.5", until: "0.0.5" },
  },
  { path: "spegel.mirrorResolveRetries", type: "integer", defaults: { "0.0.8": 3 } },
  { path: "spegel.mirrorResolveTimeout", type: "string", defaults: { "0.0.8": "5s", "0.0.23": "20ms" } },
  { path: "image.digest", type: "string", defaults: { "0.0.9": "" } },
  { path: "namespaceOverride", type: "string", defaults: { "0.0.10": "" } },
  {
    path: "spegel.resolveLatestTag",
    type: "boolean",
    defaults: { "0.0.10": true },
    until: "0.5.1",
    note: "applied when answering, not written to hosts.toml",
  },
  {
    path: "spegel.resolveTags",
    type: "boolean",
    defaults: { "0.0.11": true },
    note: "false leaves resolve out of the capabilities",
  },
  { path: "serviceMonitor.interval", type: "string", defaults: { "0.0.13": "60s" } },
  { path: "serviceMonitor.scrapeTimeout", type: "string", defaults: { "0.0.13": "30s" } },
  { path: "serviceMonitor.labels", type: "object", defaults: { "0.0.13": {} } },
  { path: "updateStrategy", type: "object", defaults: { "0.0.17": {} } },
  {
    path: "spegel.additionalMirrorRegistries",
    type: "array<string>",
    defaults: { "0.0.17": [] },
    until: "0.0.30",
    renamedTo: "spegel.additionalMirrorTargets",
    renamedFrom: "spegel.extraMirrorRegistries",
    note: "read by the template from 0.0.3 on, listed in values.yaml from 0.0.17 on",
  },
  { path: "spegel.blobSpeed", type: "string", defaults: { "0.0.19": "" }, until: "0.0.25" },
  {
    path: "spegel.appendMirrors",
    type: "boolean",
    defaults: { "0.0.21": false },
    until: "0.0.30",
    renamedTo: "spegel.prependExisting",
    note: "true: the hosts of a file that was there stay, after Spegel's; up to 0.0.25 all are sorted by name; 0.0.26 keeps them anyway",
  },
  { path: "spegel.logLevel", type: "string", defaults: { "0.0.22": "INFO" } },
  {
    path: "spegel.containerdContentPath",
    type: "string",
    defaults: { "0.0.22": "/var/lib/containerd/io.containerd.content.v1.content" },
  },
  { path: "grafanaDashboard.enabled", type: "boolean", defaults: { "0.0.23": false } },
  {
    path: "grafanaDashboard.sidecarLabel",
    type: "string",
    defaults: { "0.0.23": "grafana_dashboard" },
    until: "0.4.0",
    note: "replaced by grafanaDashboard.labels",
  },
  {
    path: "grafanaDashboard.sidecarLabelValue",
    type: "string",
    defaults: { "0.0.23": "1" },
    until: "0.4.0",
    note: "replaced by grafanaDashboard.labels",
  },
  { path: "grafanaDashboard.annotations", type: "object", defaults: { "0.0.23": {} } },
  { path: "revisionHistoryLimit", type: "integer", defaults: { "0.0.24": 10 } },
  { path: "serviceMonitor.relabelings", type: "array<object>", defaults: { "0.0.24": [] } },
  { path: "serviceMonitor.metricRelabelings", type: "array<object>", defaults: { "0.0.24": [] } },
  { path: "verticalPodAutoscaler.enabled", type: "boolean", defaults: { "0.0.24": false } },
  { path: "verticalPodAutoscaler.recommenders", type: "array<object>", defaults: { "0.0.24": [] } },
  { path: "verticalPodAutoscaler.controlledResources", type: "array<string>", defaults: { "0.0.24": [] } },
  {
    path: "verticalPodAutoscaler.controlledValues",
    type: "string",
    defaults: { "0.0.24": "RequestsAndLimits" },
  },
  { path: "verticalPodAutoscaler.maxAllowed", type: "object", defaults: { "0.0.24": {} } },
  { path: "verticalPodAutoscaler.minAllowed", type: "object", defaults: { "0.0.24": {} } },
  { path: "verticalPodAutoscaler.updatePolicy.minReplicas", type: "integer", defaults: { "0.0.24": 2 } },
  { path: "verticalPodAutoscaler.updatePolicy.updateMode", type: "string", defaults: { "0.0.24": "Auto" } },
  {
    path: "service.registry.nodeIp",
    type: "string",
    defaults: { "0.0.25": "" },
    note: "replaces the node address taken from the pod status",
  },
  { path: "commonLabels", type: "object", defaults: { "0.0.29": {} } },
  { path: "clusterDomain", type: "string", defaults: { "0.0.30": "cluster.local." } },
  {
    path: "basicAuthSecretName",
    type: "string",
    defaults: { "0.1.0": "" },
    note: "secret with username and password; adds an Authorization header to every mirror address",
  },
  {
    path: "spegel.mirroredRegistries",
    type: "array<string>",
    defaults: { "0.1.0": [] },
    renamedFrom: "spegel.registries",
    note: "empty means all registries (one _default file); wildcards: _default since 0.4.0, * since 0.5.0",
  },
  {
    path: "spegel.additionalMirrorTargets",
    type: "array<string>",
    defaults: { "0.1.0": [] },
    renamedFrom: "spegel.additionalMirrorRegistries",
    note: "appended after the two Spegel addresses; gets the same capabilities, dial_timeout and Authorization header",
  },
  {
    path: "spegel.prependExisting",
    type: "boolean",
    defaults: { "0.1.0": false },
    renamedFrom: "spegel.appendMirrors",
    note: "Spegel hosts first, existing ones after them",
  },
  { path: "spegel.debugWebEnabled", type: "boolean", defaults: { "0.1.0": false, "0.4.0": true } },
  { path: "service.cleanup.port", type: "integer", defaults: { "0.2.0": 8080 } },
  { path: "service.registry.annotations", type: "object", defaults: { "0.4.0": {} } },
  { path: "service.metrics.annotations", type: "object", defaults: { "0.4.0": {} } },
  { path: "service.bootstrap.annotations", type: "object", defaults: { "0.4.0": {} } },
  { path: "service.cleanup.annotations", type: "object", defaults: { "0.4.0": {} } },
  {
    path: "spegel.registryFilters",
    type: "array<string>",
    defaults: { "0.4.0": [] },
    note: "RE2 expressions on registry/repository[:tag]",
  },
  { path: "livenessProbe.enabled", type: "boolean", defaults: { "0.4.0": false } },
  { path: "daemonsetAnnotations", type: "object", defaults: { "0.5.0": {} } },
  {
    path: "service.registry.usePreferSameNodeTrafficDistribution",
    type: "boolean",
    defaults: { "0.5.0": false },
    note: "true: only the node port address is written to hosts.toml and no host port is opened",
  },
  { path: "grafanaDashboard.mode", type: "string", defaults: { "0.5.0": "Sidecar" } },
  { path: "grafanaDashboard.labels", type: "object", defaults: { "0.5.0": {} } },
  {
    path: "grafanaDashboard.grafanaOperator.allowCrossNamespaceImport",
    type: "boolean",
    defaults: { "0.5.0": true },
  },
  { path: "grafanaDashboard.grafanaOperator.folder", type: "string", defaults: { "0.5.0": "" } },
  { path: "grafanaDashboard.grafanaOperator.resyncPeriod", type: "string", defaults: { "0.5.0": "10m" } },
  { path: "grafanaDashboard.grafanaOperator.matchLabels", type: "object", defaults: { "0.5.0": {} } },
  { path: "spegel.persistence.enabled", type: "boolean", defaults: { "0.7.0": true } },
  { path: "spegel.persistence.path", type: "string", defaults: { "0.7.0": "/var/lib/spegel" } },
  { path: "spegel.persistence.hostPath", type: "string", defaults: { "0.7.0": "/var/lib/spegel" } },
  { path: "extraVolumes", type: "array<object>", defaults: { "0.7.0": [] } },
  { path: "extraInitContainers", type: "array<object>", defaults: { "0.7.0": [] } },
];
