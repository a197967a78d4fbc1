import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { BootstrapFile } from "../agent/bootstrap.js";
import type { Preview, RolePreview } from "../preview.js";
import { textRange } from "../rules/diagnose.js";
import { type RenderedTemplate, sourceRange, templateRange } from "../rules/templates/template-places.js";
import { type LineOrigin, lineRanges } from "./line-origin.js";

/** The agent is closed source: what its template says is ours. */
const BUILT_IN = "Kublr’s built-in template, reconstructed";

/** Where each line of a file comes from that the Kublr agent writes. */
export function bootstrapLines(preview: Preview, role: RolePreview, file: BootstrapFile): LineOrigin[] {
  const { template, rendered } = file;
  const lines = lineRanges(file.content);
  if (!template || !rendered) return lines.map(() => ({ kind: "kublr", title: BUILT_IN }));
  const one = { role, file, template, rendered };
  return lines.map((range) => templateLine(preview, one, range));
}

function templateLine(preview: Preview, one: RenderedTemplate, range: OffsetRange): LineOrigin {
  const source = sourceRange(one, range);
  const place = templateRange(preview, one.template, source);
  return {
    kind: "extension",
    title: [
      `${linesTitle(one.template.content, source)} of \`${one.template.key}\``,
      actionsTitle(one, range),
    ]
      .filter(Boolean)
      .join(", "),
    ...(place && { range: textRange(preview, place) }),
  };
}

function linesTitle(text: string, { start, end }: OffsetRange): string {
  const [first, last] = [start, Math.max(start, end)].map((at) => text.slice(0, at).split("\n").length);
  return first === last ? `Line ${first}` : `Lines ${first} to ${last}`;
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
