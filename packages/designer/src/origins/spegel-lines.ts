import { runMirrorSteps } from "@lookinglass/spegel";
import type { NodeFile } from "../analysis.js";
import type { Preview, RolePreview } from "../preview.js";
import { type ChartCause, chartCause } from "./chart-value.js";
import { type HostsLine, hostsLines, lineLike } from "./hosts-blocks.js";
import { type LineOrigin, lineRanges } from "./line-origin.js";
import { bootstrapLines } from "./template-lines.js";

/** What the lines of one of Spegel's files are explained by. */
interface SpegelFile {
  readonly preview: Preview;
  readonly role: RolePreview;
  readonly path: string;
  /** What the chart passes to Spegel on the node. */
  readonly targets: readonly string[];
  readonly isHostPortOpen: boolean;
}

/** Where each line of a file comes from that Spegel writes. */
export function spegelLines(preview: Preview, role: RolePreview, { path, content }: NodeFile): LineOrigin[] {
  const [node] = role.nodes;
  if (!node) return [];
  const mirror = preview.chart.argumentsFor(node);
  const { version } = preview.chart.chart;
  const own = runMirrorSteps({ ...mirror, existing: {}, steps: [{ do: "add" }] }, { version }).files[path];
  if (own === undefined) return copiedLines(preview, role, { path, content });
  const file = {
    preview,
    role,
    path,
    targets: mirror.mirrorTargets,
    isHostPortOpen: mirror.hostPort !== null,
  };
  // Kept tables follow Spegel's own; older releases mix them by name.
  const ownLines = content.startsWith(own) ? lineRanges(own).length : Number.POSITIVE_INFINITY;
  return hostsLines(content).map((line, index) =>
    index < ownLines && !isKeptHost(file, line) ? ownLine(file, line) : keptLine(file, line),
  );
}

/** In an own part every host is a target; any other was in the file before. */
function isKeptHost({ targets }: SpegelFile, { host }: HostsLine): boolean {
  return host !== null && targetIndex(targets, host) < 0;
}

/** Brackets around an IPv6 address are put there by some releases. */
function targetIndex(targets: readonly string[], host: string): number {
  const bare = (address: string) => address.replaceAll(/[[\]]/g, "");
  return targets.findIndex((target) => bare(target) === bare(host));
}

function ownLine(file: SpegelFile, line: HostsLine): LineOrigin {
  if (line.text.trim() === "") return { kind: "spegel", title: "Spegel’s layout" };
  const { title, cause } = explain(file, line);
  return { kind: "spegel", title, ...(cause?.range && { range: cause.range }) };
}

interface Explanation {
  readonly title: string;
  readonly cause?: ChartCause;
}

function explain(file: SpegelFile, line: HostsLine): Explanation {
  const { preview } = file;
  const because = (title: string, cause: ChartCause): Explanation => ({
    title: `${title}: ${cause.name}`,
    cause,
  });
  switch (line.key) {
    case null:
      return line.isHeader ? targetOf(file, line.host ?? "") : { title: "Spegel’s layout" };
    case "server":
      return because("The registry itself", registryCause(file));
    case "capabilities":
      return because(
        line.text.includes("resolve") ? "Tags are resolved here too" : "Tags are not resolved here",
        chartCause(preview, ["spegel.resolveTags"]),
      );
    case "Authorization":
      return because("Credentials for every target", chartCause(preview, ["basicAuthSecretName"]));
    case "dial_timeout":
      return { title: `Spegel ${preview.chart.chart.version} writes it; no chart value changes it` };
    default:
      return { title: `Spegel ${preview.chart.chart.version} writes it` };
  }
}

/** Which of the targets that the chart passes a host is: this node's two ports come first. */
function targetOf({ preview, targets, isHostPortOpen }: SpegelFile, host: string): Explanation {
  const index = targetIndex(targets, host);
  const ports = isHostPortOpen ? ["hostPort", "nodePort"] : ["nodePort"];
  const port = ports[index];
  if (port) {
    const cause = chartCause(preview, [`service.registry.${port}`]);
    const what =
      port === "hostPort" ? "This node’s Spegel" : "Spegel on any node, by this node’s service port";
    return { title: `${what}: ${cause.name}`, cause };
  }
  const names = ["spegel.additionalMirrorTargets", "spegel.additionalMirrorRegistries"];
  const cause = chartCause(preview, names, index - ports.length);
  return { title: `Your mirror: ${cause.name}`, cause };
}

function registryCause({ preview, path }: SpegelFile): ChartCause {
  const names = ["spegel.mirroredRegistries", "spegel.registries"];
  const directory = path.slice(0, path.indexOf("/"));
  const listed = preview.chart.chart.mirroredRegistries;
  const index = listed.findIndex((entry) => entry.replace(/^https?:\/\//, "") === directory);
  return chartCause(preview, names, index < 0 ? undefined : index);
}

/** A line of a table that was in the file before Spegel came: that of the template, if the user wrote it. */
function keptLine({ preview, role, path }: SpegelFile, line: HostsLine): LineOrigin {
  const former = role.bootstrap.find((file) => file.path === path);
  const index = former ? lineLike(hostsLines(former.content), line) : -1;
  const origin = former && index >= 0 ? bootstrapLines(preview, role, former)[index] : undefined;
  const cause = chartCause(preview, ["spegel.prependExisting", "spegel.appendMirrors"]);
  const kept = `Kept from \`_backup/${path}\` by ${cause.name}`;
  if (!origin) return { kind: "spegel", title: kept, ...(cause.range && { range: cause.range }) };
  return { ...origin, title: `${kept}. ${origin.title}` };
}

/** A certificate that Spegel copies beside the file whose hosts it keeps. */
function copiedLines(
  preview: Preview,
  role: RolePreview,
  { path, content }: Pick<NodeFile, "path" | "content">,
): LineOrigin[] {
  const former = role.bootstrap.find((file) => file.path === path);
  const lines = former ? bootstrapLines(preview, role, former) : [];
  const copied = `Copied from \`_backup/${path}\``;
  return lineRanges(content).map((_, index) => {
    const origin = lines[index];
    return origin ? { ...origin, title: `${copied}. ${origin.title}` } : { kind: "spegel", title: copied };
  });
}
