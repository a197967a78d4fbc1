/** What people write by mistake in an expression, and the expression without it. */
import type { CharNode, RegexpNode, RepeatNode } from "@lookinglass/go/regexp";

/** A name that stands where an expression begins, its dots escaped or not: `docker.io` of `^docker\.io/`. */
export interface LeadingName {
  readonly text: string;
  /** Offsets within the expression. */
  readonly start: number;
  readonly end: number;
  readonly isAnchored: boolean;
  /** What comes after it. */
  readonly before: "slash" | "end" | "other";
}

/** Why an expression matches more than it says. */
export type LooseCode =
  /** `nginx`, `team/app`: words that may stand anywhere, as parts of others too. */
  | "bare-words"
  /** `^nginx`: what comes first is the registry. */
  | "registry-first"
  /** A dot between letters stands for any character. */
  | "unescaped-dot"
  /** It begins with a registry, and matches one anywhere in the reference. */
  | "unanchored-start"
  /** It ends with a registry, and matches longer names, too. */
  | "open-registry"
  /** A star after a slash, as in a file name pattern, repeats the slash. */
  | "glob-star";

export interface Repair {
  readonly code: LooseCode;
  readonly edits: readonly Edit[];
}

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Repairs that fit an expression, whether or not they change what it matches among references. */
export function looseRepairs(root: RegexpNode): Repair[] {
  const dots = unescapedDots(root).map((dot) => ({ at: dot.start, remove: 0, insert: "\\" }));
  const stars = slashStars(root).map((star) => ({ at: star.end - 1, remove: 1, insert: "" }));
  const repairs: Repair[] = [
    { code: "unescaped-dot", edits: dots },
    { code: "glob-star", edits: stars },
    ...registryRepairs(root),
  ];
  return repairs.filter(({ edits }) => edits.length > 0);
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const fromTheEnd = [...edits].sort((a, b) => b.at - a.at);
  return fromTheEnd.reduce((done, { at, remove, insert }) => {
    return done.slice(0, at) + insert + done.slice(at + remove);
  }, text);
}

/** Two backslashes made one: undoes what quoting an expression twice, or for the wrong YAML quotes, has done. */
export function unescapeFilter(pattern: string): string {
  return pattern.replaceAll("\\\\", "\\");
}

/** Capitals that stand for themselves made small. */
export function lowerCaseLiterals(text: string, root: RegexpNode): string {
  const capitals = charNodes(root).filter(
    ({ literal }) => literal !== null && literal !== literal.toLowerCase(),
  );
  const edits = capitals.map(({ start, end, literal }) => {
    return { at: start, remove: end - start, insert: (literal ?? "").toLowerCase() };
  });
  return applyEdits(text, edits);
}

export function charNodes(node: RegexpNode): CharNode[] {
  return node.kind === "char" ? [node] : childrenOf(node).flatMap(charNodes);
}

function childrenOf(node: RegexpNode): readonly RegexpNode[] {
  switch (node.kind) {
    case "sequence":
      return node.items;
    case "choice":
      return node.options;
    case "capture":
    case "repeat":
      return [node.item];
    default:
      return [];
  }
}

function unescapedDots(node: RegexpNode): CharNode[] {
  if (node.kind !== "sequence") return childrenOf(node).flatMap(unescapedDots);
  return node.items.flatMap((item, index) => {
    if (item.kind !== "char") return unescapedDots(item);
    return item.isDot && isBetweenNames(node.items, index) ? [item] : [];
  });
}

function isBetweenNames(items: readonly RegexpNode[], at: number): boolean {
  return isNameCharacter(items[at - 1]) && isNameCharacter(items[at + 1]);
}

function isNameCharacter(node: RegexpNode | undefined): boolean {
  return node?.kind === "char" && node.literal !== null && /^[A-Za-z0-9]$/.test(node.literal);
}

function slashStars(node: RegexpNode): RepeatNode[] {
  if (node.kind !== "repeat") return childrenOf(node).flatMap(slashStars);
  const isSlash = node.item.kind === "char" && node.item.literal === "/";
  return isSlash && node.operator === "*" && node.end === node.item.end + 1 ? [node] : slashStars(node.item);
}

/** The names with which an expression begins: one, or one of each alternative. */
export function leadingNames(root: RegexpNode): LeadingName[] {
  return namesIn(root, false, "end");
}

