import {
  droppedNulls,
  locate,
  type OffsetRange,
  type SpecDocument,
  valueAt,
} from "@lookinglass/cluster-spec";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import type { SpecPath } from "../../analysis.js";
import { previewedDocument } from "../diagnose.js";
import { docs } from "../docs.js";
import type { Finding, FindingFix, Rule } from "../rule.js";
import { levelsWithValues } from "./helm-values-string.js";

export const nullDropped: Rule = {
  code: "spec/null-dropped",
  severity: "warning",
  when: "`null` inside structured helm_values, or in a group over a value of the cluster's: the Kublr API strips it, so Helm or the merge never sees it",
  explanation:
    "The Kublr API removes nulls from structured maps. To unset a default of the Spegel chart, write helm_values as a " +
    "string that holds YAML; to take away what the cluster's level has, write another value (for a template, content: '').",
  docs: docs.kublr,
  *check(preview): Iterable<Finding> {
    const document = previewedDocument(preview);
    if (!document) return;
    for (const path of droppedNulls(preview.spec)) {
      const depth = path.indexOf("helm_values") + 1;
      const kept = depth === 0 ? ofCluster(document, path) : null;
      if (kept) {
        yield {
          message: `The null of ${kept.join(".")} takes nothing away: the cluster's value stays in force.`,
          path,
          atKey: true,
        };
      }
      if (depth === 0 || path[depth - 2] !== HELM_VALUES.at(-2) || path.length === depth) continue;
      yield {
        message: `The null of ${path.slice(depth).join(".")} never reaches Helm: the chart's default stays in force.`,
        path,
        atKey: true,
        fixes: () =>
          levelsWithValues(preview.chart) > 1 ? [] : asYamlString(document, path.slice(0, depth)),
      };
    }
  },
};

/** Where in the agent config a group's null stands, when the cluster's config has a value there. */
function ofCluster({ data }: SpecDocument, path: SpecPath): SpecPath | null {
  const place = path.slice(path.indexOf("kublrAgentConfig") + 1);
  const isGroups = path[1] !== "kublrAgentConfig";
  return isGroups && (valueAt(data, ["spec", "kublrAgentConfig", ...place]) ?? null) !== null ? place : null;
}

/** Only a block map can be taken over as it is written, comments included. */
function asYamlString(document: SpecDocument, path: SpecPath): FindingFix[] {
  const map = locate(document, path);
  const { text } = document;
  if (!map || text[map.value.start] === "{") return [];
  const { start, end } = wholeLines(text, map.value);
  const margin = new RegExp(`^ {0,${map.value.start - start}}`, "gm");
  const value = `${text.slice(start, end).replace(margin, "").trimEnd()}\n`;
  return [{ name: "as-string", title: "Write helm_values as a YAML string", edits: [{ path, value }] }];
}

/** Down to the comment behind the last value. */
function wholeLines(text: string, { start, end }: OffsetRange): OffsetRange {
  const lineEnd = text.indexOf("\n", end);
  return { start: text.lastIndexOf("\n", start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
}
