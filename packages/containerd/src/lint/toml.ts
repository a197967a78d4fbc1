import { lineFinder } from "../toml/lines.js";
import type { TextRange } from "../toml/types.js";
import { holds } from "../version.js";
import { repeatedTables } from "./duplicate-host.js";
import type { LintedFile } from "./file.js";
import type { Finding } from "./finding.js";

/** Every fault of syntax, and a key or table defined twice. */
export function lintToml(file: LintedFile): Finding<"toml">[] {
  const { fault } = file;
  const repeated = repeatedTables(file);
  const first = fault?.kind === "toml-syntax" ? fault : null;
  const isTableAgain = repeated.some(
    ({ range }) => range.start <= startOf(first) && startOf(first) < range.end,
  );
  const found: Finding<"toml">[] = [];
  if (first !== null && !isTableAgain) {
    const range = first.range ?? { start: 0, end: file.text.length };
    found.push({ code: "toml", range: visible(range, file.text), message: first.message });
  }
  for (const { message, start, end } of furtherFaults(file, startOf(first))) {
    found.push({ code: "toml", range: visible({ start, end }, file.text), message: `toml: ${message}` });
  }
  return found;
}

function startOf(fault: { range: TextRange | null } | null): number {
  return fault?.range?.start ?? -1;
}

/**
 * What is wrong after the fault that containerd reports. For 1.x only when both parsers stumble over the same
 * line, as its own one cannot go on.
 */
function furtherFaults(file: LintedFile, first: number) {
  const [start] = file.syntaxFaults;
  const lineOf = lineFinder(file.text);
  const agree = holds("TOML parser", file.version) || (start && lineOf(start.start) === lineOf(first));
  return agree ? file.syntaxFaults.filter((fault) => lineOf(fault.start) > lineOf(first)) : [];
}

/** A range of one character at least, so that there is something to mark. */
function visible({ start, end }: TextRange, text: string): TextRange {
  if (end > start) return { start, end };
  return start < text.length
    ? { start, end: start + 1 }
    : { start: Math.max(0, text.length - 1), end: text.length };
}
