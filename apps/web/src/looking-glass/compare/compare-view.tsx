import type { PhaseId, Role } from "@lookinglass/designer";
import { ArrowRight } from "lucide-react";
import { useId } from "react";
import { DiffView } from "../../diff/diff-view.js";
import { INPUT } from "../../ui/fields.js";
import { ChangeBadge, ChangeIcon } from "../change-badge.js";
import { filesOf } from "../fate.js";
import { type FilePair, pairFiles } from "../file-changes.js";
import { type ComparedPhases, chooseSide } from "../glass-view.js";
import { PHASES, phaseTitle } from "../phases.js";
import { type FileMark, TreeView } from "../tree-view.js";
import type { ChangeGlassView } from "../use-glass-view.js";
import { chooseComparedFile } from "./compared-file.js";

interface CompareViewProps {
  readonly role: Role;
  readonly phases: ComparedPhases;
  /** Path of the file to show, where it exists. */
  readonly file: string | null;
  readonly onChange: ChangeGlassView;
}

/** One role's files in two phases, side by side. */
export default function CompareView({ role, phases, file, onChange }: CompareViewProps) {
  const pairs = pairFiles(filesOf(role, phases.compare), filesOf(role, phases.phase));
  const chosen = chooseComparedFile(pairs, file);
  const choose = (side: keyof ComparedPhases) => (id: PhaseId) => onChange(chooseSide(phases, side, id));
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-3 py-2">
        <PhaseSelect label="Compare" value={phases.compare} onChange={choose("compare")} />
        <ArrowRight aria-hidden className="size-4 text-ink-3" />
        <PhaseSelect label="with" value={phases.phase} onChange={choose("phase")} />
      </div>
      <div className="max-h-44 short:max-h-none shrink-0 overflow-auto border-y border-line">
        <TreeView
          files={pairs.flatMap(({ before, after }) => after ?? before ?? [])}
          marks={marksOf(pairs)}
          selected={chosen?.path ?? null}
          onSelect={(path) => onChange({ file: path })}
        />
      </div>
      <section
        aria-label="Differences"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto -outline-offset-2"
      >
        {chosen ? (
          <ComparedFile pair={chosen} phases={phases} />
        ) : (
          <p className="p-3 text-ink-3">
            No files in either phase: every pull goes straight to its registry.
          </p>
        )}
      </section>
    </div>
  );
}

function marksOf(pairs: readonly FilePair[]): ReadonlyMap<string, FileMark> {
  return new Map(
    pairs.flatMap(({ path, change }) =>
      change ? [[path, { words: change, icon: <ChangeIcon change={change} className="size-3" /> }]] : [],
    ),
  );
}

interface PhaseSelectProps {
  readonly label: string;
  readonly value: PhaseId;
  readonly onChange: (phase: PhaseId) => void;
}

function PhaseSelect({ label, value, onChange }: PhaseSelectProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = PHASES.find((phase) => phase.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        className={INPUT}
      >
        {PHASES.map((phase) => (
          <option key={phase.value} value={phase.value}>
            {phase.label}
          </option>
        ))}
      </select>
    </>
  );
}

function ComparedFile({ pair, phases }: { readonly pair: FilePair; readonly phases: ComparedPhases }) {
  const { before, after, path, change } = pair;
  const side = (phase: PhaseId, file: typeof before) => (
    <span className="wrap-anywhere">
      {phaseTitle(phase)}
      {file
        ? file.path !== path && <span className="font-mono font-normal"> {file.path}</span>
        : ": no such file"}
    </span>
  );
  return (
    <article aria-label={path}>
      <header className="flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-1 px-3 py-1.5">
        <p className="font-mono text-xs font-medium break-all">{path}</p>
        <ChangeBadge pair={pair} />
        {change === null && <span className="text-xs text-ink-3">the same in both</span>}
      </header>
      <DiffView
        label={`${path}: ${phaseTitle(phases.compare)} and ${phaseTitle(phases.phase)}`}
        before={before?.content ?? ""}
        after={after?.content ?? ""}
        titles={{ before: side(phases.compare, before), after: side(phases.phase, after) }}
      />
    </article>
  );
}
