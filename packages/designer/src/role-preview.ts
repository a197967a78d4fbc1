import type { ConfigLayer, EffectiveConfig, ParsedSpec, RoleSpec } from "@lookinglass/cluster-spec";
import { clusterRoles, effectiveAgentConfig } from "@lookinglass/cluster-spec";
import type { MirrorArguments } from "@lookinglass/spegel";
import { bootstrapFiles, type FileMaker, fileMaker } from "./agent/bootstrap.js";
import { countHostsTemplates, hostsTemplates } from "./agent/extensions.js";
import { type GeneratedConfig, generatedConfig } from "./agent/generated-config.js";
import type { SampleNodes } from "./agent/sample-nodes.js";
import { sampleNodes } from "./agent/sample-nodes.js";
import { spegelEnabled } from "./agent/spegel-state.js";
import { assumedKeys, type NodeFacts, nodeValues } from "./agent/template-config.js";
import { type SprigFunctions, templateRenderer } from "./agent/template-renderer.js";
import type { ContainerRuntime, ResolvedSettings, SampleNode, Settings, ValueOrigin } from "./analysis.js";
import {
  FILE_OVERHEAD,
  FIX_RENDERING_LIMITS,
  MOST_CONFIG_VALUES,
  MOST_FILE_CHARACTERS,
  MOST_REMEMBERED_CHARACTERS,
  MOST_WORKER_GROUPS,
  SEGMENT_OVERHEAD,
  type TemplateLimits,
  templateLimits,
} from "./limits.js";
import { dataKey, memoisedBy, oncePer } from "./memoised.js";
import type { ChartPreview, RolePreview } from "./preview.js";
import { CERTS_D, nodePhases } from "./spegel/running.js";

/** A role with what the spec and the settings say of it, before any file is made. */
export interface RoleSetup {
  readonly role: RoleSpec;
  readonly config: EffectiveConfig;
  readonly runtime: ContainerRuntime;
  readonly nodes: SampleNodes;
  readonly enabled: { readonly value: boolean; readonly from: ValueOrigin };
  readonly generated: GeneratedConfig;
}

/** The roles that the preview takes, masters first: all of them in any usual spec. */
export function roleSetups(spec: ParsedSpec, settings: Settings, resolved: ResolvedSettings): RoleSetup[] {
  const setups: RoleSetup[] = [];
  let values = 0;
  for (const [index, role] of clusterRoles(spec).entries()) {
    const setup = roleSetup(spec, role, { index, settings, resolved });
    values += setup.config.layers.reduce((sum, { value }) => sum + valueCount(value), 0);
    if (index > MOST_WORKER_GROUPS || (index > 0 && values > MOST_CONFIG_VALUES)) break;
    setups.push(setup);
  }
  return setups;
}

interface SetupContext {
  /** Among the roles, of which the masters are the first. */
  readonly index: number;
  readonly settings: Settings;
  readonly resolved: ResolvedSettings;
}

function roleSetup(spec: ParsedSpec, role: RoleSpec, { index, settings, resolved }: SetupContext): RoleSetup {
  const config = effectiveAgentConfig(spec, role);
  const runtimes = settings.runtimes ?? {};
  const runtime = Object.hasOwn(runtimes, role.id) ? (runtimes[role.id] ?? "containerd") : "containerd";
  const nodes = sampleNodes(role, index - 1, settings);
  const enabled = spegelEnabled(config, runtime, resolved.agentVersion);
  return { role, config, runtime, nodes, enabled, generated: generatedConfig(spec, role) };
}

/** How many values a config has; the cluster's is the same object for every role. */
const valueCount: (value: ConfigLayer["value"]) => number = oncePer(countValues);

function countValues(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + countValues(inner), 1);
}

/** The previews of the roles, up to the one at which all their files are too long to show. */
export function rolePreviews(
  setups: readonly RoleSetup[],
  context: Omit<RoleContext, "limits" | "makeFile">,
): RolePreview[] {
  const renderings = setups.reduce((sum, { config }) => sum + countHostsTemplates(config), 0);
  const limits = templateLimits(renderings);
  const makeFile = fileMaker(templateRenderer(context.sprig, limits));
  const previews: RolePreview[] = [];
  let characters = 0;
  for (const setup of setups) {
    const preview = rolePreview(setup, { ...context, limits, makeFile });
    characters += filesLength(preview);
    if (previews.length > 0 && characters > MOST_FILE_CHARACTERS) break;
    previews.push(preview);
  }
  return previews;
}

function filesLength({ phases }: RolePreview): number {
  let length = 0;
  for (const { files } of phases)
    for (const { path, content } of files) length += FILE_OVERHEAD + path.length + content.length;
  return length;
}

