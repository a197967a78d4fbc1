import type { ChartCatalog, ScopeForm } from "@lookinglass/designer";
import { RadioGroup } from "radix-ui";
import { useContext } from "react";
import { chartChanger } from "./chart-write.js";
import { DiagnosticsContext, useTold, useValueProblems } from "./field-problem.js";
import { problemsExactlyAt } from "./field-problems.js";
import { KeepExisting } from "./keep-existing.js";
import { OriginNote } from "./origin-note.js";
import type { ChangeForm } from "./use-form-change.js";
import { useWanted } from "./use-wanted.js";

const WRITERS = [
  {
    value: "spegel",
    title: "Spegel",
    effect: "When it starts it moves everything under certs.d to _backup and writes its own files.",
  },
  {
    value: "you",
    title: "You",
    effect: "Kublr’s file and your overrides stay as they are. Sets containerdMirrorAdd: false.",
  },
] as const;

const MIRROR_ADD = ["spegel", "containerdMirrorAdd"];

interface WriterChoiceProps {
  readonly scope: ScopeForm;
  readonly catalog: ChartCatalog;
  readonly onChange: ChangeForm;
}

/** The choice that `spegel.containerdMirrorAdd` stands for. */
export function WriterChoice({ scope, catalog, onChange }: WriterChoiceProps) {
  const { mirrorAdd, helmValues } = scope;
  const change = chartChanger(scope, onChange);
  const told = useValueProblems(mirrorAdd);
  const written = mirrorAdd.wrong !== null ? null : mirrorAdd.value ? "spegel" : "you";
  const [writer, want] = useWanted<string | null>(written, (wanted) =>
    change({ kind: "set-chart-value", keys: MIRROR_ADD, value: wanted === "spegel" }),
  );
  return (
    <div className="mt-3">
      <p id="writer-label" className="mb-1.5 font-medium">
        Who writes hosts.toml once Spegel runs
      </p>
      <RadioGroup.Root
        aria-labelledby="writer-label"
        aria-invalid={told.invalid}
        aria-describedby={told.describedBy}
        value={writer}
        onValueChange={want}
        disabled={helmValues.value === "unreadable"}
        className="grid grid-cols-[repeat(auto-fit,minmax(140px,1fr))] gap-2"
      >
        {WRITERS.map(({ value, title, effect }) => (
          <RadioGroup.Item
            key={value}
            value={value}
            aria-label={title}
            aria-describedby={`writer-${value}`}
            className="flex flex-col rounded-md border border-line p-2.5 text-left transition-colors hover:bg-hover disabled:opacity-55 data-[state=checked]:border-ink data-[state=checked]:shadow-[inset_0_0_0_1px_var(--ink)]"
          >
            <span className="flex items-center gap-2 font-medium">
              <span className="grid size-3.5 place-items-center rounded-full border border-line-strong">
                <RadioGroup.Indicator className="size-2 rounded-full bg-ink" />
              </span>
              {title}
            </span>
            <span id={`writer-${value}`} className="mt-1 text-xs text-ink-2 wrap-anywhere">
              {effect}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {mirrorAdd.wrong !== null && (
        <p className="mt-1 font-mono text-xs wrap-anywhere text-error">
          containerdMirrorAdd: {mirrorAdd.wrong}
        </p>
      )}
      {told.list}
      <OriginNote
        scope={scope}
        field={mirrorAdd}
        defaultOf="The chart’s"
        name="who writes hosts.toml"
        onReset={() => change({ kind: "unset-chart-value", keys: MIRROR_ADD })}
      />
      <KeepExisting scope={scope} catalog={catalog} onChange={onChange} />
      <HelmValuesNote scope={scope} />
    </div>
  );
}

/** Says how helm_values are written where that matters to an edit. */
function HelmValuesNote({ scope: { helmValues } }: { readonly scope: ScopeForm }) {
  const { writtenPath, value } = helmValues;
  const diagnostics = useContext(DiagnosticsContext);
  // Those of the values in it stand at these.
  const isUnread = value === "unreadable" && writtenPath !== null;
  const told = useTold(isUnread ? problemsExactlyAt(diagnostics, writtenPath) : []);
  if (helmValues.value === "string") {
    return (
      <p className="text-xs text-ink-2">
        helm_values is a string of YAML here: changes are made inside that string
        {helmValues.from === "cluster" && ", copied to this level"}.
      </p>
    );
  }
  if (helmValues.value !== "unreadable") return null;
  return (
    <>
      <p className="text-xs text-ink-2">helm_values cannot be read as a map: edit it in the spec.</p>
      {told.list}
    </>
  );
}
