import type { TextPosition } from "@lookinglass/designer";
import { RotateCcw } from "lucide-react";
import { useCallback, useMemo, useRef } from "react";
import { useSearchParams } from "wouter";
import { ToolHeader } from "../shell/tool-header.js";
import { Button } from "../ui/button.js";
import { type LastStep, useLastStep } from "../ui/last-step.js";
import { Segmented } from "../ui/segmented.js";
import { useToast } from "../ui/toasts.js";
import { CodeField, type CodeFieldHandle } from "./code-field.js";
import { OutputPanel } from "./output-panel.js";
import { RoleDataMenu } from "./role-data-menu.js";
import { SAMPLE_DATA, SAMPLE_TEMPLATE } from "./samples.js";
import { useKeptText } from "./use-kept-text.js";
import { useTrial } from "./use-trial.js";

const FUNCTIONS = [
  { value: "go", label: "Go" },
  { value: "sprig", label: "Go and Sprig" },
] as const;

/** The page on which a template can be tried with data, on the engine that renders the nodes' files. */
export default function PlaygroundPage() {
  return (
    <div className="flex h-full flex-col">
      <ToolHeader title="Template playground" note="Go's text/template, as the Kublr agent runs it." />
      <main className="min-h-0 flex-1 overflow-auto">
        <Playground />
      </main>
    </div>
  );
}

function Playground() {
  const [{ template, data }, change] = useTexts();
  const [functions, setFunctions] = useFunctions();
  const templateField = useRef<CodeFieldHandle>(null);
  const dataField = useRef<CodeFieldHandle>(null);
  const { trial, failure } = useTrial(
    useMemo(() => ({ template, data, functions }), [template, data, functions]),
  );
  const toast = useToast();
  const takeSample = () =>
    toast("The sample is back.", change({ template: SAMPLE_TEMPLATE, data: SAMPLE_DATA }));
  const takeData = (role: string, json: string) =>
    toast(`This is what ${role} gives its templates.`, change({ template, data: json }));
  return (
    <div className="mx-auto grid max-w-360 gap-4 p-3 md:grid-cols-2 md:p-4">
      <div className="flex min-w-0 flex-col gap-4">
        <CodeField
          ref={templateField}
          title="Template"
          value={template}
          onChange={(next) => change({ template: next, data })}
          rows={16}
        >
          <Segmented label="Functions" value={functions} options={FUNCTIONS} onChange={setFunctions} />
          <Button small look="quiet" icon={RotateCcw} onClick={takeSample}>
            Sample
          </Button>
        </CodeField>
        <CodeField
          ref={dataField}
          title="Data, YAML or JSON"
          value={data}
          onChange={(next) => change({ template, data: next })}
          rows={10}
        >
          <RoleDataMenu onChoose={takeData} />
        </CodeField>
      </div>
      <OutputPanel
        trial={trial}
        failure={failure}
        onTemplatePlace={(place: TextPosition) => templateField.current?.select(place)}
        onDataPlace={(place: TextPosition) => dataField.current?.select(place)}
      />
    </div>
  );
}

interface Texts {
  readonly template: string;
  readonly data: string;
}

/** Template and data change together: a message takes both back, or neither. */
function useTexts(): readonly [Texts, (next: Texts) => LastStep] {
  const [template, setTemplate] = useKeptText("playground-template", SAMPLE_TEMPLATE);
  const [data, setData] = useKeptText("playground-data", SAMPLE_DATA);
  const texts = useMemo(() => ({ template, data }), [template, data]);
  const write = useCallback(
    (next: Texts) => {
      setTemplate(next.template);
      setData(next.data);
    },
    [setTemplate, setData],
  );
  return [texts, useLastStep(texts, write)];
}

type FunctionSet = (typeof FUNCTIONS)[number]["value"];

/** In the URL: a link to a template's fault needs the same functions. */
function useFunctions(): readonly [FunctionSet, (functions: FunctionSet) => void] {
  const [params, setParams] = useSearchParams();
  const functions = params.get("functions") === "sprig" ? "sprig" : "go";
  return [functions, (chosen) => setParams(chosen === "go" ? {} : { functions: chosen }, { replace: true })];
}
