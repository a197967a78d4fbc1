import { quote } from "@lookinglass/go";
import type { BasicAuth } from "../mirror/hosts-file.js";
import { isSince, knownRelease } from "../releases.js";
import { isValueMap, type ValueMap, valueAt } from "./effective-values.js";
import { refusedPorts } from "./ports.js";
import { isTruthy, parsedBool, printed, rangeItems } from "./template-text.js";
import { chartValues } from "./values.js";

/** Why nothing comes of the chart's values: Helm does not render, Kubernetes refuses, or a container does not start. */
export interface ArgumentProblem {
  readonly stage: "helm" | "install" | "configuration" | "registry";
  /** Path of the value at fault, keys joined by dots. */
  readonly path: string;
  readonly message: string;
}

/** What the chart's templates pass to Spegel on one node. */
export interface MirrorArguments {
  /** Whether Spegel writes hosts.toml files at all. */
  readonly mirrorAdd: boolean;
  /** The directory that is backed up, cleared and written. */
  readonly configPath: string;
  readonly mirroredRegistries: readonly string[];
  readonly mirrorTargets: readonly string[];
  readonly resolveTags: boolean;
  readonly prependExisting: boolean;
  /** Null when the chart mounts no secret. */
  readonly basicAuth: BasicAuth | null;
  /** True when `basicAuth` stands in for what the secret holds. */
  readonly isBasicAuthPlaceholder: boolean;
  readonly registryFilters: readonly string[];
  /** False: `latest` tags are neither announced nor answered (option of 0.0.10 to 0.5.1). */
  readonly resolveLatestTag: boolean;
  /** Ports as printed into the addresses; hostPort is null where no host port is opened. */
  readonly hostPort: string | null;
  readonly nodePort: string;
  /** Empty when all is well; else the values above are what would have been. */
  readonly problems: readonly ArgumentProblem[];
}

export interface ArgumentOptions {
  /** Chart release. */
  readonly version: string;
  /** Address of the node, which the chart takes from the pod's status; IPv6 without brackets. */
  readonly nodeAddress: string;
  /** What basicAuthSecretName's secret holds, when known. */
  readonly basicAuth?: BasicAuth;
}

/** Stands in for a secret's content, which a cluster spec does not hold. */
const placeholderAuth: BasicAuth = { username: "USERNAME", password: "PASSWORD" };

/**
 * What the chart's templates make of effective values (see effectiveValues) on one node: the configuration
 * container's arguments, and the filters of the registry container.
 *
 * Never throws: mistyped or deleted values go the way they go in Helm's templates and Spegel's command line
 * (`containerdMirrorAdd: "false"` is true, for it is a text that is not empty; `resolveTags: "false"` is
 * false, for it is printed and parsed), and what stops Helm or a container is listed in `problems`.
 * Source: charts/spegel/templates/daemonset.yaml and _helpers.tpl, main.go, at each release's tag.
 */
export function mirrorArguments(values: ValueMap, options: ArgumentOptions): MirrorArguments {
  const release = knownRelease(options.version);
  const names = valueNames(release);
  const problems: ArgumentProblem[] = missingSections(values, release);
  const list = (path: string) => readList(values, path, options, problems);
  const flag = (path: string | null, fallback: boolean) => readFlag(values, path, fallback, problems);
  const at = (path: string) => valueAt(values, path.split("."));

  const mirroredRegistries = list(names.registries);
  if (mirroredRegistries.length === 0 && !isSince(release, "0.1.0")) {
    const message = "Spegel's --registries is required";
    problems.push({ stage: "configuration", path: names.registries, message });
  }
  const ports = portsOf(values, release);
  problems.push(...refusedPorts(values, release));
  const own = ports.inUse.map((port) => `http://${nodeAddressOf(values, release, options)}:${port}`);
  const hasSecret = isSince(release, "0.1.0") && isTruthy(at("basicAuthSecretName"));
  return {
    mirrorAdd: isSince(release, "0.0.6") ? isTruthy(at(mirrorAddPath)) : flag(mirrorAddPath, true),
    configPath: printed(at("spegel.containerdRegistryConfigPath")),
    mirroredRegistries,
    mirrorTargets: [...own, ...list(names.targets)],
    resolveTags: flag(isSince(release, "0.0.11") ? "spegel.resolveTags" : null, true),
    prependExisting: flag(names.keepExisting, false),
    basicAuth: hasSecret ? (options.basicAuth ?? placeholderAuth) : null,
    isBasicAuthPlaceholder: hasSecret && options.basicAuth === undefined,
    registryFilters: isSince(release, "0.4.0") ? list("spegel.registryFilters") : [],
    resolveLatestTag: flag(names.resolveLatestTag, true),
    hostPort: ports.host,
    nodePort: ports.node,
    problems,
  };
}

