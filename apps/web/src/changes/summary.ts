import { type LineDiff, linesChanged } from "../diff/line-diff.js";
import type { NodeChange } from "./node-changes.js";

/** All changes in a line: "4 lines of YAML; hosts.toml changes on master and 2 groups". */
export function changesSummary(yaml: LineDiff, nodes: readonly NodeChange[]): string {
  return [linesText(yaml), ...nodesTexts(nodes)].join("; ");
}

function linesText(yaml: LineDiff): string {
  const lines = linesChanged(yaml);
  if (lines === 0) return "No line of YAML but the end of it";
  return `${lines} ${lines === 1 ? "line" : "lines"} of YAML`;
}

function nodesTexts(nodes: readonly NodeChange[]): string[] {
  const kept = nodes.filter(
    ({ fate, phases }) => fate === "kept" || (fate === "renamed" && phases.length > 0),
  );
  const changed = kept.length > 0 ? [`${whatText(kept)} on ${whereText(kept)}`] : [];
  const fates = (["added", "removed"] as const).flatMap((fate) => {
    const titles = titlesOf(nodes.filter((each) => each.fate === fate));
    if (titles.length === 0) return [];
    const what = titles.length === 1 ? (titles[0] ?? "") : `${titles.length} groups`;
    return `${what} ${fate}`;
  });
  const texts = [...changed, ...fates];
  return [...renamedTexts(nodes), ...(texts.length > 0 ? texts : ["no file changes on any node"])];
}

function renamedTexts(nodes: readonly NodeChange[]): string[] {
  const renamed = nodes.filter(({ fate }) => fate === "renamed");
  if (renamed.length > 1) return [`${renamed.length} groups renamed`];
  return renamed.map(({ roles, formerTitle }) => `${formerTitle} renamed to ${roles[0].title}`);
}

function whatText(kept: readonly NodeChange[]): string {
  const files = kept.flatMap(({ phases }) => phases.flatMap(({ files: changed }) => changed));
  const names = new Set(files.map(({ path }) => path.split("/").at(-1)));
  const [name] = names;
  if (names.size === 0) return "what Spegel does changes";
  return names.size === 1 ? `${name} changes` : `${names.size} kinds of files change`;
}

function whereText(kept: readonly NodeChange[]): string {
  const roles = kept.flatMap(({ roles: each }) => each);
  const masters = roles.filter(({ kind }) => kind === "master").map(({ title }) => title);
  const workers = roles.filter(({ kind }) => kind === "worker").map(({ title }) => title);
  const groups = workers.length > 1 ? [`${workers.length} groups`] : workers;
  return [...masters, ...groups].join(" and ");
}

function titlesOf(nodes: readonly NodeChange[]): string[] {
  return nodes.flatMap(({ roles }) => roles.map(({ title }) => title));
}
