import type { OverrideForm, PhaseId, Role, SpecPreview } from "@lookinglass/designer";

/** What becomes of an override on the nodes of one role. */
export interface OverrideOnRole {
  readonly role: Role;
  /** The agent writes the file; false: its template is empty or fails. */
  readonly generated: boolean;
  /** What is left of it once Spegel runs. */
  readonly running: "stays" | "moved" | "gone";
}

/** The roles whose file an override is: those that do not have their own, or a later one for the same file. */
export function overrideRoles(
  analysis: SpecPreview,
  override: Pick<OverrideForm, "key" | "target" | "path">,
): readonly OverrideOnRole[] {
  return analysis.roles.flatMap((role) => {
    const file = fileOf(role, "bootstrap", override.target);
    const { key, path = [] } = file?.origin ?? {};
    if (key !== override.key || path.join("/") !== override.path.join("/")) return [];
    return [{ role, generated: file?.state === "active", running: whenRunning(role, override) }];
  });
}

function fileOf(role: Role, phase: PhaseId, path: string) {
  return role.phases.find(({ id }) => id === phase)?.files.find((file) => file.path === path);
}

function whenRunning(
  role: Role,
  { key, target }: Pick<OverrideForm, "key" | "target">,
): OverrideOnRole["running"] {
  const now = fileOf(role, "running", target);
  if (now?.origin.key === key && now.state === "active") return "stays";
  return fileOf(role, "running", `_backup/${target}`)?.origin.key === key ? "moved" : "gone";
}

/** Nodes of roles, in the middle of a sentence: "all nodes", "the masters and the nodes of gpu". */
export function nodesText(roles: readonly Role[], all: readonly Role[]): string {
  if (roles.length === all.length) return "all nodes";
  const masters = roles.some(({ kind }) => kind === "master") ? ["the masters"] : [];
  const groups = roles.filter(({ kind }) => kind === "worker").map(({ title }) => title);
  return [...masters, ...(groups.length > 0 ? [`the nodes of ${groups.join(", ")}`] : [])].join(" and ");
}