function namesIn(node: RegexpNode, isAnchored: boolean, after: LeadingName["before"]): LeadingName[] {
  switch (node.kind) {
    case "choice":
      return node.options.flatMap((option) => namesIn(option, isAnchored, after));
    case "capture":
      return namesIn(node.item, isAnchored, after);
    case "sequence": {
      const first = node.items.findIndex(({ kind }) => kind !== "assertion");
      if (first < 0) return [];
      const items = node.items.slice(first);
      const anchored = isAnchored || first > 0;
      const [head] = items;
      if (head && !isRegistryCharacter(head)) return namesIn(head, anchored, followedBy(items[1], after));
      return nameOf(items, anchored, after);
    }
    default:
      return nameOf([node], isAnchored, after);
  }
}

function nameOf(
  items: readonly RegexpNode[],
  isAnchored: boolean,
  after: LeadingName["before"],
): LeadingName[] {
  const end = items.findIndex((item) => !isNameOrUnderscore(item));
  const name = end < 0 ? items : items.slice(0, end);
  const [first, last] = [name[0], name.at(-1)];
  // A dot that is no part of a name stands for any character, and the name is none.
  const isOpen = name.some((item, at) => item.kind === "char" && item.isDot && !isBetweenNames(items, at));
  if (!first || !last || isOpen) return [];
  const text = name.map((item) => (item.kind === "char" ? (item.literal ?? ".") : "")).join("");
  const before = followedBy(end < 0 ? undefined : items[end], after);
  return [{ text, start: first.start, end: last.end, isAnchored, before }];
}

function followedBy(node: RegexpNode | undefined, after: LeadingName["before"]): LeadingName["before"] {
  if (node === undefined) return after;
  if (node.kind === "assertion" && node.assertion === "text-end") return "end";
  const first = node.kind === "repeat" ? node.item : node;
  return first.kind === "char" && first.literal === "/" ? "slash" : "other";
}

function isNameOrUnderscore(node: RegexpNode): boolean {
  return isRegistryCharacter(node) || (node.kind === "char" && node.literal === "_");
}

/** Words without a registry, and nothing else; a slash may end them. */
const BARE_WORDS = /^[a-z0-9]+(?:[_-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*\/?$/;

/** A reference that has the words of an expression in others; null where it is not made of words alone. */
export function referenceAround(pattern: string): string | null {
  if (!BARE_WORDS.test(pattern)) return null;
  return `docker.io/my${pattern}${pattern.endsWith("/") ? "app" : "-2"}:1.0`;
}

/** A reference whose registry begins with the one word of an expression; null where it is not `^word`. */
export function referenceBehind(pattern: string): string | null {
  return /^\^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(pattern) ? `${pattern.slice(1)}.example.com/app:1.0` : null;
}

/** A word that is no registry, where an expression that begins so can only mean a repository. */
export function repositoryFirst(root: RegexpNode): LeadingName | null {
  const [name, ...more] = leadingNames(root);
  if (!name?.isAnchored || more.length > 0) return null;
  return /^[a-z0-9]+(?:[_-]+[a-z0-9]+)*$|^[a-z0-9]+(?:[_-]+[a-z0-9]+)*:[A-Za-z0-9._-]*$/.test(name.text)
    ? name
    : null;
}

/** Looks at an expression that begins with a registry's name, such as docker\.io. */
function registryRepairs(root: RegexpNode): Repair[] {
  if (root.kind !== "sequence") return [];
  const isAnchored = root.items[0]?.kind === "assertion";
  const items = isAnchored ? root.items.slice(1) : root.items;
  const nameEnd = items.findIndex((item) => !isRegistryCharacter(item));
  const name = items.slice(0, nameEnd === -1 ? items.length : nameEnd);
  const text = name.map((item) => (item.kind === "char" ? (item.literal ?? ".") : "")).join("");
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]+)?$/i.test(text)) return [];
  const after = items[name.length];
  const endsHere = after === undefined;
  const endsAtSlash =
    after?.kind === "char" ? after.literal === "/" : after?.kind === "repeat" && slashStars(after).length > 0;
  const repairs: Repair[] = [];
  if (!isAnchored && (endsHere || endsAtSlash)) {
    repairs.push({ code: "unanchored-start", edits: [{ at: items[0]?.start ?? 0, remove: 0, insert: "^" }] });
  }
  if (endsHere) {
    const last = name[name.length - 1];
    repairs.push({ code: "open-registry", edits: [{ at: last?.end ?? 0, remove: 0, insert: "/" }] });
  }
  return repairs;
}

function isRegistryCharacter(node: RegexpNode): boolean {
  return (
    node.kind === "char" && (node.isDot || (node.literal !== null && /^[A-Za-z0-9.:-]$/.test(node.literal)))
  );
}
