import type { EffectiveConfig, ParsedSpec, RoleSpec } from "@lookinglass/cluster-spec";
import { clusterRoles, effectiveAgentConfig } from "@lookinglass/cluster-spec";
import { bootstrapFiles } from "./agent/bootstrap.js";
import { hostsTemplates } from "./agent/extensions.js";
import type { SampleNodes } from "./agent/sample-nodes.js";
import { sampleNodes } from "./agent/sample-nodes.js";
import { spegelEnabled } from "./agent/spegel-state.js";
import { templateConfig } from "./agent/template-config.js";
import type { TemplateRenderer } from "./agent/template-renderer.js";
import type { ContainerRuntime, ResolvedSettings, SampleNode, Settings, ValueOrigin } from "./analysis.js";
import type { ChartPreview, RolePreview } from "./preview.js";
import { agentRerunPhase, bootstrapPhase, CERTS_D, runningPhase } from "./spegel/running.js";

/** A role with what the spec and the settings say of it, before any file is made. */
export interface RoleSetup {
  readonly role: RoleSpec;
  readonly config: EffectiveConfig;
  readonly runtime: ContainerRuntime;
  readonly nodes: SampleNodes;
  readonly enabled: { readonly value: boolean; readonly from: ValueOrigin };
}

/** Every role of the spec, masters first. */
export function roleSetups(spec: ParsedSpec, settings: Settings, resolved: ResolvedSettings): RoleSetup[] {
  const roles = clusterRoles(spec);
  const workers = roles.filter((role) => role.kind === "worker");
  return roles.map((role) => {
    const config = effectiveAgentConfig(spec, role);
    const runtimes = settings.runtimes ?? {};
    const runtime = Object.hasOwn(runtimes, role.id) ? (runtimes[role.id] ?? "containerd") : "containerd";
    const nodes = sampleNodes(role, workers.indexOf(role), settings);
    return { role, config, runtime, nodes, enabled: spegelEnabled(config, runtime, resolved.agentVersion) };
  });
}

/** What role previews share. */
export interface RoleContext {
  readonly settings: Settings;
  readonly resolved: ResolvedSettings;
  readonly masters: readonly SampleNode[];
  readonly chart: ChartPreview;
  readonly renderer: TemplateRenderer;
}

/** The role's files in every phase, those of its first sample node. */
export function rolePreview(setup: RoleSetup, context: RoleContext): RolePreview {
  const [node] = setup.nodes;
  const { chart, resolved } = context;
  const templates = hostsTemplates(setup.config);
  const facts = { node, masters: context.masters, spegelEnabled: setup.enabled.value };
  const config = templateConfig(setup.config.value, facts, context.settings.extraConfig);
  const bootstrap = bootstrapFiles(templates, config, resolved.agentVersion, context.renderer);
  const mirrorAdd = writesCertsD(chart, setup.runtime);
  const mirror = mirrorAdd ? chart.argumentsFor(node) : null;
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
    templates,
    templateConfig: config,
    bootstrap,
    phases: [
      bootstrapPhase(bootstrap),
      runningPhase(bootstrap, mirror, resolved.spegelVersion),
      agentRerunPhase(bootstrap, mirror, resolved.spegelVersion),
    ],
  };
}

/** Does Spegel rewrite what containerd reads on the nodes of a role? */
function writesCertsD({ chart }: ChartPreview, runtime: ContainerRuntime): boolean {
  const writesThere = chart.configPath.replace(/\/+$/, "") === CERTS_D;
  return chart.deployed && chart.mirrorAdd && writesThere && runtime === "containerd";
}
