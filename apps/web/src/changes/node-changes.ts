import type { NodeFile, PhaseId, Role, SpecPreview } from "@lookinglass/designer";
import { changedFiles, type FilePair } from "../looking-glass/file-changes.js";
import { asOnNodeOf, groupRoles, type RoleGroup, withoutNode } from "../looking-glass/same-files.js";
import { formerRoles } from "./former-roles.js";

/** What differs on the nodes of some roles, the same on all of them. */
export interface NodeChange extends RoleGroup {
  /** Is the role in both texts, under another name, or only in one? */
  readonly fate: "kept" | "renamed" | "added" | "removed";
  /** What a renamed one was called. */
  readonly formerTitle: string | null;
  readonly phases: readonly PhaseChange[];
}

/** What differs in a phase, or in several alike. */
export interface PhaseChange {
  readonly phases: readonly PhaseId[];
  readonly files: readonly FilePair[];
  /** Why Spegel does not get to its end, before and now; null where it does. */
  readonly failure: { readonly before: string | null; readonly after: string | null };
}

/**
 * The roles whose files differ between two analyses; those with the same change are one. Only what a text changes
 * counts: the sample address of a group that moved up in the list does not.
 */
export function nodeChanges(before: SpecPreview, after: SpecPreview): NodeChange[] {
  const former = formerRoles(before, after);
  const kept = new Set(former.values());
  const gone = before.roles.filter((role) => !kept.has(role));
  return [
    ...fold(after.roles, (role) => changeOf(former.get(role) ?? null, role)),
    ...fold(gone, (role) => ({
      fate: "removed",
      formerTitle: null,
      phases: phaseChanges(role.phases, []),
    })),
  ];
}

type RoleChange = Omit<NodeChange, "roles">;

function changeOf(before: Role | null, after: Role): RoleChange {
  if (!before) return { fate: "added", formerTitle: null, phases: phaseChanges([], after.phases) };
  const phases = phaseChanges(onNodeOf(before, after), after.phases);
  if (before.id === after.id) return { fate: "kept", formerTitle: null, phases };
  return { fate: "renamed", formerTitle: before.title, phases };
}

/** Of the roles with the same change one, and none without any. */
function fold(roles: readonly Role[], change: (role: Role) => RoleChange): NodeChange[] {
  const changes = new Map(roles.map((role) => [role.id, change(role)]));
  const changed = roles.filter(({ id }) => {
    const found = changes.get(id);
    return found !== undefined && (found.fate !== "kept" || found.phases.length > 0);
  });
  return groupRoles(changed, (role) => keyOf(changes.get(role.id), role)).flatMap((group) => {
    const found = changes.get(group.roles[0].id);
    return found ? { ...group, ...found } : [];
  });
}

/** Equal for roles whose nodes see the same change, each with its own address. */
function keyOf(change: RoleChange | undefined, role: Role): string {
  const phases = change?.phases.map(({ phases: ids, files, failure }) => [ids, files.map(essence), failure]);
  return withoutNode(JSON.stringify([change?.fate, change?.formerTitle, phases]), role);
}

function onNodeOf(before: Role, after: Role): Role["phases"] {
  return before.phases.map((phase) => ({
    ...phase,
    files: phase.files.map((file) => ({ ...file, content: asOnNodeOf(file.content, before, after) })),
  }));
}

function phaseChanges(before: Role["phases"], after: Role["phases"]): PhaseChange[] {
  const joined = new Map<string, PhaseChange>();
  for (const { id } of after.length > 0 ? after : before) {
    const [was, is] = [before, after].map((phases) => phases.find((phase) => phase.id === id));
    const files = changedFiles(filesIn(was), filesIn(is));
    const failure = { before: was?.failure ?? null, after: is?.failure ?? null };
    if (files.length === 0 && failure.before === failure.after) continue;
    const key = JSON.stringify([files.map(essence), failure]);
    joined.set(key, { files, failure, phases: [...(joined.get(key)?.phases ?? []), id] });
  }
  return [...joined.values()];
}

function filesIn(phase: { readonly files: readonly NodeFile[] } | undefined): readonly NodeFile[] {
  return phase?.files ?? [];
}

/** What makes a change the same as another; where the extension stands in the spec does not. */
function essence({ path, change, before, after }: FilePair) {
  return [path, change, before?.content, before?.origin.kind, after?.content, after?.origin.kind];
}