/** What role previews share. */
export interface RoleContext {
  readonly settings: Settings;
  readonly resolved: ResolvedSettings;
  readonly masters: readonly SampleNode[];
  readonly chart: ChartPreview;
  /** Sprig's functions, where templates may call them. */
  readonly sprig: SprigFunctions | null;
  /** Of each template. */
  readonly limits: TemplateLimits;
  /** Under these limits, with these functions. */
  readonly makeFile: FileMaker;
}

/** The role's files in every phase, those of its first sample node. */
function rolePreview(setup: RoleSetup, context: RoleContext): RolePreview {
  const { chart, resolved } = context;
  const [node] = setup.nodes;
  const mirrorAdd = writesCertsD(chart, setup.runtime);
  const files = nodeFiles({
    config: setup.config,
    facts: {
      node,
      masters: context.masters,
      spegelEnabled: setup.enabled.value,
      generated: setup.generated,
    },
    extraConfig: context.settings.extraConfig,
    agentVersion: resolved.agentVersion,
    sprig: context.sprig,
    limits: context.limits,
    makeFile: context.makeFile,
    mirror: mirrorAdd ? chart.argumentsFor(node) : null,
    spegelVersion: resolved.spegelVersion,
  });
  return {
    role: setup.role,
    config: setup.config,
    runtime: setup.runtime,
    nodes: setup.nodes,
    spegel: {
      integrationEnabled: setup.enabled.value,
      chartDeployed: chart.chart.deployed,
      mirrorAdd,
      from: {
        integrationEnabled: setup.enabled.from,
        chartDeployed: chart.deployedFrom,
        mirrorAdd: chart.mirrorAddFrom,
      },
    },
    ...files,
  };
}

/** All that the files of a node depend on. */
interface NodeInput {
  readonly config: EffectiveConfig;
  readonly facts: NodeFacts;
  readonly extraConfig: Settings["extraConfig"];
  readonly agentVersion: string;
  /** null where templates may call Go's builtins only. */
  readonly sprig: SprigFunctions | null;
  readonly limits: TemplateLimits;
  readonly makeFile: FileMaker;
  /** null where Spegel's configuration step does not run. */
  readonly mirror: MirrorArguments | null;
  readonly spegelVersion: string;
}

type NodeFiles = Pick<
  RolePreview,
  "templates" | "templateConfig" | "assumedKeys" | "renderOn" | "bootstrap" | "phases"
>;

/** While a spec is edited most of its roles stay as they are. A short template can write a long file. */
const nodeFiles = memoisedBy(nodeKey, makeNodeFiles, {
  mostCharacters: MOST_REMEMBERED_CHARACTERS,
  sizeOf: ({ bootstrap, phases }) => {
    const written = phases.flatMap(({ files }) => files.filter(({ origin }) => origin.kind === "spegel"));
    const listed = phases.reduce((sum, { files }) => sum + files.length, 0);
    const segments = bootstrap.reduce(
      (sum, { rendered, lookups }) => sum + (rendered?.segments.length ?? 0) + lookups.length,
      0,
    );
    return [...bootstrap, ...written].reduce(
      (sum, { content }) => sum + content.length,
      listed * FILE_OVERHEAD + segments * SEGMENT_OVERHEAD,
    );
  },
});

function makeNodeFiles(input: NodeInput): NodeFiles {
  const { config, facts, extraConfig, agentVersion, sprig } = input;
  const templates = hostsTemplates(config);
  const values = nodeValues(config.value, facts, extraConfig);
  const bootstrap = bootstrapFiles(templates, values, agentVersion, input.makeFile);
  return {
    templates,
    templateConfig: values.config,
    assumedKeys: assumedKeys(config.value, extraConfig),
    renderOn: (node, source) => {
      const onNode = nodeValues(config.value, { ...facts, node }, extraConfig);
      return templateRenderer(sprig, FIX_RENDERING_LIMITS)(source, onNode.config).result;
    },
    bootstrap,
    phases: nodePhases(bootstrap, input),
  };
}

/** The layers tell the whole config; the cluster's is the same object for every role. */
function nodeKey({ config, facts, extraConfig, mirror, ...input }: NodeInput): string | null {
  const { agentVersion, spegelVersion, limits, sprig } = input;
  const paths = config.layers.map(({ path }) => path);
  const keys = [
    dataKey([facts, extraConfig, agentVersion, spegelVersion, limits, sprig !== null, paths]),
    mirror ? objectKey(mirror) : "",
    ...config.layers.map(({ value }) => objectKey(value)),
  ];
  return keys.includes(null) ? null : keys.join();
}

const objectKey = oncePer((value: ConfigLayer["value"] | MirrorArguments) => dataKey(value));

/** Does Spegel rewrite what containerd reads on the nodes of a role? */
function writesCertsD({ chart }: ChartPreview, runtime: ContainerRuntime): boolean {
  const writesThere = chart.configPath.replace(/\/+$/, "") === CERTS_D;
  return chart.deployed && chart.mirrorAdd && writesThere && runtime === "containerd";
}
