import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Segment } from "@lookinglass/go-template";
import type { BootstrapFile } from "../agent/bootstrap.js";
import type { TextRange } from "../analysis.js";
import { ranger } from "../inspect/text-range.js";
import type { Preview, RolePreview } from "../preview.js";
import { textRange } from "../rules/finding-range.js";
import { type RenderedTemplate, sourceRange, templateRange } from "../rules/template/template-places.js";
import { type LineOrigin, lineRanges } from "./line-origin.js";

/** The agent is closed source: what its template says is ours. */
const BUILT_IN = "Kublr’s built-in template, reconstructed";

/** Where each line of a file comes from that the Kublr agent writes. */
export function bootstrapLines(preview: Preview, role: RolePreview, file: BootstrapFile): LineOrigin[] {
  const { template, rendered } = file;
  const lines = lineRanges(file.content);
  if (!template || !rendered) return lines.map(() => ({ kind: "kublr", title: BUILT_IN }));
  const lineOf = ranger(template.content);
  const segments = segmentsOf(lines, rendered.segments);
  return lines.map((range, index) => {
    const near = { ...rendered, segments: segments[index] ?? [] };
    return templateLine(preview, { role, file, template, rendered: near }, range, lineOf);
  });
}

/** For each line the segments that it touches; both are in order, so each is looked at once or twice. */
function segmentsOf(lines: readonly OffsetRange[], segments: readonly Segment[]): (readonly Segment[])[] {
  let first = 0;
  return lines.map(({ start, end }) => {
    while ((segments[first]?.output.end ?? start) < start) first++;
    let last = first;
    while ((segments[last]?.output.start ?? Number.POSITIVE_INFINITY) <= end) last++;
    return segments.slice(first, last);
  });
}

function templateLine(
  preview: Preview,
  one: RenderedTemplate,
  range: OffsetRange,
  lineOf: ReturnType<typeof ranger>,
): LineOrigin {
  const source = sourceRange(one, range);
  const place = templateRange(preview, one.template, source);
  const parts = [`${linesTitle(lineOf(source))} of \`${one.template.key}\``, actionsTitle(one, range)];
  return {
    kind: "extension",
    title: parts.filter(Boolean).join(", "),
    ...(place && { range: textRange(preview, place) }),
  };
}

function linesTitle({ start, end }: TextRange): string {
  return start.line >= end.line ? `Line ${start.line}` : `Lines ${start.line} to ${end.line}`;
}

const MOST_NAMED = 2;
const LONGEST_ACTION = 60;

/** The actions whose output is part of the line; "" when all of it stands in the template as it is. */
function actionsTitle({ template, rendered, file }: RenderedTemplate, range: OffsetRange): string {
  const written = rendered.segments
    .filter(({ output }) => output.start < range.end && range.start < output.end)
    .map(({ output, source }) => ({
      output: file.content.slice(output.start, output.end),
      source: template.content.slice(source.start, source.end),
    }))
    .filter(({ output, source }) => output !== source && source.startsWith("{{"));
  const names = [...new Set(written.map(({ source }) => shortened(source)))];
  const named = names.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  if (names.length > MOST_NAMED) named.push(`${names.length - MOST_NAMED} more`);
  return named.length > 0 ? `with ${named.join(" and ")}` : "";
}

function shortened(action: string): string {
  const line = action.replaceAll(/\s+/g, " ").replaceAll("`", "'");
  return line.length > LONGEST_ACTION ? `${line.slice(0, LONGEST_ACTION)}…` : line;
}