const mirrorAddPath = "spegel.containerdMirrorAdd";

/** What the values are called in a release; null for an option that it does not have. */
function valueNames(release: string) {
  const renamed = isSince(release, "0.1.0");
  const append = isSince(release, "0.0.21") ? "spegel.appendMirrors" : null;
  const hasLatest = isSince(release, "0.0.10") && !isSince(release, "0.6.0");
  return {
    registries: renamed ? "spegel.mirroredRegistries" : "spegel.registries",
    // Read by the templates from 0.0.3 on, though values.yaml first lists it in 0.0.17.
    targets: renamed ? "spegel.additionalMirrorTargets" : "spegel.additionalMirrorRegistries",
    keepExisting: renamed ? "spegel.prependExisting" : append,
    resolveLatestTag: hasLatest ? "spegel.resolveLatestTag" : null,
  };
}

/** Maps that the templates look into only when an option that is off by default is on. */
const optionalSections = ["verticalPodAutoscaler.updatePolicy", "grafanaDashboard.grafanaOperator"];

/** The templates look inside every map of the chart; where one is gone or no map, Helm stops. */
function missingSections(values: ValueMap, release: string): ArgumentProblem[] {
  return sectionsOf(release).flatMap((keys) => {
    if (isValueMap(valueAt(values, keys))) return [];
    const path = keys.join(".");
    const message = `Helm cannot render the chart: ${path} is not a map`;
    return [{ stage: "helm" as const, path, message }];
  });
}

/** The catalog does not change, so each release's sections are worked out once. */
const sectionsByRelease = new Map<string, readonly (readonly string[])[]>();

function sectionsOf(release: string): readonly (readonly string[])[] {
  const sections = sectionsByRelease.get(release) ?? listSections(release);
  sectionsByRelease.set(release, sections);
  return sections;
}

function listSections(release: string): readonly (readonly string[])[] {
  const paths = new Set(chartValues(release).flatMap(({ path }) => parentPaths(path)));
  return [...paths].filter((path) => !optionalSections.includes(path)).map((path) => path.split("."));
}

/** "a.b.c" gives "a" and "a.b". */
function parentPaths(path: string): string[] {
  const keys = path.split(".");
  return keys.slice(1).map((_, index) => keys.slice(0, index + 1).join("."));
}

function portsOf(values: ValueMap, release: string) {
  const port = (name: string) => printed(valueAt(values, ["service", "registry", name]));
  const sameNode = valueAt(values, ["service", "registry", "usePreferSameNodeTrafficDistribution"]);
  const host = isSince(release, "0.5.0") && isTruthy(sameNode) ? null : port("hostPort");
  const node = port("nodePort");
  return { host, node, inUse: host === null ? [node] : [host, node] };
}

function nodeAddressOf(values: ValueMap, release: string, options: ArgumentOptions): string {
  if (!isSince(release, "0.0.15")) return "127.0.0.1";
  const replaced = isSince(release, "0.0.25")
    ? valueAt(values, ["service", "registry", "nodeIp"])
    : undefined;
  return isTruthy(replaced) ? printed(replaced) : options.nodeAddress;
}

function readList(
  values: ValueMap,
  path: string,
  options: ArgumentOptions,
  problems: ArgumentProblem[],
): readonly string[] {
  const value = valueAt(values, path.split("."));
  if (!isTruthy(value)) return [];
  const items = rangeItems(value);
  if (items === null) {
    problems.push({ stage: "helm", path, message: `Helm cannot render the chart: ${path} is not a list` });
    return [];
  }
  const node = nodeAddressOf(values, knownRelease(options.version), options);
  return items.map((item) => expandNodeIp(printed(item), node));
}

function readFlag(
  values: ValueMap,
  path: string | null,
  fallback: boolean,
  problems: ArgumentProblem[],
): boolean {
  if (path === null) return fallback;
  const text = printed(valueAt(values, path.split(".")));
  const flag = parsedBool(text);
  if (flag !== null) return flag;
  const message = `Spegel does not start: strconv.ParseBool: parsing ${quote(text)}: invalid syntax`;
  const stage = path === "spegel.resolveLatestTag" ? "registry" : "configuration";
  problems.push({ stage, path, message });
  return fallback;
}

/** Kubernetes replaces $(NAME) of a known variable in arguments, the user's included; $$ keeps a dollar sign. */
function expandNodeIp(text: string, nodeAddress: string): string {
  return text.replace(/\$\$|\$\(NODE_IP\)/g, (match) => (match === "$$" ? "$" : nodeAddress));
}
