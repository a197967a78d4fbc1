import { knownAt, locate, nearestKey, type SpecDocument, valueAt } from "@lookinglass/cluster-spec";
import { SPEGEL } from "../../agent/spegel-state.js";
import type { SpecEdit } from "../../analysis.js";
import { isMap } from "../../plain-data.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
import type { Finding, Rule } from "../rule.js";
import { short } from "../short.js";

export const noCluster: Rule = {
  code: "spec/no-cluster",
  severity: "error",
  when: "no `kind: Cluster` document (a bare `spec:` fragment is accepted, info)",
  explanation:
    "A Kublr cluster specification is a YAML document with `kind: Cluster`, `metadata.name` and `spec`. " +
    "A bare `spec:` is previewed as if it stood in one, with one master and one worker group assumed.",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    const { spec } = preview;
    if (spec.cluster.form === "none" && spec.problems.length === 0) {
      const alone = looseConfig(spec.documents);
      const misspelt = spec.documents.find(
        ({ kind }) => kind !== null && nearestKey(kind, [CLUSTER]) !== null,
      );
      if (misspelt) yield misspeltKind(misspelt);
      else yield alone ? loose(alone.document, alone.keys) : nothing(spec.text);
    }
    if (spec.cluster.form === "fragment") {
      yield {
        message:
          "This is a fragment without `kind: Cluster`: one master and one worker group are assumed where it names none.",
        severity: "info",
        path: ["spec"],
        atKey: true,
        fixes: () => [{ name: "wrap", title: "Make it a Cluster", edits: clusterEdits(preview) }],
      };
    }
  },
};

function nothing(text: string): Finding {
  const message = text.trim()
    ? "There is no document with `kind: Cluster` here, so there is nothing to preview."
    : "The file is empty: paste a cluster spec, or open an example.";
  return { message, path: [], range: { start: 0, end: firstLineEnd(text) } };
}

const CLUSTER = "Cluster";

/** `kind: cluster`. */
function misspeltKind(document: SpecDocument): Finding {
  const path = ["kind"];
  return {
    message: `The kind is ${short(document.kind ?? "")}, not ${CLUSTER}: there is nothing to preview.`,
    path: [],
    range: locate(document, path)?.value ?? null,
    fixes: () =>
      document.index === 0
        ? [{ name: "kind", title: `Write ${CLUSTER}`, edits: [{ path, value: CLUSTER }] }]
        : [],
  };
}

/** The only document without a kind, where it is an agent config or has one, with what belongs in spec. */
function looseConfig(
  documents: readonly SpecDocument[],
): { readonly document: SpecDocument; readonly keys: readonly string[] } | null {
  const [document, ...more] = documents.filter(({ kind }) => kind === null);
  const keys = document && more.length === 0 ? agentConfigParts(document.data) : null;
  return document && keys ? { document, keys } : null;
}

/** A kublrAgentConfig alone or with other keys of spec, or what stands in one. */
function loose(document: SpecDocument, keys: readonly string[]): Finding {
  const { index } = document;
  const [first = ""] = keys;
  const isWhole = keys.includes(AGENT_CONFIG);
  const place = isWhole ? ["spec"] : ["spec", AGENT_CONFIG];
  return {
    message:
      "This is an agent config without a Cluster around it, so there is nothing to preview: spec.kublrAgentConfig is its place.",
    path: [],
    range: locate(document, [isWhole ? AGENT_CONFIG : first])?.key ?? null,
    fixes: () => [
      {
        name: "fragment",
        title:
          keys.length > 1 && isWhole
            ? "Put it and what stands beside it into spec"
            : "Put it into spec.kublrAgentConfig",
        // The document never is without a key: it would be written anew.
        edits: [
          { document: index, path: ["spec"], value: {} },
          ...keys.map((key) => ({ document: index, path: [key], move: [...place, key] })),
        ],
      },
    ],
  };
}

const AGENT_CONFIG = "kublrAgentConfig";

/** The keys of a document that belong in spec, or in its agent config; null where there is no agent config, or more. */
function agentConfigParts(data: unknown): readonly string[] | null {
  if (!isMap(data)) return null;
  const keys = Object.keys(data);
  if (isMap(data[AGENT_CONFIG])) {
    const moved = keys.filter((key) => key !== "metadata");
    return moved.every((key) => knownAt(["spec"])?.keys.has(key)) ? moved : null;
  }
  const isSpegels = valueAt(data, SPEGEL) !== undefined;
  const isExtension = (value: unknown) => isMap(value) && ("path" in value || "content" in value);
  const hasExtensions = isMap(data.extensions) && Object.values(data.extensions).some(isExtension);
  const known = knownAt(["spec", AGENT_CONFIG]);
  const isOnlyConfig = keys.every((key) => known?.keys.has(key));
  return isOnlyConfig && (isSpegels || hasExtensions) ? keys : null;
}

function clusterEdits(preview: Preview): SpecEdit[] {
  const name = ["metadata", "name"];
  const isNamed = valueAt(previewedDocument(preview)?.data, name) !== undefined;
  const named: SpecEdit[] = isNamed ? [] : [{ path: name, value: "my-cluster" }];
  return [{ path: ["kind"], value: "Cluster" }, ...named];
}

function firstLineEnd(text: string): number {
  const end = text.search(/\r?\n/);
  return end < 0 ? text.length : end;
}
