import type { TemplateFault, TemplateOutput, TemplateTrial, TextPosition } from "@lookinglass/designer";
import type { ReactNode } from "react";
import { highlightLine } from "../looking-glass/highlight-toml.js";
import { CopyButton } from "../ui/copy-button.js";
import { Notice } from "../ui/notice.js";

interface OutputPanelProps {
  readonly trial: TemplateTrial | null;
  readonly failure: Error | null;
  /** Shows a place of the template. */
  readonly onTemplatePlace: (place: TextPosition) => void;
  /** Shows a place of the data. */
  readonly onDataPlace: (place: TextPosition) => void;
}

/** What the template wrote, and the fault that ended it. */
export function OutputPanel({ trial, failure, onTemplatePlace, onDataPlace }: OutputPanelProps) {
  const output = trial?.kind === "rendered" ? trial.output : null;
  return (
    <section aria-label="Output" className="flex min-w-0 flex-col">
      <div className="mb-2 flex min-h-8 items-center">
        <h2 className="text-base font-semibold">Output</h2>
        <span className="ml-auto">{output && <CopyButton label="Copy the output" text={output.text} />}</span>
      </div>
      <div role="status" className="space-y-2 not-empty:mb-2">
        {failure && <Notice severity="error">The engine failed: {failure.message}</Notice>}
        {trial?.kind === "bad-data" && (
          <Fault title="The data cannot be read" place={trial.range.start} onPlace={onDataPlace}>
            {trial.message}
          </Fault>
        )}
        {trial?.kind === "rendered" && trial.fault && (
          <Fault title={FAULTS[trial.fault.phase]} place={trial.fault.place} onPlace={onTemplatePlace}>
            {trial.fault.message}
          </Fault>
        )}
      </div>
      {output && <Output output={output} onLine={(line) => onTemplatePlace({ line, column: 1 })} />}
    </section>
  );
}

const FAULTS: Readonly<Record<TemplateFault["phase"], string>> = {
  parse: "The template does not parse",
  exec: "The template fails; this is what it had written",
  limit: "The template was stopped; this is what it had written",
};

interface FaultProps {
  readonly title: string;
  readonly place: TextPosition;
  readonly onPlace: (place: TextPosition) => void;
  readonly children: ReactNode;
}

function Fault({ title, place, onPlace, children }: FaultProps) {
  return (
    <Notice severity="error">
      <p className="font-medium">
        {title}{" "}
        <button type="button" onClick={() => onPlace(place)} className="font-normal underline">
          line {place.line}, column {place.column}
        </button>
      </p>
      <p className="mt-1 font-mono text-xs wrap-anywhere">{children}</p>
    </Notice>
  );
}

interface OutputProps {
  readonly output: TemplateOutput;
  readonly onLine: (templateLine: number) => void;
}

/** Each line with the line of the template that wrote it. */
function Output({ output: { text, templateLines }, onLine }: OutputProps) {
  if (text === "")
    return <p className="rounded-md border border-line bg-surface p-3 text-ink-3">Nothing is written.</p>;
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    <ol className="overflow-x-auto rounded-md border border-line bg-surface py-2 font-mono text-xs leading-6">
      {lines.map((line, index) => {
        const from = templateLines[index] ?? 1;
        return (
          <li key={index} className="flex min-w-max pr-3">
            <button
              type="button"
              onClick={() => onLine(from)}
              aria-label={`Line ${from} of the template wrote line ${index + 1}`}
              data-number={from}
              className="mr-3 w-12 shrink-0 border-r border-line pr-2 text-right text-ink-3 -outline-offset-2 select-none before:content-['←_'attr(data-number)] hover:text-ink"
            />
            <code className="whitespace-pre">
              {highlightLine(line).map(({ kind, text: part }, place) => (
                <span key={place} className={`tok-${kind}`}>
                  {part}
                </span>
              ))}
            </code>
          </li>
        );
      })}
    </ol>
  );
}
