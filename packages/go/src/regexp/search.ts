/** A program as the states of a lazily built automaton: whether an expression matches, over many texts at once. */
import { type Edge, edgeOf, holds } from "./edges.js";
import { parseRegexp } from "./parser.js";
import { compile, type Program } from "./program.js";
import { runeFrom } from "./runes.js";
import type { RegexpNode } from "./syntax.js";

/** Where a search is: the instructions that wait for a character, what came before, whether it has matched. */
export interface SearchState {
  /** Unique within its search. */
  readonly id: number;
  readonly waiting: readonly number[];
  readonly before: Edge;
  readonly matched: boolean;
}

export interface Search {
  readonly start: SearchState;
  /** The state after one more character (a code point), or after the end of the text (null). */
  readonly step: (state: SearchState, code: number | null) => SearchState;
  /** Whether a set of the expression holds the character, for all its sets; equal strings behave alike. */
  readonly signature: (code: number) => string;
  /** Whether the expression matches anywhere in a text; takes time linear in its length, and remembers nothing. */
  readonly matches: (text: string) => boolean;
}

/** regexp.Compile and MatchString: whether an expression matches anywhere in a text. The error is Go's text. */
export function compileMatch(
  pattern: string,
): { readonly test: (text: string) => boolean } | { readonly error: string } {
  const parsed = parseRegexp(pattern);
  if ("error" in parsed) return parsed;
  const program = compile(parsed.root, { keepsGroups: false });
  return { test: (text) => matches(program, text) };
}

/** An unanchored search for the expression. */
export function searchFor(root: RegexpNode): Search {
  const program = compile(root, { keepsGroups: false });
  const stateOf = uniqueStates();
  const matched = { id: -1, waiting: [], before: "none", matched: true } as const;
  const sets = program.instructions.flatMap((instruction) =>
    instruction.op === "char" ? [instruction.has] : [],
  );
  return {
    start: stateOf([], "none"),
    step: rememberedSteps((state, code) => {
      if (state.matched) return state;
      const after = edgeOf(code);
      const waiting = advance(program, state.waiting, { code, before: state.before, after });
      return waiting === "matched" ? matched : stateOf(waiting, after);
    }),
    matches: (text) => matches(program, text),
    signature: remembered((code) => sets.map((has) => (has(code) ? "1" : "0")).join("") + edgeOf(code)),
  };
}

/** Makes each state once, so that a search can compare their ids. */
function uniqueStates(): (waiting: Iterable<number>, before: Edge) => SearchState {
  const known = new Map<string, SearchState>();
  return (unsorted, before) => {
    const waiting = [...unsorted].sort((a, b) => a - b);
    const key = `${before}:${waiting.join(",")}`;
    const state = known.get(key) ?? { id: known.size, waiting, before, matched: false };
    known.set(key, state);
    return state;
  };
}

function rememberedSteps(step: Search["step"]): Search["step"] {
  const stepsFrom = new Map<SearchState, (code: number | null) => SearchState>();
  return (state, code) => {
    const known = stepsFrom.get(state) ?? remembered((next) => step(state, next));
    stepsFrom.set(state, known);
    return known(code);
  };
}

function remembered<Code extends number | null, Result>(
  compute: (code: Code) => Result & {},
): (code: Code) => Result {
  const results = new Map<Code, Result & {}>();
  return (code) => {
    const known = results.get(code);
    if (known !== undefined) return known;
    const result = compute(code);
    results.set(code, result);
    return result;
  };
}

function matches(program: Program, text: string): boolean {
  let waiting: Iterable<number> = [];
  let before: Edge = "none";
  for (const code of codesAndEnd(text)) {
    const after = edgeOf(code);
    const next = advance(program, waiting, { code, before, after });
    if (next === "matched") return true;
    waiting = next;
    before = after;
  }
  return false;
}

function* codesAndEnd(text: string): Iterable<number | null> {
  for (const character of text) yield runeFrom(character);
  yield null;
}

/** A place of the text: the character there (null at the end), and its kind and that of the one before. */
interface TextPlace {
  readonly code: number | null;
  readonly before: Edge;
  readonly after: Edge;
}

/** Follows all instructions past one place of the text, the entry too; gives those that wait for the next character. */
function advance(
  { instructions, entry }: Program,
  waitingHere: Iterable<number>,
  { code, before, after }: TextPlace,
): ReadonlySet<number> | "matched" {
  const open = [...waitingHere, entry];
  const reached = new Set<number>();
  const waiting = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const instruction = instructions[at];
    if (instruction === undefined) continue;
    switch (instruction.op) {
      case "match":
        return "matched";
      case "split":
        for (const next of instruction.next) open.push(next);
        break;
      case "assert":
        if (holds(instruction.assertion, before, after)) open.push(instruction.next);
        break;
      case "save":
        open.push(instruction.next);
        break;
      case "char":
        if (code !== null && instruction.has(code)) waiting.add(instruction.next);
    }
  }
  return waiting;
}
