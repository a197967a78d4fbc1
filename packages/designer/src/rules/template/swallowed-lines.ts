import type { OffsetRange } from "@lookinglass/cluster-spec";
import type { Segment } from "@lookinglass/go-template";
import { oncePer } from "../../memoised.js";
import { touchedSegments } from "./segments.js";
import type { RenderedTemplate } from "./template-places.js";

/** TOML of a template that stands within a comment of the rendered file. */
export interface SwallowedLine {
  /** In the rendered file, up to the end of the comment. */
  readonly output: OffsetRange;
  /** Where the template writes it. */
  readonly source: number;
  /** The line of the template, without the blanks around it. */
  readonly text: string;
  /** Where the template has the `#` of the comment. */
  readonly hash: number;
}

/**
 * The lines of a template that a trim marker, or the end of a loop's body, joins to the comment before them. What begins
 * like a table or a key on another line than the `#`, or before it, belongs to another line.
 */
export const swallowedLines = oncePer((one: RenderedTemplate): readonly SwallowedLine[] => {
  const { output, segments } = one.rendered.ok ? one.rendered : { output: "", segments: [] };
  return tomlComments(output).flatMap((comment) => {
    const { first, last } = touchedSegments(segments, comment);
    const inside = segments.slice(first, last + 1).filter((segment) => segment.output.end > comment.start);
    const [begin, ...others] = inside;
    if (!begin) return [];
    const hash = Math.min(begin.source.start + comment.start - begin.output.start, begin.source.end - 1);
    return others.flatMap((segment) => swallowed(one, comment, segment, hash) ?? []);
  });
});

function swallowed(
  { template: { content }, file }: RenderedTemplate,
  comment: OffsetRange,
  { output, source }: Segment,
  hash: number,
): SwallowedLine | null {
  const range = { start: output.start, end: comment.end };
  if (range.start >= range.end || !BEGINS_LIKE_TOML.test(file.content.slice(range.start, range.end)))
    return null;
  const isSameLine = source.start > hash && !content.slice(hash, source.start).includes("\n");
  if (isSameLine || callsTemplate(content, hash)) return null;
  return { output: range, source: source.start, text: lineAt(content, source.start), hash };
}

const KEY_PART = /(?:[\w-]+|"[^"\n]*"|'[^'\n]*')/.source;
const BEGINS_LIKE_TOML = new RegExp(
  `^[ \\t]*(?:\\[{1,2}[ \\t]*${KEY_PART}|${KEY_PART}(?:[ \\t]*\\.[ \\t]*${KEY_PART})*[ \\t]*=)`,
);

/** What another template writes into a comment is meant for it. */
function callsTemplate(content: string, hash: number): boolean {
  return /\{\{-?[ \t]*(?:template|block)\b/.test(content.slice(hash, lineEnd(content, hash)));
}

function lineAt(content: string, offset: number): string {
  return content.slice(content.lastIndexOf("\n", offset - 1) + 1, lineEnd(content, offset)).trim();
}

function lineEnd(content: string, offset: number): number {
  const at = content.indexOf("\n", offset);
  return at < 0 ? content.length : at;
}

/** Texts in quotes, over several lines or one, and comments. */
const QUOTED_OR_COMMENT =
  /"""(?:\\[\s\S]|(?!""")[\s\S])*(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|#[^\n]*/g;

/** The comments of a TOML text, each from its `#` to the end of its line. */
function tomlComments(text: string): OffsetRange[] {
  return Array.from(text.matchAll(QUOTED_OR_COMMENT), (match) => ({
    isComment: match[0].startsWith("#"),
    start: match.index,
    end: match.index + match[0].length,
  })).flatMap(({ isComment, start, end }) => (isComment ? [{ start, end }] : []));
}
