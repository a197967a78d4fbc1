import type { EffectiveConfig } from "@lookinglass/cluster-spec";
import { sourceOf, valueAt } from "@lookinglass/cluster-spec";
import type { MirrorArguments } from "@lookinglass/spegel";
import { effectiveValues, mirrorArguments } from "@lookinglass/spegel";
import { HELM_VALUES } from "../agent/spegel-state.js";
import type { SampleNode, SpecPath, SpegelChart, ValueOrigin } from "../analysis.js";
import { bounded } from "../bounded-text.js";
import { dataKey, memoised, memoisedBy } from "../memoised.js";
import type { ChartPreview } from "../preview.js";
import type { RoleSetup } from "../role-preview.js";
import { type HelmValues, readHelmValues } from "./read-helm-values.js";

/** Path of the chart value that decides whether Spegel writes certs.d. */
export const MIRROR_ADD = ["spegel", "containerdMirrorAdd"] as const;

const NO_CONFIG: EffectiveConfig = { value: {}, layers: [] };
const NO_MASTER = { name: "master-0", address: "10.0.0.11" };

/**
 * The cluster's Spegel release.
 *
 * An assumption (docs/model.md): one release per cluster, with the values of the masters' effective config.
 *
 * @param master the masters; undefined when the spec has no roles, and so no release
 */
export function chartPreview(master: RoleSetup | undefined, version: string): ChartPreview {
  const config = master?.config ?? NO_CONFIG;
  const helmValues = readHelmValues(config);
  const { values, argumentsAt } = releaseWith({ values: helmValues.value, version });
  const argumentsFor = (node: SampleNode) => argumentsAt(node.address);
  const mirror = argumentsFor(master?.nodes[0] ?? NO_MASTER);
  return {
    chart: summary(mirror, master?.enabled.value ?? false, version),
    deployedFrom: master?.enabled.from ?? { kind: "default" },
    mirrorAddFrom: mirrorAddOrigin(config, helmValues),
    config,
    helmValues,
    values,
    mirror,
    argumentsFor,
  };
}

interface ReleaseQuestion {
  /** The user's. */
  readonly values: unknown;
  readonly version: string;
}

/** What the chart makes of the user's values, on any node. */
const releaseWith = memoisedBy(
  ({ values, version }: ReleaseQuestion) => dataKey([version, values]),
  ({ values: written, version }) => {
    const values = effectiveValues(written, { version });
    const argumentsAt = memoised(
      (nodeAddress) => mirrorArguments(values, { version, nodeAddress }),
      ADDRESSES,
    );
    return { values, argumentsAt };
  },
);

/** Characters of the node addresses of a large cluster. */
const ADDRESSES = 20_000;

function summary(mirror: MirrorArguments, deployed: boolean, version: string): SpegelChart {
  const { mirrorAdd, configPath, mirroredRegistries, registryFilters, resolveTags, prependExisting } = mirror;
  const { hostPort, nodePort, resolveLatestTag } = mirror;
  const problems = mirror.problems.map(({ message }) => bounded(message));
  return {
    deployed,
    version,
    mirrorAdd,
    configPath,
    mirroredRegistries,
    registryFilters,
    resolveTags,
    resolveLatestTag,
    prependExisting,
    hostPort,
    nodePort,
    problems,
  };
}

function mirrorAddOrigin(config: EffectiveConfig, helmValues: HelmValues): ValueOrigin {
  if (valueAt(helmValues.value, MIRROR_ADD) === undefined) return { kind: "default" };
  if (helmValues.form === "string") return { kind: layerOf(helmValues.path), path: helmValues.path };
  return sourceOf(config, [...HELM_VALUES, ...MIRROR_ADD]) ?? { kind: "default" };
}

function layerOf(path: SpecPath): "cluster" | "group" {
  return path[1] === "kublrAgentConfig" ? "cluster" : "group";
}
