import type { PhaseId } from "@lookinglass/designer";

/** What each phase is called, in order of time. */
export const PHASES: readonly { readonly value: PhaseId; readonly label: string }[] = [
  { value: "bootstrap", label: "Bootstrap" },
  { value: "running", label: "Spegel running" },
  { value: "agent-rerun", label: "Agent re-run" },
];

export function phaseTitle(id: PhaseId): string {
  return PHASES.find(({ value }) => value === id)?.label ?? id;
}
