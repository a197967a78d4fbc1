import {
  clusterDocument,
  clusterRoles,
  editSpec,
  locate,
  type ParsedSpec,
  parseSpec,
  type SpecDocument,
  type SpecPath,
  valueAt,
} from "@lookinglass/cluster-spec";
import { jsonText } from "./json-text.js";
import { listed, shortName } from "./listed.js";

/** JSON of the whole; or what one level writes of the agent's configuration, by the level's id. */
export type ExportFormat =
  | { readonly kind: "json" }
  | { readonly kind: "agent-config"; readonly scope: string };

export type SpecExport =
  | {
      readonly ok: true;
      readonly text: string;
      /** What else has a configuration of its own, which is not in the text: "group gpu", "the masters". */
      readonly without: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

const KEY = "kublrAgentConfig";

/** A part of a spec, or the spec in another form; of several documents, the cluster's. */
export function exportSpec(text: string, format: ExportFormat): SpecExport {
  const spec = parseSpec(text);
  if (spec.problems.some(({ code }) => code === "spec/syntax")) return refused("the YAML does not parse.");
  const document = clusterDocument(spec);
  if (!document) return refused("the text holds no cluster.");
  if (format.kind === "agent-config") return agentConfig(text, document, configLevels(spec), format.scope);
  return { ok: true, text: `${jsonText(document)}\n`, without: [] };
}

/** A level of the spec that may have a kublrAgentConfig. */
interface ConfigLevel {
  readonly id: string;
  /** In the middle of a sentence. */
  readonly title: string;
  readonly path: SpecPath;
}

function configLevels(spec: ParsedSpec): readonly ConfigLevel[] {
  const groups = clusterRoles(spec).filter(({ path }) => path !== null);
  return [
    { id: "cluster", title: "the whole cluster", path: ["spec", KEY] },
    ...groups.map(({ id, kind, title, configPath: path }) => {
      return { id, title: kind === "master" ? "the masters" : `group ${shortName(title)}`, path };
    }),
  ];
}

/**
 * What one level itself writes, as it is written: comments, order and quoting stay, and it can be put back where it
 * comes from, or into another spec. What a group takes from the whole cluster is not part of it: merged into the
 * group's, it would stay as it is there when the cluster's changes.
 */
function agentConfig(
  text: string,
  document: SpecDocument,
  levels: readonly ConfigLevel[],
  scope: string,
): SpecExport {
  const written = levels.filter(({ path }) => (valueAt(document.data, path) ?? null) !== null);
  const level = levels.find(({ id }) => id === scope);
  const others = written.filter(({ id }) => id !== scope).map(({ title }) => title);
  const place = level && written.includes(level) && locate(document, level.path);
  if (!level || !place) return refused(noConfig(level, others));
  const config = valueAt(document.data, level.path);
  const cut = cutOut(text, place.key?.start ?? place.value.start, place.value.end);
  // Anchors and texts that depend on what stands around them: written anew.
  const exported = holds(cut, config) ? cut : editSpec("", [{ path: [KEY], value: config ?? null }]).text;
  return { ok: true, text: exported, without: others };
}

function noConfig(level: ConfigLevel | undefined, others: readonly string[]): string {
  if (!level) return "this group is not in the text any more.";
  const none = `no kublrAgentConfig is written for ${level.title}`;
  return others.length === 0 ? `${none}.` : `${none}; there is one for ${listed(others)}.`;
}

/** A part of the text, with the comment that ends its last line, moved to the left margin. */
function cutOut(text: string, start: number, end: number): string {
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const indentation = new RegExp(`^ {0,${column}}`);
  const [comment = ""] = /^[ \t]+#.*/.exec(text.slice(end)) ?? [];
  const [first = "", ...others] = text.slice(start, end + comment.length).split("\n");
  return `${[first, ...others.map((line) => line.replace(indentation, ""))].join("\n")}\n`;
}

function holds(text: string, config: unknown): boolean {
  const { documents, problems } = parseSpec(text);
  const [document] = documents;
  if (problems.length > 0 || documents.length !== 1) return false;
  return JSON.stringify(valueAt(document?.data, [KEY])) === JSON.stringify(config);
}

function refused(reason: string): SpecExport {
  return { ok: false, reason };
}
