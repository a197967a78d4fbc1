import type { ParsedSpec } from "@lookinglass/cluster-spec";
import { agentVersion, clusterRoles, parseSpec } from "@lookinglass/cluster-spec";
import type { Role, Settings, SpecPreview } from "./analysis.js";
import { type LateParts, sprigFor } from "./late-parts.js";
import type { Preview, RolePreview, UnseenGroups } from "./preview.js";
import { rolePreviews, roleSetups } from "./role-preview.js";
import { resolveSettings } from "./settings.js";
import { chartPreview } from "./spegel/chart.js";

/**
 * What every node gets by a spec: all of an analysis but its diagnostics, which take most of the code. Sprig's
 * functions load when the settings ask for them.
 */
export async function previewRoles(specText: string, settings: Settings = {}): Promise<SpecPreview> {
  return shownOf(previewSpec({ sprig: await sprigFor(settings) }, specText, settings));
}

/** Runs the pipeline up to the diagnostics: parse, roles, effective config, files of each phase. */
export function previewSpec({ sprig }: LateParts, specText: string, given: Settings): Preview {
  const spec = parseSpec(specText);
  const settings = resolveSettings(given, agentVersion(spec)?.version ?? null);
  const setups = isBroken(spec) ? [] : roleSetups(spec, given, settings);
  const chart = chartPreview(setups[0], settings.spegelVersion);
  const roles = rolePreviews(setups, {
    settings: given,
    resolved: settings,
    masters: setups[0]?.nodes ?? [],
    chart,
    sprig: settings.templateFunctions === "sprig" ? sprig : null,
  });
  return { spec, settings, chart, roles, unseen: unseenGroups(spec, roles) };
}

/** The part of a preview that is shown. */
export function shownOf({ spec, settings, chart, roles }: Preview): SpecPreview {
  const { cluster } = spec;
  return {
    cluster: {
      name: cluster.form === "none" ? null : cluster.name,
      agentVersion: settings.agentVersion,
      document: cluster.form === "none" ? null : cluster.document,
      form: cluster.form,
    },
    settings,
    spegel: chart.chart,
    roles: roles.map(asRole),
  };
}

function unseenGroups(spec: ParsedSpec, seen: readonly RolePreview[]): UnseenGroups | null {
  const unseen = seen.length > 0 ? clusterRoles(spec).slice(seen.length) : [];
  return unseen[0] ? { first: unseen[0], count: unseen.length } : null;
}

/** A document that does not parse has data that the parser guessed: no preview is better than a wrong one. */
function isBroken({ cluster, problems }: ParsedSpec): boolean {
  if (cluster.form === "none") return true;
  return problems.some(
    ({ code, document }) => code !== "spec/duplicate-key" && document === cluster.document,
  );
}

function asRole(preview: RolePreview): Role {
  const { role, runtime, nodes, spegel, phases } = preview;
  const { id, kind, title, assumed, nodeCount } = role;
  return { id, kind, title, assumed, nodeCount, runtime, sampleNodes: nodes, spegel, phases };
}
