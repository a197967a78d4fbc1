import type { EffectiveConfig, ParsedSpec, RoleSpec } from "@lookinglass/cluster-spec";
import type { ExecuteResult } from "@lookinglass/go-template";
import type { MirrorArguments } from "@lookinglass/spegel";
import type { BootstrapFile } from "./agent/bootstrap.js";
import type { HostsTemplate } from "./agent/extensions.js";
import type { SampleNodes } from "./agent/sample-nodes.js";
import type {
  ContainerRuntime,
  Phase,
  ResolvedSettings,
  RoleSpegel,
  SampleNode,
  SpegelChart,
  ValueOrigin,
} from "./analysis.js";
import type { HelmValues } from "./spegel/read-helm-values.js";

/** Every stage of the pipeline for one role. */
export interface RolePreview {
  readonly role: RoleSpec;
  readonly config: EffectiveConfig;
  readonly runtime: ContainerRuntime;
  readonly nodes: SampleNodes;
  readonly spegel: RoleSpegel;
  /** In the order in which the agent applies them. */
  readonly templates: readonly HostsTemplate[];
  /** `.config` of the role's first node. */
  readonly templateConfig: unknown;
  /** Its keys that no public source shows, nor the user's own config. */
  readonly assumedKeys: readonly string[];
  /** What a template's text would yield on any of the role's nodes, within FIX_RENDERING_LIMITS. */
  renderOn(node: SampleNode, source: string): ExecuteResult;
  readonly bootstrap: readonly BootstrapFile[];
  readonly phases: readonly Phase[];
}

/** The cluster's one Spegel release: configured by the masters' effective config. */
export interface ChartPreview {
  readonly chart: SpegelChart;
  readonly deployedFrom: ValueOrigin;
  readonly mirrorAddFrom: ValueOrigin;
  /** The config whose helm_values it takes. */
  readonly config: EffectiveConfig;
  readonly helmValues: HelmValues;
  /** helm_values over the chart's defaults, as Helm merges them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What the chart passes to Spegel on the first master. */
  readonly mirror: MirrorArguments;
  /** The same on any node. */
  argumentsFor(node: SampleNode): MirrorArguments;
}

/** Worker groups that the preview leaves out. */
export interface UnseenGroups {
  readonly first: RoleSpec;
  readonly count: number;
}

/** Every stage of the pipeline for a spec, up to the files of each role. */
export interface Preview {
  readonly spec: ParsedSpec;
  readonly settings: ResolvedSettings;
  readonly chart: ChartPreview;
  readonly roles: readonly RolePreview[];
  /** The worker groups that are too many to preview; null when all are in `roles`. */
  readonly unseen: UnseenGroups | null;
}
