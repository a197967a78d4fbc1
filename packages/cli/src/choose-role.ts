import type { Analysis, PhaseId, Role } from "@lookinglass/designer";

export const PHASES: readonly PhaseId[] = ["bootstrap", "running", "agent-rerun"];

export type RoleChoice =
  | { readonly ok: true; readonly role: Role }
  | { readonly ok: false; readonly message: string };

/** The role of an id, or the first one when none is named. */
export function chooseRole({ roles }: Analysis, id: string | undefined): RoleChoice {
  const role = id === undefined ? roles[0] : roles.find((candidate) => candidate.id === id);
  if (role) return { ok: true, role };
  if (roles.length === 0)
    return { ok: false, message: "the text holds no cluster that could be read: see validate" };
  const known = roles.map((candidate) => candidate.id).join(", ");
  return { ok: false, message: `there is no role ${id}; there are ${known}` };
}
