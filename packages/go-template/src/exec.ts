import { Failure, type TemplateError } from "./errors.js";
import { evalPipeline } from "./evaluate.js";
import { sprint, sprintf } from "./fmt/print.js";
import { sortedKeys } from "./fmt/sorted.js";
import { Budget, checkNesting, type Limits, limitFailure, MAX_RUNNING } from "./limits.js";
import type { ActionNode, BranchNode, ListNode, StatementNode, TemplateNode } from "./nodes.js";
import type { Segment } from "./output.js";
import { type MissingKey, type Program, State } from "./state.js";
import { quote } from "./strconv.js";
import { elementsOf, integerOf, isTrue, kindOf, mapGet, Typed, typeOf } from "./values.js";

export interface ExecuteOptions {
  readonly missingKey?: MissingKey;
  readonly limits?: Limits;
}

export type ExecuteResult =
  | { readonly ok: true; readonly output: string; readonly segments: readonly Segment[] }
  | {
      readonly ok: false;
      readonly error: TemplateError;
      /** What had been written before the error. */
      readonly partialOutput: string;
      readonly segments: readonly Segment[];
    };

/** What a statement leaves a loop with. */
type Flow = "break" | "continue" | undefined;

/** Runs a parsed template on data, as text/template/exec.go does. */
export function execute(program: Program, data: unknown, options: ExecuteOptions): ExecuteResult {
  const state = new State(program, options.missingKey ?? "default", new Budget(options.limits));
  const error = run(state, data);
  const { output, segments } = state.output.finish();
  if (error === undefined) return { ok: true, output, segments };
  return { ok: false, error, partialOutput: output, segments };
}

function run(state: State, data: unknown): TemplateError | undefined {
  const { name, trees, copyData } = state.program;
  try {
    const dot = (copyData ? copyData(state.budget, data) : data) ?? undefined;
    const root = trees.get(name);
    state.declare("$", dot);
    if (root !== undefined) walkList(state, dot, root);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return state.errorOf(error);
    // The limits are such that the usual stack suffices; a caller may have used up most of it.
    if (error instanceof RangeError) return state.errorOf(limitFailure("template exceeds the stack"));
    throw error;
  }
}

function walkList(state: State, dot: unknown, list: ListNode): Flow {
  checkNesting(++state.nesting, MAX_RUNNING);
  let flow: Flow;
  for (const node of list.nodes) {
    flow = walk(state, dot, node);
    if (flow !== undefined) break;
  }
  state.nesting--;
  return flow;
}

function walk(state: State, dot: unknown, node: StatementNode): Flow {
  state.node = node;
  state.budget.spend(1);
  switch (node.kind) {
    case "text":
      state.output.write(node.text, node.pos, node.pos + node.text.length);
      return undefined;
    case "action":
      walkAction(state, dot, node);
      return undefined;
    case "if":
    case "with":
      return walkIfOrWith(state, dot, node);
    case "range":
      return walkRange(state, dot, node);
    case "template":
      walkTemplate(state, dot, node);
      return undefined;
    default:
      return node.kind;
  }
}

function walkAction(state: State, dot: unknown, node: ActionNode): void {
  const value = evalPipeline(state, dot, node.pipe);
  // An action that sets variables prints nothing.
  if (node.pipe.decl.length > 0) return;
  state.node = node;
  state.output.write(printed(state, value), node.start, node.end);
}

function printed(state: State, value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "<no value>" : sprint(state.budget, [value]);
}

function walkIfOrWith(state: State, dot: unknown, node: BranchNode): Flow {
  const mark = state.variables.length;
  const value = evalPipeline(state, dot, node.pipe);
  const isSet = isTrue(state.budget, value);
  const list = isSet ? node.list : node.elseList;
  const flow = list && walkList(state, isSet && node.kind === "with" ? value : dot, list);
  state.variables.length = mark;
  return flow;
}

function walkRange(state: State, dot: unknown, node: BranchNode): Flow {
  const { variables } = state;
  const mark = variables.length;
  const value = evalPipeline(state, dot, node.pipe);
  const inner = variables.length;
  let list = node.elseList;
  for (const [index, element] of entries(state, value, node)) {
    list = undefined;
    state.budget.spend(1);
    // With two variables the first is the index or key; a single one is the element.
    const values = node.pipe.decl.length > 1 ? [index, element] : [element];
    for (const [i, name] of node.pipe.decl.entries()) state.assign(name, values[i]);
    const flow = walkList(state, element, node.list);
    variables.length = inner;
    if (flow === "break") break;
  }
  const flow = list && walkList(state, dot, list);
  variables.length = mark;
  return flow;
}

/** Index or key, and element. */
type Entry = readonly [unknown, unknown];

/** What a value gives to range over. */
function entries(state: State, value: unknown, node: BranchNode): Iterable<Entry> {
  switch (kindOf(value)) {
    case "int":
      return countTo(state, value, node);
    case "slice":
      return elementsOf(value).entries();
    case "map": {
      const keys = sortedKeys(value);
      state.budget.spend(keys.length);
      return keys.map((key) => [key, mapGet(value, key)]);
    }
    case "invalid":
      return [];
    default:
      return state.fail(sprintf(state.budget, "range can't iterate over %v", [value]));
  }
}

function* countTo(state: State, value: unknown, { pipe }: BranchNode): Generator<Entry> {
  const end = integerOf(value);
  if (pipe.decl.length > 1) state.fail(`can't use ${end} to iterate over more than one variable`);
  const type = typeOf(value);
  for (let i = 0; i < end; i++) yield [undefined, type === "int" ? i : new Typed(type, BigInt(i))];
}

function walkTemplate(state: State, dot: unknown, { name, pipe }: TemplateNode): void {
  const tree = state.program.trees.get(name);
  if (tree === undefined) state.fail(`template ${quote(name)} not defined`);
  const { maxDepth } = state.budget;
  if (state.depth >= maxDepth) throw limitFailure(`exceeded maximum template depth (${maxDepth})`);
  const argument = pipe && evalPipeline(state, dot, pipe);
  const { variables, templateName, depth } = state;
  // A template sees no variables but its own.
  Object.assign(state, { variables: [], templateName: name, depth: depth + 1 });
  state.declare("$", argument);
  walkList(state, argument, tree);
  Object.assign(state, { variables, templateName, depth });
}
