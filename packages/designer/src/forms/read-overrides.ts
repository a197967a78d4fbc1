import { type ParsedSpec, scalarRange, toPosition } from "@lookinglass/cluster-spec";
import { type HostsTemplate, hostsTemplates, winningTemplates } from "../agent/extensions.js";
import type { TextRange } from "../analysis.js";
import { readHosts } from "./hosts-content.js";
import type { OverrideForm } from "./model.js";
import { originOf, type Scope, writesHere } from "./scopes.js";

/** Reads the overrides of the levels of a spec; a template that several levels use is read once. */
export function overrideReader(
  spec: ParsedSpec,
  scopes: readonly Scope[],
): (scope: Scope) => readonly OverrideForm[] {
  const known = new Map<string, PlacedHosts>();
  const groups = scopes.filter(({ id }) => id !== "cluster");
  const clusterKeys = new Set(scopes[0] && hostsTemplates(scopes[0].config).map(({ key }) => key));
  const readTemplate = (template: HostsTemplate) => {
    const place = JSON.stringify(template.contentPath);
    const hosts = known.get(place) ?? placedHosts(spec, template);
    known.set(place, hosts);
    return hosts;
  };
  return (scope) => {
    const templates = hostsTemplates(scope.config);
    const winners = winningTemplates(templates);
    return templates.map((template) => {
      const { key, target, content, specPath, contentPath } = template;
      const winner = winners.get(target)?.key;
      const writes = (level: Scope) => writesHere(level, ["extensions", key]);
      const isGroup = scope.id !== "cluster";
      return {
        key,
        from: originOf(scope, ["extensions", key]) === "here" ? "here" : "cluster",
        coversCluster: isGroup && writes(scope) && clusterKeys.has(key),
        overruledBy: isGroup ? [] : groups.filter(writes).map(({ title }) => title),
        registry: /^([^/]+)\/hosts\.toml$/.exec(target)?.[1] ?? null,
        target,
        content,
        ...readTemplate(template),
        shadowedBy: winner === undefined || winner === key ? null : winner,
        path: specPath,
        contentPath,
      };
    });
  };
}

type PlacedHosts = Pick<OverrideForm, "hosts" | "places">;

function placedHosts(spec: ParsedSpec, { content, contentPath }: HostsTemplate): PlacedHosts {
  const document = spec.cluster.form === "none" ? undefined : spec.documents[spec.cluster.document];
  const read = readHosts(content);
  const place = (range: { readonly start: number; readonly end: number }): TextRange | null => {
    const found = document ? scalarRange(document, contentPath, range) : null;
    return found && { start: toPosition(spec, found.start), end: toPosition(spec, found.end) };
  };
  return { hosts: read.content, places: read.ranges.map(place) };
}
