import type { TextPosition } from "@lookinglass/designer";
import { RotateCcw } from "lucide-react";
import { useMemo, useRef } from "react";
import { useSearchParams } from "wouter";
import { ToolHeader } from "../shell/tool-header.js";
import { Button } from "../ui/button.js";
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
  const [template, setTemplate] = useKeptText("playground-template", SAMPLE_TEMPLATE);
  const [data, setData] = useKeptText("playground-data", SAMPLE_DATA);
  const [functions, setFunctions] = useFunctions();
  const templateField = useRef<CodeFieldHandle>(null);
  const dataField = useRef<CodeFieldHandle>(null);
  const { trial, failure } = useTrial(
    useMemo(() => ({ template, data, functions }), [template, data, functions]),
  );
  const toast = useToast();
  const replace = (next: { readonly template?: string; readonly data: string }, done: string) => {
    setTemplate(next.template ?? template);
    setData(next.data);
    const undo = () => {
      setTemplate(template);
      setData(data);
    };
    toast(done, { title: "Undo", run: undo });
  };
  const takeSample = () => replace({ template: SAMPLE_TEMPLATE, data: SAMPLE_DATA }, "The sample is back.");
  return (
    <div className="mx-auto grid max-w-360 gap-4 p-3 md:grid-cols-2 md:p-4">
      <div className="flex min-w-0 flex-col gap-4">
        <CodeField ref={templateField} title="Template" value={template} onChange={setTemplate} rows={16}>
          <Segmented label="Functions" value={functions} options={FUNCTIONS} onChange={setFunctions} />
          <Button small look="quiet" icon={RotateCcw} onClick={takeSample}>
            Sample
          </Button>
        </CodeField>
        <CodeField ref={dataField} title="Data, YAML or JSON" value={data} onChange={setData} rows={10}>
          <RoleDataMenu
            onChoose={(role, json) => replace({ data: json }, `This is what ${role} gives its templates.`)}
          />
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

type FunctionSet = (typeof FUNCTIONS)[number]["value"];

/** In the URL: a link to a template's fault needs the same functions. */
function useFunctions(): readonly [FunctionSet, (functions: FunctionSet) => void] {
  const [params, setParams] = useSearchParams();
  const functions = params.get("functions") === "sprig" ? "sprig" : "go";
  return [functions, (chosen) => setParams(chosen === "go" ? {} : { functions: chosen }, { replace: true })];
}
