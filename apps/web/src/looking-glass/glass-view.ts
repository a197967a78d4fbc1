import type { PhaseId } from "@lookinglass/designer";
import { PHASES } from "./phases.js";

/** What the looking glass shows, as the URL's query keeps it beside role, phase and file. */
export interface GlassViewState {
  readonly shows: GlassView;
  /** Files: the phase that the chosen one is compared with; null: not compared. */
  readonly compare: PhaseId | null;
}

export type GlassView = "overview" | "files" | "pull-path";

/** In the order in which they are offered. */
export const GLASS_TITLES: readonly { readonly value: GlassView; readonly label: string }[] = [
  { value: "overview", label: "Overview" },
  { value: "files", label: "Files" },
  { value: "pull-path", label: "Pull path" },
];

export function readGlassView(params: URLSearchParams): GlassViewState {
  return {
    shows: GLASS_TITLES.find(({ value }) => value === params.get("glass"))?.value ?? "files",
    compare: PHASES.find(({ value }) => value === params.get("compare"))?.value ?? null,
  };
}

/** The query after a change; what is as by default is left out, and everything that is not ours is kept. */
export function writeGlassView(params: URLSearchParams, change: Partial<GlassViewState>): URLSearchParams {
  const { shows, compare } = { ...readGlassView(params), ...change };
  const written = new URLSearchParams(params);
  written.delete("glass");
  written.delete("compare");
  if (shows !== "files") written.set("glass", shows);
  if (compare !== null) written.set("compare", compare);
  return written;
}

/** The view that shows what was asked for: the overview is of no role alone, and only Files shows a file. */
export function viewShowing(wanted: { readonly file?: string | null }, shown: GlassView): GlassView {
  return wanted.file || shown === "overview" ? "files" : shown;
}

/** Two phases of a role side by side: the earlier or the other one left, the chosen one right. */
export interface ComparedPhases {
  readonly compare: PhaseId;
  readonly phase: PhaseId;
}

/** What is compared first: what the agent writes with the chosen phase, or with what Spegel makes of it. */
export function startComparing(phase: PhaseId): ComparedPhases {
  return { compare: "bootstrap", phase: phase === "bootstrap" ? "running" : phase };
}

/** The phases after one side was chosen anew; when it is that of the other side, the two change places. */
export function chooseSide(
  { compare, phase }: ComparedPhases,
  side: keyof ComparedPhases,
  chosen: PhaseId,
): ComparedPhases {
  if (side === "phase") return { phase: chosen, compare: chosen === compare ? phase : compare };
  return { compare: chosen, phase: chosen === phase ? compare : phase };
}
