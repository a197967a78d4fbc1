import type { RegistryHost } from "@lookinglass/containerd";
import {
  chartValues,
  effectiveValues,
  imageFilter,
  mirrorArguments,
  readsExistingHosts,
  runMirrorSteps,
  type ValueMap,
} from "@lookinglass/spegel";
import { oncePer } from "../../memoised.js";
import { mergeDeep } from "../../plain-data.js";
import type { Preview, RolePreview } from "../../preview.js";
import type { ChartValueChange } from "../../spegel/helm-values.js";
import { mirrorsOf, runningFiles } from "../node-hosts.js";
import { isNeverRead } from "../registry-directory.js";
import { type RenderedTemplate, templatesOf } from "../template/template-places.js";

const PREPEND = ["spegel", "prependExisting"];
const REGISTRIES = ["spegel", "mirroredRegistries"];

/** A file of an extension's, in a directory that containerd reads, that Spegel moves to _backup when it starts on the role's nodes. */
export interface SetAsideFile {
  /** The path that it had, relative to certs.d. */
  readonly path: string;
  readonly one: RenderedTemplate;
  /** Does Spegel take over its mirrors into the file that it writes in its place (prependExisting)? */
  readonly isKept: boolean;
}

/** The extensions' files that Spegel moves aside on the role's nodes. */
export function setAsideFiles(preview: Preview, role: RolePreview): readonly SetAsideFile[] {
  return filesByRole(preview)(role);
}

const filesByRole = oncePer((preview: Preview) =>
  oncePer((role: RolePreview) => listSetAside(preview, role)),
);

function listSetAside(preview: Preview, role: RolePreview): SetAsideFile[] {
  const files = runningFiles(role);
  const active = new Map(
    files.flatMap(({ state, path, content }) => (state === "active" ? [[path, content]] : [])),
  );
  const moved = new Set(
    files.flatMap(({ state, replaced }) => (state === "backup" && replaced ? [replaced.path] : [])),
  );
  return templatesOf(role).flatMap((one) => {
    const { path, content } = one.file;
    if (!moved.has(path) || isNeverRead(path.slice(0, path.indexOf("/")))) return [];
    const { mirror, chart } = preview.chart;
    const isAsked = readsExistingHosts(mirror, { version: chart.version });
    return [{ path, one, isKept: isAsked && isKept(preview, path, content, active.get(path)) }];
  });
}

/** Certificates are kept as they are; of a hosts.toml the mirrors count. */
function isKept(preview: Preview, path: string, before: string, after: string | undefined): boolean {
  if (after === undefined) return false;
  if (!path.endsWith("/hosts.toml")) return after === before;
  const names = mirrorsOf(preview, before)?.map(endpoint) ?? [];
  const kept = new Set(mirrorsOf(preview, after)?.map(endpoint));
  return names.length > 0 && names.every((name) => kept.has(name));
}

/** What containerd asks a mirror for. */
export function endpoint({ scheme, host, path }: Pick<RegistryHost, "scheme" | "host" | "path">): string {
  return `${scheme}://${host}${path}`;
}

/**
 * The chart values with which Spegel keeps the mirrors of every file that it now moves aside: prependExisting and the
 * files' registries in mirroredRegistries. Null when a run with these values loses some mirror all the same, or when
 * they would stop Spegel from serving other images.
 */
export const keepingValues: (preview: Preview) => readonly ChartValueChange[] | null = oncePer((preview) => {
  const { chart } = preview;
  const known = chartValues(chart.chart.version).map(({ path }) => path);
  if (![PREPEND, REGISTRIES].every((path) => known.includes(path.join(".")))) return null;
  const lost = preview.roles
    .flatMap((role) => setAsideFiles(preview, role))
    .filter(({ isKept: kept }) => !kept);
  const registries = withDirectories(
    chart.mirror.mirroredRegistries,
    lost.map(({ path }) => path),
  );
  const changes: ChartValueChange[] = [];
  if (!chart.mirror.prependExisting) changes.push({ path: PREPEND, value: true });
  if (registries.length > chart.mirror.mirroredRegistries.length)
    changes.push({ path: REGISTRIES, value: registries });
  // Spegel takes the directory's name for the registry's, and never looks for HOST_PORT_.
  const isNameable = lost.every(({ path }) => !/_\d+_\//.test(path));
  return changes.length > 0 && isNameable && keepsAll(preview, registries) ? changes : null;
});

/** The list with an entry for each directory. An empty list stands for all registries, as `_default` does. */
function withDirectories(listed: readonly string[], paths: readonly string[]): readonly string[] {
  const directories = new Set(paths.map((path) => path.slice(0, path.indexOf("/"))));
  const needed = [...directories].map((name) => (name === "_default" ? name : `https://${name}`));
  const isAll = listed.length === 0;
  if (isAll && needed.every((name) => name === "_default")) return [];
  return [...new Set([...(isAll ? ["_default"] : listed), ...needed])];
}

function keepsAll(preview: Preview, registries: readonly string[]): boolean {
  const { helmValues, chart } = preview.chart;
  const change = { spegel: { prependExisting: true, mirroredRegistries: registries } };
  const values = effectiveValues(mergeDeep(helmValues.value ?? {}, change), { version: chart.version });
  return (
    servesOthersAsBefore(preview, registries) &&
    preview.roles.every((role) => keepsMirrors(preview, role, values))
  );
}

/** Does Spegel with these values keep every mirror of the files that it moves aside on the role's nodes? */
function keepsMirrors(preview: Preview, role: RolePreview, values: ValueMap): boolean {
  const [node] = role.nodes;
  const moved = setAsideFiles(preview, role);
  if (moved.length === 0) return true;
  const { version } = preview.chart.chart;
  const generated = role.bootstrap.filter((file) => file.generated);
  const existing = Object.fromEntries(generated.map(({ path, content }) => [path, content]));
  const mirror = mirrorArguments(values, { version, nodeAddress: node.address });
  const after = new Map(Object.entries(runMirrorSteps({ ...mirror, existing }, { version }).files));
  const isRead = ([path, content]: readonly [string, string]) =>
    path.startsWith("_backup/") || !path.endsWith("/hosts.toml") || mirrorsOf(preview, content) !== null;
  return (
    [...after].every(isRead) &&
    moved.every(({ path, one }) => isKept(preview, path, one.file.content, after.get(path)))
  );
}

const OTHER_IMAGE = "other.registry.invalid/image:1";

/** In some releases a list of registries keeps Spegel from the images of all others. */
function servesOthersAsBefore({ chart }: Preview, registries: readonly string[]): boolean {
  const { version } = chart.chart;
  const before = servingOf(chart.mirror.mirroredRegistries, version);
  return before !== false && before === servingOf(registries, version);
}

/** Whether another registry's image is filtered and announced; false where Spegel does not start with the list. */
function servingOf(mirroredRegistries: readonly string[], version: string): string | false {
  const filter = imageFilter({ registryFilters: [], mirroredRegistries }, { version });
  return filter.ok && `${filter.filtered(OTHER_IMAGE, "tag")},${filter.announced(OTHER_IMAGE, "tag")}`;
}
