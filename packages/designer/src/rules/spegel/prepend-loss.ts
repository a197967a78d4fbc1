import type { OffsetRange } from "@lookinglass/cluster-spec";
import { compareReleases } from "@lookinglass/spegel";
import type { Preview, RolePreview } from "../../preview.js";
import { mirrorsOf, runningFiles } from "../node-hosts.js";
import { registryOf } from "../registry-directory.js";
import { short } from "../short.js";
import { endpoint, type SetAsideFile } from "./kept-files.js";
import { rootLines } from "./root-lines.js";

/** What Spegel keeps of a file that it moves aside. */
export type Loss =
  /** Nothing of it, for a reason: a sentence without its full stop. */
  | { readonly kind: "file"; readonly reason: string; readonly isUnlisted: boolean }
  /** Some of its hosts are lost, others are kept. */
  | { readonly kind: "hosts"; readonly hosts: readonly string[] }
  /** Its hosts are all kept. */
  | { readonly kind: "none" };

export function lossOf(preview: Preview, role: RolePreview, file: SetAsideFile): Loss {
  if (file.isKept) return { kind: "none" };
  const directory = file.path.slice(0, file.path.indexOf("/"));
  const registry = registryOf(directory);
  if (registry !== directory) return whole(`it looks for files of that registry in ${short(registry)} only`);
  const written = writtenBySpegel(role);
  const failure = role.phases.find(({ id }) => id === "running")?.failure;
  const after = written.get(`${directory}/hosts.toml`);
  if (after === undefined && failure !== undefined)
    return whole(`it ends before it has written for ${short(directory)}: ${short(failure, 120)}`);
  if (after === undefined) return unlisted(preview, directory);
  return file.path === `${directory}/hosts.toml`
    ? hostsLoss(preview, file.one.file.content, after)
    : certificateLoss(preview, directory, written.get(file.path));
}

function whole(reason: string, isUnlisted = false): Loss {
  return { kind: "file", reason, isUnlisted };
}

function writtenBySpegel(role: RolePreview): ReadonlyMap<string, string> {
  const own = runningFiles(role).filter(
    ({ state, origin }) => state === "active" && origin.kind === "spegel",
  );
  return new Map(own.map(({ path, content }) => [path, content]));
}

function unlisted({ chart }: Preview, directory: string): Loss {
  const list = isSince(chart.chart.version, "0.1.0") ? "mirroredRegistries" : "registries";
  return whole(
    chart.mirror.mirroredRegistries.length === 0
      ? `${list} is empty, so it writes _default alone`
      : `${short(directory)} is not in ${list}`,
    true,
  );
}

function certificateLoss({ chart }: Preview, directory: string, after: string | undefined): Loss {
  const { version } = chart.chart;
  if (!isSince(version, "0.5.0"))
    return whole(`Spegel ${version} copies no certificates, 0.5.0 and later do`);
  // Of a registry that is listed twice the content is written twice, which a certificate may be.
  if (after !== undefined) return { kind: "none" };
  return whole(
    `it copies certificates only with a [host] table, and keeps none of ${short(directory)}/hosts.toml`,
  );
}

function hostsLoss(preview: Preview, before: string, after: string): Loss {
  const { mirror, chart } = preview.chart;
  if (mirror.mirroredRegistries.length === 0 && !isSince(chart.version, "0.4.0"))
    return whole(`with an empty list of registries Spegel ${chart.version} looks for none`);
  const kept = mirrorsOf(preview, after);
  if (kept === null) return whole("containerd cannot read the file that Spegel writes with its tables");
  const hosts = mirrorsOf(preview, before)?.map(endpoint);
  if (hosts && hosts.length > 0) return lostHosts(hosts, new Set(kept.map(endpoint)), before);
  const lines = lostRootLines(before, after);
  // Without hosts and lines there is nothing to lose.
  if (lines.length === 0) return { kind: "none" };
  return whole(`it has no [host] table of its own${advice(lines, after)}`);
}

function lostHosts(hosts: readonly string[], kept: ReadonlySet<string>, before: string): Loss {
  const lost = hosts.filter((host) => !kept.has(host));
  if (lost.length === 0) return { kind: "none" };
  return lost.length < hosts.length
    ? { kind: "hosts", hosts: [...new Set(lost.map((host) => asWritten(host, before)))] }
    : whole("none of its hosts has a [host] table of its own");
}

/** containerd adds /v2 to a host's path. */
function asWritten(host: string, content: string): string {
  return content.includes(host) ? host : host.replace(/\/v2$/, "");
}

/** Settings that a host may have, too. */
const OF_HOSTS = ["ca", "client", "skip_verify", "header", "capabilities", "override_path", "dial_timeout"];

function advice(lines: readonly RootLine[], after: string): string {
  const keys = lines.map(({ key }) => key).filter((key) => OF_HOSTS.includes(key));
  const server = textOf(rootLinesOf(after).find(({ key }) => key === "server"));
  return keys.length > 0 && server
    ? `. Its ${keys.join(", ")} would have to stand in [host."${short(server)}"]`
    : "";
}

interface RootLine {
  readonly key: string;
  readonly text: string;
  readonly range: OffsetRange;
}

function rootLinesOf(content: string): RootLine[] {
  return rootLines(content).map((line) => ({ ...line, key: /^["']?([\w-]*)/.exec(line.text)?.[1] ?? "" }));
}

/** The lines above the first table that are not in what Spegel writes: it may write the same `server`. */
export function lostRootLines(before: string, after: string): readonly RootLine[] {
  const server = textOf(rootLinesOf(after).find(({ key }) => key === "server"));
  return rootLinesOf(before).filter((line) => line.key !== "server" || textOf(line) !== server);
}

/** What a key is set to, where it is a text; a slash at its end says nothing. */
function textOf(line: RootLine | undefined): string | undefined {
  return /=\s*(["'])(.*?)\/?\1\s*(?:#.*)?$/.exec(line?.text ?? "")?.[2];
}

function isSince(version: string, release: string): boolean {
  return compareReleases(version, release) >= 0;
}
