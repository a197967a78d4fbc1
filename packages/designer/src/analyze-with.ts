import type { ParsedSpec } from "@lookinglass/cluster-spec";
import { agentVersion, clusterRoles, parseSpec } from "@lookinglass/cluster-spec";
import { explainFilter, filterCoverage } from "@lookinglass/spegel";
import { hostsLinter } from "./agent/hosts-linter.js";
import type { SprigFunctions } from "./agent/template-renderer.js";
import type { Analysis, Role, Settings } from "./analysis.js";
import { dataKey, memoised, memoisedBy } from "./memoised.js";
import type { FilterQuestion, Preview, RolePreview, UnseenGroups } from "./preview.js";
import { rolePreviews, roleSetups } from "./role-preview.js";
import { diagnose } from "./rules/diagnose.js";
import { rules } from "./rules/index.js";
import { resolveSettings } from "./settings.js";
import { chartPreview } from "./spegel/chart.js";

/**
 * analyze with Sprig's functions handed in.
 *
 * @param sprig may be null unless the settings ask for Sprig
 */
export function analyzeWith(
  sprig: SprigFunctions | null,
  specText: string,
  settings: Settings,
  importedText?: string,
): Analysis {
  return analysisOf(previewSpec(sprig, specText, settings, importedText));
}

/** What a preview comes to, with its diagnostics. */
export function analysisOf(preview: Preview): Analysis {
  const { cluster } = preview.spec;
  return {
    cluster: {
      name: cluster.form === "none" ? null : cluster.name,
      agentVersion: preview.settings.agentVersion,
      document: cluster.form === "none" ? null : cluster.document,
      form: cluster.form,
    },
    settings: preview.settings,
    spegel: preview.chart.chart,
    roles: preview.roles.map(asRole),
    diagnostics: diagnose(preview, rules),
  };
}

/**
 * Runs the pipeline up to the diagnostics: parse, roles, effective config, files of each phase.
 *
 * @param sprig as for analyzeWith
 */
export function previewSpec(
  sprig: SprigFunctions | null,
  specText: string,
  settings: Settings,
  importedText = specText,
): Preview {
  const spec = parseSpec(specText);
  const resolved = resolveSettings(settings, agentVersion(spec)?.version ?? null);
  const setups = isBroken(spec) ? [] : roleSetups(spec, settings, resolved);
  const master = setups[0];
  const masters = master?.nodes ?? [];
  const chart = chartPreview(master, resolved.spegelVersion);
  const callable = resolved.templateFunctions === "sprig" ? sprig : null;
  const context = { settings, resolved, masters, chart, sprig: callable };
  const roles = rolePreviews(setups, context);
  return {
    spec,
    settings: resolved,
    chart,
    roles,
    unseen: unseenGroups(spec, roles),
    lint: hostsLinter(resolved.containerdVersion),
    explain,
    coverage,
    imported:
      importedText === specText
        ? null
        : () => importedPreview({ sprig: callable, text: importedText, settings }),
  };
}

function unseenGroups(spec: ParsedSpec, seen: readonly RolePreview[]): UnseenGroups | null {
  const unseen = seen.length > 0 ? clusterRoles(spec).slice(seen.length) : [];
  return unseen[0] ? { first: unseen[0], count: unseen.length } : null;
}

const explain = memoised(explainFilter);

const coverage = memoisedBy(
  ({ filters, version }: FilterQuestion) => dataKey([filters, version]),
  ({ filters, version }) => filterCoverage(filters, { version }),
);

interface ImportedText {
  readonly sprig: SprigFunctions | null;
  readonly text: string;
  readonly settings: Settings;
}

/** The imported text stays the same while the spec is edited: the last one is kept. */
const importedPreview = memoisedBy(
  ({ sprig, text, settings }: ImportedText) => {
    const under = dataKey([sprig !== null, settings]);
    return under && under + text;
  },
  ({ sprig, text, settings }) => previewSpec(sprig, text, settings),
  1,
);

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
