/**
 * Looks for an image reference, as filters see one (registry/repository[:tag]), that some expressions match
 * and others do not. The search runs over the grammar of references itself: what it does not find does not exist.
 */
import {
  parseRegexp,
  type RegexpNode,
  type Search,
  type SearchState,
  searchFor,
} from "@lookinglass/go/regexp";

/** Larger expressions are not analysed. */
export const maxAnalysedSize = 4000;

/** Which references are considered. */
export type ReferenceKind =
  /** Registries in lower case, as everyone writes them. */
  | "usual"
  /** Whatever containerd takes: registries with capitals, too. */
  | "any";

export interface Condition {
  readonly root: RegexpNode;
  readonly matches: boolean;
}

export type Found =
  | { readonly reference: string }
  | { readonly none: true }
  /** The expressions are too large, or the search took too many steps. */
  | { readonly unknown: true };

/** Instructions looked at after which a search gives up; some tens of milliseconds. */
const maxWork = 300_000;

/** The shortest reference that meets all conditions. */
export function findReference(kind: ReferenceKind, conditions: readonly Condition[]): Found {
  if (conditions.reduce((size, { root }) => size + root.size, 0) > maxAnalysedSize) return { unknown: true };
  const expressions = conditions.map(({ root, matches }) => ({ search: searchOf(root), matches }));
  return search([{ search: grammars[kind], matches: true }, ...expressions]);
}

/** An expression is searched several times: for an example, for what it leaves out, with others. */
const searches = new WeakMap<RegexpNode, Search>();

function searchOf(root: RegexpNode): Search {
  const search = searches.get(root) ?? searchFor(root);
  searches.set(root, search);
  return search;
}

interface Expression {
  readonly search: Search;
  readonly matches: boolean;
}

interface Place {
  readonly text: string;
  readonly states: readonly SearchState[];
}

/** Breadth first, so that the first find is a shortest one. */
function search(expressions: readonly Expression[]): Found {
  const letters = representatives(expressions);
  const seen = new Set<string>();
  let places: Place[] = [{ text: "", states: expressions.map(({ search }) => search.start) }];
  for (let work = 0; places.length > 0; ) {
    const found = places.find(({ states }) => isMet(expressions, states));
    if (found !== undefined) return { reference: found.text };
    const next: Place[] = [];
    for (const { text, states } of places) {
      for (const letter of letters) {
        work += states.reduce((sum, state) => sum + state.waiting.length, 1);
        if (work > maxWork) return { unknown: true };
        const after = advance(expressions, states, letter);
        const key = after?.map((state) => state.id).join(";");
        if (after === null || key === undefined || seen.has(key)) continue;
        seen.add(key);
        next.push({ text: text + letter, states: after });
      }
    }
    places = next;
  }
  return { none: true };
}

/** Null where no continuation can meet the conditions: it has left the grammar, or matched what it must not. */
function advance(
  expressions: readonly Expression[],
  states: readonly SearchState[],
  letter: string,
): SearchState[] | null {
  const after: SearchState[] = [];
  for (const [index, { search, matches }] of expressions.entries()) {
    const state = states[index];
    if (state === undefined) return null;
    const stepped = search.step(state, letter.charCodeAt(0));
    if (stepped.matched && !matches) return null;
    if (index === 0 && stepped.waiting.length === 0) return null;
    after.push(stepped);
  }
  return after;
}

function isMet(expressions: readonly Expression[], states: readonly SearchState[]): boolean {
  return expressions.every(({ search, matches }, index) => {
    const state = states[index];
    return state !== undefined && search.step(state, null).matched === matches;
  });
}

/** The characters of references, the most readable first. */
const alphabet = "xabcdefghijklmnopqrstuvwyz0123456789.-_/:XABCDEFGHIJKLMNOPQRSTUVWYZ[]";

/** One character out of each group that all expressions treat alike. */
function representatives(expressions: readonly Expression[]): string[] {
  const groups = new Map<string, string>();
  for (const letter of alphabet) {
    const signature = expressions.map(({ search }) => search.signature(letter.charCodeAt(0))).join(";");
    if (!groups.has(signature)) groups.set(signature, letter);
  }
  return [...groups.values()];
}

const label = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const port = "(?::[0-9]+)";
const address6 = "\\[[0-9a-f]*(?::[0-9a-f]*){2,7}\\]";
const words = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
/** Underscores are a repository's, but containerd takes what stands before the first slash for the registry. */
const underscored = `${words}\\.${words}`;
const usualRegistry = `(?:(?:localhost|${label}(?:\\.${label})+|${address6})${port}?|${label}${port}|${underscored})`;
const anyLabel = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
/** containerd takes a first part without a dot for a registry when it holds a capital, which no repository does. */
const capitalLabel = "(?:[a-zA-Z0-9][a-zA-Z0-9-]*)?[A-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const anyRegistry = `(?:(?:localhost|${anyLabel}(?:\\.${anyLabel})+|${address6}|${capitalLabel})${port}?|${anyLabel}${port}|${underscored})`;
const repositoryAndTag = `${words}(?:/${words})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]*)?`;

const grammars: Readonly<Record<ReferenceKind, Search>> = {
  usual: grammar(usualRegistry),
  any: grammar(anyRegistry),
};

function grammar(registry: string): Search {
  const parsed = parseRegexp(`^${registry}/${repositoryAndTag}$`);
  if ("error" in parsed) throw new Error(parsed.error);
  return searchFor(parsed.root);
}
