import { parseSpec, toPosition } from "@lookinglass/cluster-spec";
import { renderTemplate, type Segment } from "@lookinglass/go-template";
import type { TextPosition, TextRange } from "../analysis.js";
import { ranger } from "../inspect/text-range.js";

export interface TemplateQuestion {
  readonly template: string;
  /** YAML or JSON: the template's "." */
  readonly data: string;
  readonly functions: "go" | "sprig";
}

/** What a template wrote, up to its error if it has one. */
export interface TemplateOutput {
  readonly text: string;
  /** Line of the template (from 1) that wrote the start of each line of the text. */
  readonly templateLines: readonly number[];
}

export interface TemplateFault {
  /** limit: ours, Go has none there. */
  readonly phase: "parse" | "exec" | "limit";
  /** Go's own text. */
  readonly message: string;
  readonly place: TextPosition;
}

export type TemplateTrial =
  | { readonly kind: "bad-data"; readonly message: string; readonly range: TextRange }
  | { readonly kind: "rendered"; readonly output: TemplateOutput; readonly fault: TemplateFault | null };

/** Bytes that a trial may write: enough for any hosts.toml, little enough to show. */
const MAX_OUTPUT_BYTES = 65_536;

/**
 * Renders a template with data that the user typed, as the Kublr agent's Go does. Numbers of the data are read as
 * those of a cluster spec; empty data is nil.
 *
 * @returns the first fault of the data with its place; else the output, with Go's error where there is one
 */
export function tryTemplate({ template, data, functions }: TemplateQuestion): TemplateTrial {
  const parsed = parseSpec(data);
  const [problem] = parsed.problems;
  if (problem) {
    const range = {
      start: toPosition(parsed, problem.range.start),
      end: toPosition(parsed, problem.range.end),
    };
    return { kind: "bad-data", message: problem.message, range };
  }
  const value = parsed.documents[0]?.data ?? null;
  const result = renderTemplate(template, value, { functions, limits: { maxOutputBytes: MAX_OUTPUT_BYTES } });
  const text = result.ok ? result.output : result.partialOutput;
  const output = { text, templateLines: templateLines(template, text, result.segments) };
  if (result.ok) return { kind: "rendered", output, fault: null };
  const { phase, message, offset } = result.error;
  const place = ranger(template)({ start: offset, end: offset }).start;
  return { kind: "rendered", output, fault: { phase, message, place } };
}

function templateLines(template: string, text: string, segments: readonly Segment[]): number[] {
  const range = ranger(template);
  const lines: number[] = [];
  let current = 0;
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    while ((segments[current]?.output.end ?? text.length) <= start) current++;
    const segment = segments[current];
    const offset = segment ? sourceOffset(template, text, segment, start) : 0;
    lines.push(range({ start: offset, end: offset }).start.line);
  }
  return lines;
}

function nextLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end + 1;
}

/** Text is copied as it is, so offsets carry over; what an action writes belongs to the action. */
function sourceOffset(template: string, text: string, { output, source }: Segment, at: number): number {
  const isCopied = text.slice(output.start, output.end) === template.slice(source.start, source.end);
  return isCopied ? source.start + at - output.start : source.start;
}
