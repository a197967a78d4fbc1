import { editSpec, locate, parseSpec, type SpecDocument, valueAt } from "@lookinglass/cluster-spec";
import { jsonText } from "./json-text.js";

export type ExportFormat = "json" | "agent-config";

export type SpecExport =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const KEY = "kublrAgentConfig";
const PATH = ["spec", KEY];

/** A part of a spec, or the spec in another form; of several documents, the cluster's. */
export function exportSpec(text: string, format: ExportFormat): SpecExport {
  const { cluster, documents, problems } = parseSpec(text);
  if (problems.some(({ code }) => code === "spec/syntax")) return refused("The YAML does not parse.");
  const document = cluster.form === "none" ? undefined : documents[cluster.document];
  if (!document) return refused("The text holds no cluster.");
  return format === "json" ? asJson(document) : agentConfig(text, document);
}

function asJson(document: SpecDocument): SpecExport {
  return { ok: true, text: `${jsonText(document)}\n` };
}

/** The cluster's own configuration of the agent, as it is written: comments, order and quoting stay. */
function agentConfig(text: string, document: SpecDocument): SpecExport {
  const config = valueAt(document.data, PATH);
  const place = locate(document, PATH);
  if (config === undefined || !place) {
    return refused("The cluster itself has no kublrAgentConfig; worker groups may have one.");
  }
  const start = place.key?.start ?? place.value.start;
  const cut = cutOut(text, start, place.value.end);
  if (holds(cut, config)) return { ok: true, text: cut };
  // Anchors and texts that depend on what stands around them: written anew.
  return { ok: true, text: editSpec("", [{ path: [KEY], value: config }]).text };
}

/** A part of the text, moved to the left margin. */
function cutOut(text: string, start: number, end: number): string {
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const indentation = new RegExp(`^ {0,${column}}`);
  const [first = "", ...others] = text.slice(start, end).split("\n");
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
