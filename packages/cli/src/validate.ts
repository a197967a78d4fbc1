import {
  analyze,
  type Diagnostic,
  type FileReport,
  type Fix,
  type Settings,
  type Severity,
  type TextRange,
  toSarif,
} from "@lookinglass/designer";
import { EXIT, type Outcome } from "./console.js";
import { excerpt } from "./excerpt.js";
import { counted, type Paint, printable, SEVERITY_LOOKS } from "./style.js";

export const VALIDATE_FORMATS = ["text", "json", "sarif"] as const;
export type ValidateFormat = (typeof VALIDATE_FORMATS)[number];

/** From the gravest on. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export interface SpecFile {
  readonly name: string;
  readonly text: string;
}

export interface ValidateOptions {
  readonly format: ValidateFormat;
  /** The lightest severity that makes the exit code 1. */
  readonly failOn: Severity;
  readonly paint: Paint;
}

/** `lookinglass validate`: what is wrong with each file. */
export function validate(files: readonly SpecFile[], settings: Settings, options: ValidateOptions): Outcome {
  const reports = files.map(({ name, text }) => ({
    file: name,
    text,
    diagnostics: analyze(text, settings).diagnostics,
  }));
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  const exitCode = all.some(({ severity }) => grave.includes(severity)) ? EXIT.faults : EXIT.fine;
  switch (options.format) {
    case "json":
      return { exitCode, out: json(reports) };
    case "sarif":
      return { exitCode, out: `${JSON.stringify(toSarif(reports), null, 2)}\n` };
    case "text":
      return { exitCode, out: reports.map((report) => reportText(report, options.paint)).join("\n") };
  }
}

/** As POST /api/v1/validate answers; each diagnostic names its file besides. */
function json(reports: readonly FileReport[]): string {
  const diagnostics = reports.flatMap((report) =>
    report.diagnostics.map((diagnostic) => ({ file: report.file, ...diagnostic })),
  );
  const valid = diagnostics.every(({ severity }) => severity !== "error");
  return `${JSON.stringify({ valid, diagnostics }, null, 2)}\n`;
}

function reportText(report: FileReport & { readonly text: string }, paint: Paint): string {
  const blocks = report.diagnostics.map((diagnostic) => diagnosticText(report, diagnostic, paint));
  return [...blocks, `${printable(report.file)}: ${summary(report.diagnostics)}\n`].join("\n");
}

function diagnosticText(
  { file, text }: FileReport & { readonly text: string },
  diagnostic: Diagnostic,
  paint: Paint,
): string {
  const { severity, code, range, message, explanation, fixes } = diagnostic;
  const lines = [
    `${paint(SEVERITY_LOOKS[severity], severity)} ${code} ${paint("dim", `${placeText(file, range)}`)}`,
    ...excerpt(text, range, paint),
    printable(message),
    ...(explanation === "" ? [] : [paint("dim", printable(explanation))]),
    ...itemsText(diagnostic),
    ...placesText(file, diagnostic),
    ...fixes.map(({ title, assume }) => `fix: ${printable(title)}${assume ? optionsOf(assume) : ""}`),
  ];
  return `${lines.join("\n  ")}\n`;
}

/** What to pass, for as many roles as fit a line. */
function optionsOf({ runtimes }: NonNullable<Fix["assume"]>): string {
  const options = Object.entries(runtimes).map(
    ([role, runtime]) => `--runtime ${printable(role)}=${runtime}`,
  );
  const more = options.length > MOST_OPTIONS ? ` and ${options.length - MOST_OPTIONS} more` : "";
  return `: ${options.slice(0, MOST_OPTIONS).join(" ")}${more}`;
}

const MOST_OPTIONS = 4;

function placeText(file: string, { start }: TextRange): string {
  return `${printable(file)}:${start.line}:${start.column}`;
}

/** Lines of items, or of places, that are printed of one diagnostic; JSON has all. */
const MOST_LINES = 5;

/** What the message counts without naming it. */
function itemsText({ message, items = [] }: Diagnostic): string[] {
  if (items.every((item) => message.includes(item))) return [];
  return firstLines(
    items.length,
    items.map((item) => `- ${printable(item)}`),
  );
}

/** The first place has been shown, unless the message is of all of them and it has one of its own. */
function placesText(file: string, { places = [], morePlaces = 0 }: Diagnostic): string[] {
  const isShown = places[0]?.message === undefined;
  const lines = places.slice(isShown ? 1 : 0).map((place) => {
    const said = place.message === undefined ? "" : `: ${printable(place.message)}`;
    return `${isShown ? "also at" : "at"} ${placeText(file, place.range)}${said}`;
  });
  return firstLines(lines.length + morePlaces, lines);
}

function firstLines(count: number, lines: readonly string[]): string[] {
  const shown = lines.slice(0, MOST_LINES);
  return count > shown.length ? [...shown, `and ${count - shown.length} more`] : shown;
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  return parts.length === 0 ? "no problems" : parts.join(", ");
}
