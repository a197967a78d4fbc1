import { clusterDocument, parseSpec } from "@lookinglass/cluster-spec";
import { shortName } from "./listed.js";
import { MAX_BYTES } from "./read-file.js";

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Several files as one text. */
export interface JoinedFiles {
  readonly name: string;
  readonly text: string;
  /** The names of the files that are in it. */
  readonly joined: readonly string[];
  /** Why each of the others is not: "b.yaml holds another cluster". */
  readonly left: readonly string[];
}

/**
 * The files as documents of one text, in their order: a cluster with its Secrets and what else belongs to it. One text
 * has one cluster: of several, the first. What does not parse stays out, for it would take the others with it.
 *
 * @param files at least one
 */
export function joinFiles(files: readonly NamedText[]): JoinedFiles {
  const judged = files.map((file) => ({ ...file, holds: contentOf(file.text) }));
  const main =
    judged.find(({ holds }) => holds === "cluster") ??
    judged.find(({ holds }) => holds === "documents") ??
    judged[0];
  if (!main) return { name: "nothing", text: "", joined: [], left: [] };
  const parts = judged.filter((file) => file === main || file.holds === "documents");
  const text = main.holds === "unreadable" ? null : joinTexts(parts.map((part) => part.text));
  const kept = text === null ? [main] : parts;
  const left = judged
    .filter((file) => !kept.includes(file))
    .map((file) => `${shortName(file.name)} ${whyNot(file.holds)}`);
  return {
    name: namesText(main.name, kept.length),
    text: text ?? main.text,
    joined: kept.map(({ name }) => name),
    left,
  };
}

type Content = "cluster" | "documents" | "unreadable";

function contentOf(text: string): Content {
  const spec = parseSpec(text);
  if (spec.problems.some(({ code }) => code === "spec/syntax")) return "unreadable";
  if (clusterDocument(spec)) return "cluster";
  const hasMaps = spec.documents.every(({ data }) => typeof data === "object" && !Array.isArray(data));
  return hasMaps ? "documents" : "unreadable";
}

function whyNot(holds: Content): string {
  switch (holds) {
    case "cluster":
      return "holds another cluster";
    case "documents":
      return "cannot be joined with it";
    case "unreadable":
      return "holds no YAML documents";
  }
}

const BEGINS_DOCUMENT = /^(?:[ \t]*(?:#.*)?\r?\n)*---/;

/** Null when the documents would not be the same, one below the other, or are too many. */
function joinTexts(texts: readonly string[]): string | null {
  const end = texts[0]?.includes("\r\n") ? "\r\n" : "\n";
  const joined = texts
    .map((text, index) => {
      const ended = text === "" || text.endsWith("\n") ? text : `${text}${end}`;
      if (index === 0) return ended;
      return `${BEGINS_DOCUMENT.test(ended) ? "" : `---${end}`}${ended.replace(/^\ufeff/, "")}`;
    })
    .join("");
  if (joined.length > MAX_BYTES) return null;
  const documents = texts.flatMap((text) => dataOf(text));
  return JSON.stringify(dataOf(joined)) === JSON.stringify(documents) ? joined : null;
}

function dataOf(text: string) {
  return parseSpec(text).documents.map(({ data }) => data);
}

function namesText(main: string, count: number): string {
  const name = shortName(main);
  return count === 1 ? name : `${name} and ${count - 1} more ${count === 2 ? "file" : "files"}`;
}
