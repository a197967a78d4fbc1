import type { NodeFile, PhaseId, Role } from "@lookinglass/designer";

/** The files of a role in a phase. */
export function filesOf(role: Role, phase: PhaseId): readonly NodeFile[] {
  return role.phases.find(({ id }) => id === phase)?.files ?? [];
}

/** Paths of the bootstrap files that Spegel moves away when it starts on the role's nodes. */
export function movedBySpegel(role: Role): ReadonlySet<string> {
  const moved = filesOf(role, "running").filter(({ state, replaced }) => state === "backup" && replaced);
  return new Set(moved.map(({ replaced }) => replaced?.path ?? ""));
}

/** What happens to a file beyond what its content says; null when there is nothing to say. */
export function fateNote(role: Role, phase: PhaseId, file: NodeFile): string | null {
  if (file.state === "not-generated") {
    return "The Kublr agent does not write this file: its template is empty or fails. containerd falls back to the next directory, then to the registry itself.";
  }
  if (file.state === "backup") {
    return "Spegel moved this file here when it first started. containerd no longer reads it.";
  }
  if (file.state === "deleted") {
    return "The agent wrote this file once more, and Spegel deleted it at its next start. There is no copy: _backup holds what was there when Spegel first started.";
  }
  if (phase === "bootstrap" && movedBySpegel(role).has(file.path)) {
    return "Only until Spegel starts on this node: then this file is moved to _backup and Spegel writes its own.";
  }
  return null;
}

/** Why a phase could not be computed to its end: the program's own words, with what they are about. */
export function failureText(failure: string): string {
  return /^(Spegel|Helm)/.test(failure) ? failure : `Spegel’s configuration step fails: ${failure}`;
}
