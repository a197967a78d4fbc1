/** A syntax tree as instructions, run over many texts at once: the states of a lazily built automaton. */
import type { Assertion, RegexNode } from "./regex-syntax.js";

type Instruction =
  | { readonly op: "char"; readonly has: (code: number) => boolean; readonly next: number }
  | { readonly op: "split"; readonly next: readonly number[] }
  | { readonly op: "assert"; readonly assertion: Assertion; readonly next: number }
  | { readonly op: "match" };

/** Where a search stands: the instructions that wait for a character, what came before, whether it has matched. */
export interface SearchState {
  /** Unique within its program. */
  readonly id: number;
  readonly waiting: readonly number[];
  readonly before: Edge;
  readonly matched: boolean;
}

/** What stands on one side of a place in the text. */
type Edge = "none" | "line-break" | "word" | "other";

export interface Program {
  readonly start: SearchState;
  /** The state after one more character (a code point), or after the end of the text (null). */
  readonly step: (state: SearchState, code: number | null) => SearchState;
  /** Whether a set of the expression holds the character, for all its sets; equal strings behave alike. */
  readonly signature: (code: number) => string;
  /** Whether the expression matches anywhere in a text; takes time linear in its length, and remembers nothing. */
  readonly matches: (text: string) => boolean;
}

/** Larger expressions are not analysed. */
export const maxAnalysedSize = 4000;

/** An unanchored search for the expression. */
export function programOf(root: RegexNode): Program {
  const instructions: Instruction[] = [{ op: "match" }];
  const entry = emit(root, 0, instructions);
  const stateOf = uniqueStates();
  const matched = { id: -1, waiting: [], before: "none", matched: true } as const;
  const sets = instructions.flatMap((instruction) => (instruction.op === "char" ? [instruction.has] : []));
  return {
    start: stateOf([], "none"),
    step: rememberedSteps((state, code) => {
      if (state.matched) return state;
      const after = edgeOf(code);
      const waiting = advance(instructions, [...state.waiting, entry], { code, before: state.before, after });
      return waiting === "matched" ? matched : stateOf(waiting, after);
    }),
    matches: (text) => matches(instructions, entry, text),
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

function rememberedSteps(step: Program["step"]): Program["step"] {
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

/** Appends the instructions of a node that go on at `next`; gives the first of them. */
function emit(node: RegexNode, next: number, into: Instruction[]): number {
  switch (node.kind) {
    case "char":
      return into.push({ op: "char", has: node.has, next }) - 1;
    case "assertion":
      return into.push({ op: "assert", assertion: node.assertion, next }) - 1;
    case "capture":
      return emit(node.item, next, into);
    case "sequence":
      return node.items.reduceRight((after, item) => emit(item, after, into), next);
    case "choice":
      return into.push({ op: "split", next: node.options.map((option) => emit(option, next, into)) }) - 1;
    case "repeat":
      return emitRepeat(node, next, into);
  }
}

function emitRepeat(node: RegexNode & { kind: "repeat" }, next: number, into: Instruction[]): number {
  let after = node.max === null ? emitLoop(node.item, next, into) : next;
  for (let copy = node.min; copy < (node.max ?? node.min); copy++) {
    after = into.push({ op: "split", next: [emit(node.item, after, into), next] }) - 1;
  }
  for (let copy = 0; copy < node.min; copy++) after = emit(node.item, after, into);
  return after;
}

function emitLoop(item: RegexNode, next: number, into: Instruction[]): number {
  const loop = into.push({ op: "split", next: [] }) - 1;
  const body = emit(item, loop, into);
  into[loop] = { op: "split", next: [body, next] };
  return loop;
}

function matches(instructions: readonly Instruction[], entry: number, text: string): boolean {
  let waiting: Iterable<number> = [];
  let before: Edge = "none";
  for (const code of codesAndEnd(text)) {
    const after = edgeOf(code);
    const next = advance(instructions, [...waiting, entry], { code, before, after });
    if (next === "matched") return true;
    waiting = next;
    before = after;
  }
  return false;
}

function* codesAndEnd(text: string): Iterable<number | null> {
  for (const character of text) yield character.codePointAt(0) ?? null;
  yield null;
}

/** A place of the text: the character there (null at the end), and its kind and that of the one before. */
interface TextPlace {
  readonly code: number | null;
  readonly before: Edge;
  readonly after: Edge;
}

/** Follows all open instructions past one place of the text; gives those that wait for the next character. */
function advance(
  instructions: readonly Instruction[],
  open: number[],
  { code, before, after }: TextPlace,
): ReadonlySet<number> | "matched" {
  const reached = new Set<number>();
  const waiting = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const instruction = instructions[at];
    if (instruction === undefined) continue;
    if (instruction.op === "match") return "matched";
    if (instruction.op === "split") for (const next of instruction.next) open.push(next);
    else if (instruction.op === "assert") {
      if (holds(instruction.assertion, before, after)) open.push(instruction.next);
    } else if (code !== null && instruction.has(code)) waiting.add(instruction.next);
  }
  return waiting;
}

function holds(assertion: Assertion, before: Edge, after: Edge): boolean {
  switch (assertion) {
    case "text-start":
      return before === "none";
    case "line-start":
      return before === "none" || before === "line-break";
    case "text-end":
      return after === "none";
    case "line-end":
      return after === "none" || after === "line-break";
    case "word-edge":
      return (before === "word") !== (after === "word");
    case "no-word-edge":
      return (before === "word") === (after === "word");
  }
}

function edgeOf(code: number | null): Edge {
  if (code === null) return "none";
  if (code === LINE_FEED) return "line-break";
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return isDigit || isLetter || code === 0x5f ? "word" : "other";
}

const LINE_FEED = 10;
