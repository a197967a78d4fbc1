import type { SarifLog } from "@lookinglass/api-contract";
import type { Diagnostic, Severity } from "@lookinglass/designer";

export const SARIF_MEDIA_TYPE = "application/sarif+json";

const LEVELS: Record<Severity, "error" | "warning" | "note"> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** Name that results carry for the text that was sent: the API is told no file name. */
const ARTIFACT = "cluster.yaml";

/** Diagnostics as a SARIF 2.1.0 log: one run, one result each, one rule for each code that occurs. */
export function toSarif(diagnostics: readonly Diagnostic[]): SarifLog {
  const codes = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Lookinglass", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => toResult(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
}

function toResult({ code, severity, message, explanation, range }: Diagnostic, ruleIndex: number) {
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${message} ${explanation}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: ARTIFACT },
          region: {
            startLine: range.start.line,
            startColumn: range.start.column,
            endLine: range.end.line,
            endColumn: range.end.column,
          },
        },
      },
    ],
  };
}
