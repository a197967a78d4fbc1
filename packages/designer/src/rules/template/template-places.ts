import type { OffsetRange } from "@lookinglass/cluster-spec";
import { scalarRange } from "@lookinglass/cluster-spec";
import type { ExecuteResult, Segment } from "@lookinglass/go-template";
import type { BootstrapFile } from "../../agent/bootstrap.js";
import type { HostsTemplate } from "../../agent/extensions.js";
import { oncePer } from "../../memoised.js";
import type { Preview, RolePreview } from "../../preview.js";
import { previewedDocument } from "../finding-range.js";
import { isCopied, lastBeginning, touchedSegments } from "./segments.js";

/** A rendered extension of one role. */
export interface RenderedTemplate {
  readonly role: RolePreview;
  readonly file: BootstrapFile;
  readonly template: HostsTemplate;
  readonly rendered: ExecuteResult;
}

/** Every template of the user's that was rendered, role by role. */
export const renderedTemplates: (preview: Preview) => readonly RenderedTemplate[] = oncePer(({ roles }) =>
  roles.flatMap(templatesOf),
);

/** The user's templates that were rendered for a role. */
export function templatesOf(role: RolePreview): RenderedTemplate[] {
  return role.bootstrap.flatMap((file) => {
    const { template, rendered } = file;
    return template && rendered ? [{ role, file, template, rendered }] : [];
  });
}

/** The range in the spec text of a range within a template's text. */
export function templateRange(
  preview: Preview,
  template: HostsTemplate,
  range: OffsetRange,
): OffsetRange | null | undefined {
  const document = previewedDocument(preview);
  return document && scalarRange(document, template.contentPath, range);
}

/**
 * The range in the spec text of what wrote a range of the rendered file: the template's own text, or the action whose
 * output it is.
 */
export function outputRange(
  preview: Preview,
  one: RenderedTemplate,
  range: OffsetRange,
): OffsetRange | null | undefined {
  return templateRange(preview, one.template, sourceRange(one, range));
}

/** The same in the template's own text. */
export function sourceRange(
  { template, file, rendered }: Pick<RenderedTemplate, "template" | "file" | "rendered">,
  range: OffsetRange,
): OffsetRange {
  const { first, last } = touchedSegments(rendered.segments, range);
  const touched = rendered.segments.slice(first, last + 1);
  const start = touched.find(({ output }) => output.end > range.start) ?? touched.at(-1);
  const end = touched.findLast(({ output }) => output.start < range.end) ?? start;
  if (!start || !end) return { start: 0, end: 0 };
  const text = { source: template.content, output: file.content };
  return {
    start: sourceOffset(text, start, range.start, "start"),
    end: sourceOffset(text, end, range.end, "end"),
  };
}

/** Text is copied as it is, so offsets carry over; the output of an action belongs to the whole action. */
function sourceOffset(
  text: { readonly source: string; readonly output: string },
  segment: Segment,
  offset: number,
  side: "start" | "end",
): number {
  const { output, source } = segment;
  if (!isCopied(text, segment)) return source[side];
  return source.start + Math.min(Math.max(offset - output.start, 0), output.end - output.start);
}

/**
 * The range of the template's text that stands as it is at both ends of a range of the rendered file; null when an
 * action wrote an end. What lies between may come from actions.
 */
export function copiedRange(
  one: Pick<RenderedTemplate, "template" | "file" | "rendered">,
  range: OffsetRange,
): OffsetRange | null {
  const copied = copiedSegments(one);
  const isEmpty = range.start === range.end;
  const first = reaching(lastBeginning(copied, range.start), range.start + 1);
  const last = reaching(lastBeginning(copied, range.end - 1), range.end);
  // A point lies in the text before it or in the text after it.
  const [from, to] = isEmpty ? [first ?? last, first ?? last] : [first, last];
  if (!from || !to) return null;
  const start = from.source.start + range.start - from.output.start;
  const end = to.source.start + range.end - to.output.start;
  return start <= end ? { start, end } : null;
}

/** The segments that are text of the template's; each rendering is looked through once. */
const copiedSegments = oncePer(
  ({ template, file, rendered }: Pick<RenderedTemplate, "template" | "file" | "rendered">) => {
    const texts = { source: template.content, output: file.content };
    return rendered.segments.filter((segment) => isCopied(texts, segment));
  },
);

/** The segment if it goes on up to an offset. */
function reaching(segment: Segment | undefined, offset: number): Segment | undefined {
  return segment && segment.output.end >= offset ? segment : undefined;
}
