import type { Diagnostic, Severity } from "../analysis.js";

/** What was found in one file. */
export interface FileReport {
  /** Name of the file, as the reader of the log knows it: a relative path or URI. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

const LEVELS: Record<Severity, "error" | "warning" | "note"> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** Diagnostics as a SARIF 2.1.0 log: one run, one result each, one rule for each code that occurs. */
export function toSarif(reports: readonly FileReport[]) {
  const codes = [...new Set(reports.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0" as const,
    runs: [
      {
        tool: { driver: { name: "Lookinglass", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: reports.flatMap(({ file, diagnostics }) =>
          diagnostics.map((diagnostic) => toResult(file, diagnostic, codes.indexOf(diagnostic.code))),
        ),
      },
    ],
  };
}

function toResult(
  file: string,
  { code, severity, message, explanation, range }: Diagnostic,
  ruleIndex: number,
) {
  const region = {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message} ${explanation}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region } }],
  };
}
