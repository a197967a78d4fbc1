import type { Role, SpecPreview } from "@lookinglass/designer";

/** What each role was before: the one of the same name, else the one that stood in its place and is much like it. */
export function formerRoles(before: SpecPreview, after: SpecPreview): ReadonlyMap<Role, Role> {
  const byId = new Map(before.roles.map((role) => [role.id, role]));
  const now = new Set(after.roles.map(({ id }) => id));
  return new Map(
    after.roles.flatMap((role, index) => {
      const same = byId.get(role.id);
      if (same) return [[role, same] as const];
      const inPlace = before.roles[index];
      const isRenamed = inPlace && !now.has(inPlace.id) && isMuchLike(inPlace, role);
      return isRenamed ? [[role, inPlace] as const] : [];
    }),
  );
}

/** As many nodes, of the same kind, with files at the same paths: what is in these may differ. */
function isMuchLike(one: Role, other: Role): boolean {
  return !one.assumed && !other.assumed && outline(one) === outline(other);
}

function outline({ kind, nodeCount, runtime, phases }: Role): string {
  const paths = phases.map(({ files }) => files.map(({ path, state }) => [path, state]));
  return JSON.stringify([kind, nodeCount.min, nodeCount.max, runtime, paths]);
}
