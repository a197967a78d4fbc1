import type { PhaseId, Role, SpecPreview } from "@lookinglass/designer";
import { failureText } from "../fate.js";
import { type FilePair, pairFiles } from "../file-changes.js";
import { groupBySameFiles, rolesTitle } from "../same-files.js";

/** The files of a role in a phase, each with what became of it since the phase before. */
export interface OverviewCell {
  readonly phase: PhaseId;
  readonly pairs: readonly FilePair[];
  /** Why Spegel does not get to its end here. */
  readonly failure: string | null;
}

/** Roles with the same files, or one of them. */
export interface OverviewRow {
  readonly id: string;
  readonly title: string;
  /** Whose files are shown. */
  readonly role: Role;
  /** group: folds several; member: one of those; single: a role that no other is like. */
  readonly kind: "group" | "member" | "single";
  /** Of a group: how many roles it folds. */
  readonly size: number;
  readonly cells: readonly OverviewCell[];
}

/**
 * One row for every set of files that some role's nodes get.
 *
 * @param open ids of the groups whose roles are listed below them
 */
export function overviewRows({ roles, spegel }: SpecPreview, open: ReadonlySet<string>): OverviewRow[] {
  const rowOf = rowMaker(spegel.problems);
  return groupBySameFiles(roles).flatMap((group) => {
    const [role] = group.roles;
    const size = group.roles.length;
    const first = rowOf(role, { id: role.id, title: rolesTitle(group.roles), size });
    if (size === 1 || !open.has(role.id)) return [first];
    const members = group.roles.map((each) =>
      rowOf(each, { id: `member ${each.id}`, title: each.title, size: 0 }),
    );
    return [first, ...members];
  });
}

function rowMaker(problems: readonly string[]) {
  return (role: Role, row: Pick<OverviewRow, "id" | "title" | "size">): OverviewRow => {
    const kind = row.size > 1 ? "group" : row.size === 1 ? "single" : "member";
    return { ...row, role, kind, cells: overviewCells(role, problems) };
  };
}

/** In the place of a reason that is given once for all roles. */
const NOT_STARTED = "Spegel does not start";

/**
 * The files of each phase against those of the phase before.
 *
 * @param problems the chart's, which are told above the rows
 */
export function overviewCells({ phases }: Role, problems: readonly string[] = []): OverviewCell[] {
  return phases.map(({ id, files, failure }, index) => {
    const before = phases[index - 1]?.files ?? files;
    const pairs = pairFiles(before, files).filter(({ after, change }) => after !== null || change !== null);
    const reason =
      failure && problems.includes(failure) ? NOT_STARTED : failure ? failureText(failure) : null;
    return { phase: id, pairs, failure: reason };
  });
}

/** What holds for every role, in a sentence each. */
export interface OverviewNote {
  readonly severity: "info" | "error";
  readonly text: string;
}

export function overviewNotes({ spegel, roles }: SpecPreview): OverviewNote[] {
  if (!spegel.deployed) {
    return [
      { severity: "info", text: "Spegel is not deployed: what the Kublr agent writes stays as it is." },
    ];
  }
  if (spegel.problems.length > 0) {
    return spegel.problems.map((text) => ({ severity: "error", text }));
  }
  if (roles.some((role) => role.spegel.mirrorAdd)) return [];
  const why = spegel.mirrorAdd ? "" : " (`containerdMirrorAdd` is false)";
  return [{ severity: "info", text: `Spegel runs and leaves these files alone${why}.` }];
}

/** "3 roles, 2 different sets of files". */
export function overviewSummary(roles: readonly Role[]): string {
  const sets = groupBySameFiles(roles).length;
  if (roles.length === 1) return "One role.";
  if (sets === 1) return `${roles.length === 2 ? "Both" : `All ${roles.length}`} roles get the same files.`;
  return `${roles.length} roles, ${sets} different sets of files.`;
}
