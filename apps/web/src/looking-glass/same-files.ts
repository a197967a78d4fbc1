import type { Role } from "@lookinglass/designer";

/** Roles whose nodes get the same files in every phase; the first stands for all. */
export interface RoleGroup {
  readonly roles: readonly [Role, ...Role[]];
}

/** Folds roles with the same files into one, in the order of the first of each. */
export function groupBySameFiles(roles: readonly Role[]): RoleGroup[] {
  return groupRoles(roles, fingerprint);
}

/** Folds the roles that have the same key. */
export function groupRoles(roles: readonly Role[], keyOf: (role: Role) => string): RoleGroup[] {
  const groups = new Map<string, [Role, ...Role[]]>();
  for (const role of roles) {
    const key = keyOf(role);
    const group = groups.get(key);
    if (group) group.push(role);
    else groups.set(key, [role]);
  }
  return [...groups.values()].map((each) => ({ roles: each }));
}

/** All that the overview says of a role, with its own node taken out. */
function fingerprint(role: Role): string {
  const phases = role.phases.map(({ failure, files }) => [
    failure,
    files.map(({ path, state, origin, content }) => [
      path,
      state,
      origin.kind,
      origin.key,
      withoutNode(content, role),
    ]),
  ]);
  return JSON.stringify([role.runtime, role.spegel.mirrorAdd, phases]);
}

const ADDRESS = "{this node's address}";
const NAME = "{this node's name}";

/**
 * A file's text with the address and the name of the role's sample node taken out: every node names itself in its
 * files, and files that differ in nothing else are the same.
 */
export function withoutNode(text: string, { sampleNodes: [node] }: Pick<Role, "sampleNodes">): string {
  if (!node) return text;
  return replaceWord(replaceWord(text, node.address, ADDRESS), node.name, NAME);
}

/** The file of one role's node as it would be on another's. */
export function asOnNodeOf(text: string, from: Role, to: Role): string {
  const [node] = to.sampleNodes;
  if (!node) return text;
  return withoutNode(text, from).replaceAll(ADDRESS, node.address).replaceAll(NAME, node.name);
}

/** Replaces a word where it stands alone: 10.0.1.1 is no part of 10.0.1.11. */
function replaceWord(text: string, word: string, by: string): string {
  if (word === "" || !text.includes(word)) return text;
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\w.-])${literal}(?![\\w.-])`, "g"), () => by);
}

/** "master", "master and gpu", "default, batch and 58 more". */
export function rolesTitle(roles: readonly Pick<Role, "title">[]): string {
  const titles = roles.map(({ title }) => title);
  if (titles.length <= 3) return listed(titles);
  return `${titles.slice(0, 2).join(", ")} and ${titles.length - 2} more`;
}

function listed(titles: readonly string[]): string {
  const last = titles.at(-1) ?? "";
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(", ")} and ${last}`;
}
