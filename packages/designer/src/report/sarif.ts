import type { Diagnostic, Severity, TextRange } from "../analysis.js";

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

/** Diagnostics as a SARIF 2.1.0 log: one run, one result each with all of its places, one rule for each code that occurs. */
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
  { code, severity, message, explanation, range, places = [], morePlaces, items }: Diagnostic,
  ruleIndex: number,
) {
  const further = places.slice(1).map((place, index) => ({
    id: index + 1,
    ...location(file, place.range),
    ...(place.message && { message: { text: place.message } }),
  }));
  const properties = { ...(items && { items }), ...(morePlaces && { morePlaces }) };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message} ${explanation}` },
    locations: [location(file, range)],
    ...(further.length > 0 && { relatedLocations: further }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function location(file: string, { start, end }: TextRange) {
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region } };
}
