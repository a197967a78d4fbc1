import { readFileSync } from "node:fs";
import { editSpec } from "@lookinglass/cluster-spec";
import type { Diagnostic, Fix, Settings, TextPosition } from "../analysis.js";
import { analyze } from "../analyze.js";
import { atEveryPlace } from "../places.js";
import type { RuleCode } from "../rules/codes.js";

/** What a spec is analysed under. */
export interface Circumstances {
  readonly settings?: Settings;
  /** The text that was imported; the analysed one where it is not given. */
  readonly imported?: string;
}

/** A spec in which «guillemets» mark the places where a rule is expected to fire. */
export interface MarkedSpec {
  readonly text: string;
  /** What stands between the marks, with its place, in order. */
  readonly marks: readonly { readonly text: string; readonly start: TextPosition }[];
}

/** Takes the marks out of a text and notes where they were. */
export function marked(source: string): MarkedSpec {
  const parts = source.split(/[«»]/);
  let text = "";
  const marks: { text: string; start: TextPosition }[] = [];
  parts.forEach((part, index) => {
    if (index % 2 === 1) marks.push({ text: part, start: positionAtEnd(text) });
    text += part;
  });
  return { text, marks };
}

function positionAtEnd(text: string): TextPosition {
  const lines = text.split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** The places at which a rule fires, in the form of {@link MarkedSpec.marks}. */
export function firings(text: string, code: RuleCode, under: Circumstances = {}): MarkedSpec["marks"] {
  return diagnosticsOf(text, code, under).map(({ range }) => ({
    text: text.slice(offsetOf(text, range.start), offsetOf(text, range.end)),
    start: range.start,
  }));
}

/** What a rule says at each place, in order. */
export function diagnosticsOf(text: string, code: RuleCode, under: Circumstances = {}): Diagnostic[] {
  const { diagnostics } = analyze(text, under.settings, under.imported);
  const found = atEveryPlace(diagnostics.filter((diagnostic) => diagnostic.code === code));
  return found.toSorted(({ range: a }, { range: b }) =>
    a.start.line === b.start.line ? a.start.column - b.start.column : a.start.line - b.start.line,
  );
}

/** The text after a fix; fails where there is no such fix. */
export function fixed(text: string, code: RuleCode, title: RegExp, under: Circumstances = {}): string {
  const fixes: Fix[] = diagnosticsOf(text, code, under).flatMap((diagnostic) => [...diagnostic.fixes]);
  const fix = fixes.find((one) => title.test(one.title));
  if (!fix) throw new Error(`no fix ${title} for ${code} among: ${fixes.map((one) => one.title).join("; ")}`);
  return editSpec(text, fix.edits).text;
}

function offsetOf(text: string, { line, column }: TextPosition): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** The text of one of the gallery's examples. */
export function example(file: string): string {
  return readFileSync(new URL(`../../../../examples/${file}`, import.meta.url), "utf8");
}
