import {
  droppedNulls,
  locate,
  type OffsetRange,
  parseSpec,
  type SpecDocument,
  valueAt,
} from "@lookinglass/cluster-spec";
import { effectiveValues, mirrorArguments } from "@lookinglass/spegel";
import { HELM_VALUES } from "../../agent/spegel-state.js";
import type { SpecPath } from "../../analysis.js";
import { dataKey } from "../../memoised.js";
import type { Preview } from "../../preview.js";
import { docs } from "../docs.js";
import { previewedDocument } from "../finding-range.js";
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
      // A merge key of null is no value: spec/syntax speaks of it.
      if (path.includes("<<")) continue;
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
          levelsWithValues(preview.chart) > 1 || stopsHelm(preview, document, path.slice(0, depth))
            ? []
            : asYamlString(document, path.slice(0, depth)),
      };
    }
  },
};

/** Would the chart not be installed if the nulls reached Helm? A section of it without its values is none. */
function stopsHelm({ chart, roles }: Preview, { data }: SpecDocument, path: SpecPath): boolean {
  const { version } = chart.chart;
  const values = effectiveValues(valueAt(data, path), { version });
  const nodeAddress = roles[0]?.nodes[0].address ?? "";
  return mirrorArguments(values, { version, nodeAddress }).problems.length > chart.mirror.problems.length;
}

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
  const indent = map.value.start - text.lastIndexOf("\n", map.value.start) - 1;
  const lines = text.slice(start, end).replaceAll("\r\n", "\n");
  const value = `${lines.replace(new RegExp(`^ {0,${indent}}`, "gm"), "").trimEnd()}\n`;
  // An alias may lead out of the map: what it stands for is not in the string.
  if (dataKey(parseSpec(value).documents[0]?.data) !== dataKey(valueAt(document.data, path))) return [];
  return [{ name: "as-string", title: "Write helm_values as a YAML string", edits: [{ path, value }] }];
}

/** From the comments above the first key to those below the last value, as far as they are indented like it. */
function wholeLines(text: string, { start, end }: OffsetRange): OffsetRange {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const isComment = new RegExp(`^ {${start - first}} *#|^\\s*$`);
  return { start: aboveComments(text, first), end: belowWhile(text, end, isComment) };
}

function aboveComments(text: string, offset: number): number {
  let start = offset;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** The end of the line that holds an offset, or of the last line below it that is such a one. */
function belowWhile(text: string, offset: number, is: RegExp): number {
  let end = lineEnd(text, offset);
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    if (!is.test(text.slice(end + 1, next))) break;
    end = next;
  }
  return end;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at;
}
