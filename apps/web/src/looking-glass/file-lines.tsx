import type { Diagnostic, LineOrigin, NodeFile, PhaseId, Role, TextRange } from "@lookinglass/designer";
import { useMemo, useState } from "react";
import type { Inspection } from "../engine/inspection.js";
import { placedProblems } from "../engine/placed-problems.js";
import { LineNotes, type NotedLine } from "./line-note.js";
import { lineProblems } from "./line-problems.js";
import { TomlView } from "./toml-view.js";
import { useLineOrigins } from "./use-line-origins.js";

const NONE: readonly Diagnostic[] = [];

interface FileLinesProps {
  readonly inspection: Inspection;
  readonly role: Role;
  readonly phase: PhaseId;
  readonly file: NodeFile;
  /** Shows a place in the spec; left out where there is no editor. */
  readonly onReveal: ((range: TextRange) => void) | undefined;
}

/** The lines of a file, each with who wrote it, and where in the spec. */
export function FileLines({ inspection, role, phase, file, onReveal }: FileLinesProps) {
  const { path, content } = file;
  const origins = useLineOrigins(inspection, { role: role.id, phase, path }, content);
  const lines = useNotedLines(origins?.lines ?? null, inspection.checked?.diagnostics ?? NONE, role.id);
  const [chosen, setChosen] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const shown = hovered ?? chosen;
  const reveal = origins?.current ? onReveal : undefined;
  const choose = (index: number) => {
    setChosen(index);
    const range = lines?.[index]?.origin.range;
    if (range) reveal?.(range);
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        <TomlView
          content={content}
          label={`Content of ${path}`}
          gutter={{
            kind: file.origin.kind,
            lines,
            chosen,
            onFocus: setChosen,
            onHover: setHovered,
            onChoose: choose,
          }}
        />
      </div>
      <LineNotes
        lines={lines}
        number={shown}
        line={shown === null ? null : (lines?.[shown] ?? null)}
        onReveal={reveal}
      />
    </div>
  );
}

function useNotedLines(
  origins: readonly LineOrigin[] | null,
  diagnostics: readonly Diagnostic[],
  role: string,
): readonly NotedLine[] | null {
  return useMemo(() => {
    if (!origins) return null;
    const problems = lineProblems(origins, placedProblems(diagnostics), role);
    return origins.map((origin, index) => ({ origin, problems: problems[index] ?? [] }));
  }, [origins, diagnostics, role]);
}
