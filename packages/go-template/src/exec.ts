import { Failure, type TemplateError } from "./errors.js";
import { evalPipeline } from "./evaluate.js";
import { sprint, sprintf } from "./fmt/print.js";
import { sortedKeys } from "./fmt/sorted.js";
import { Budget, checkNesting, limitFailure, type Limits, MAX_RUNNING } from "./limits.js";
import type { ActionNode, BranchNode, ListNode, StatementNode, TemplateNode } from "./nodes.js";
import type { Segment } from "./output.js";
import { type MissingKey, type Program, State } from "./state.js";
import { quote } from "./strconv.js";
import { elementAt, integerOf, isTrue, kindOf, mapGet, sliceOf, Typed, typeOf } from "./values.js";

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
type Flow = "next" | "break" | "continue";

/** Runs a parsed template on data, as text/template/exec.go does. */
export function execute(program: Program, data: unknown, options: ExecuteOptions): ExecuteResult {
  const state = new State(program, options.missingKey ?? "default", new Budget(options.limits));
  const error = run(state, data);
  const { output, segments } = state.output.finish();
  if (error === undefined) return { ok: true, output, segments };
  return { ok: false, error, partialOutput: output, segments };
}

function run(state: State, data: unknown): TemplateError | undefined {
  try {
    const root = state.program.trees.get(state.program.name);
    const { copyData } = state.program;
    const dot = copyData ? copyData(state.budget, data) : data;
    state.declare("$", dot ?? undefined);
    if (root !== undefined) walkList(state, dot ?? undefined, root);
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
  let flow: Flow = "next";
  for (const node of list.nodes) {
    flow = walk(state, dot, node);
    if (flow !== "next") break;
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
      return "next";
    case "action":
      return walkAction(state, dot, node);
    case "if":
    case "with":
      return walkIfOrWith(state, dot, node);
    case "range":
      return walkRange(state, dot, node);
    case "template":
      return walkTemplate(state, dot, node);
    default:
      return node.kind;
  }
}

function walkAction(state: State, dot: unknown, node: ActionNode): Flow {
  const value = evalPipeline(state, dot, node.pipe);
  // An action that sets variables prints nothing.
  if (node.pipe.decl.length > 0) return "next";
  state.node = node;
  state.output.write(printed(state, value), node.start, node.end);
  return "next";
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
  const flow = list ? walkList(state, isSet && node.kind === "with" ? value : dot, list) : "next";
  state.popTo(mark);
  return flow;
}

/** Index or key, and element. */
type Entry = readonly [unknown, unknown];

function walkRange(state: State, dot: unknown, node: BranchNode): Flow {
  const mark = state.variables.length;
  const value = evalPipeline(state, dot, node.pipe);
  const inner = state.variables.length;
  let empty = true;
  for (const entry of entries(state, value, node)) {
    empty = false;
    state.budget.spend(1);
    setRangeVariables(state, node, entry);
    const flow = walkList(state, entry[1], node.list);
    state.popTo(inner);
    if (flow === "break") break;
  }
  const flow = empty && node.elseList ? walkList(state, dot, node.elseList) : "next";
  state.popTo(mark);
  return flow;
}

/** What a value gives to range over. */
function* entries(state: State, value: unknown, node: BranchNode): Generator<Entry> {
  switch (kindOf(value)) {
    case "int":
    case "uint":
      yield* countTo(state, value, node);
      return;
    case "slice":
      yield* elements(value);
      return;
    case "map":
      yield* members(state, value);
      return;
    case "invalid":
      return;
    default:
      state.fail(sprintf(state.budget, "range can't iterate over %v", [value]));
  }
}

function* countTo(state: State, value: unknown, node: BranchNode): Generator<Entry> {
  const end = integerOf(value);
  if (node.pipe.decl.length > 1) state.fail(`can't use ${end} to iterate over more than one variable`);
  const type = typeOf(value);
  for (let i = 0; i < end; i++) yield [undefined, type === "int" ? i : new Typed(type, BigInt(i))];
}

function* elements(value: unknown): Generator<Entry> {
  const slice = sliceOf(value);
  if (slice === undefined) return;
  for (let i = 0; i < slice.length; i++) yield [i, elementAt(slice, i)];
}

function* members(state: State, map: unknown): Generator<Entry> {
  const keys = sortedKeys(map);
  state.budget.spend(keys.length);
  for (const key of keys) yield [key, mapGet(map, key)];
}

/** With two variables the first is the index; a single one is the element. */
function setRangeVariables(state: State, node: BranchNode, [index, element]: Entry): void {
  const { isAssign, decl } = node.pipe;
  const [first, second] = decl;
  if (isAssign) {
    if (first) state.assign(first, second ? index : element);
    if (second) state.assign(second, element);
    return;
  }
  if (first) state.setTop(1, element);
  if (second) state.setTop(2, index);
}

function walkTemplate(state: State, dot: unknown, node: TemplateNode): Flow {
  const tree = state.program.trees.get(node.name);
  if (tree === undefined) return state.fail(`template ${quote(node.name)} not defined`);
  const { maxDepth } = state.budget;
  if (state.depth >= maxDepth) throw limitFailure(`exceeded maximum template depth (${maxDepth})`);
  const argument = node.pipe && evalPipeline(state, dot, node.pipe);
  const { variables, templateName } = state;
  // A template sees no variables but its own.
  state.variables = [];
  state.declare("$", argument);
  state.templateName = node.name;
  state.depth++;
  walkList(state, argument, tree);
  state.depth--;
  state.templateName = templateName;
  state.variables = variables;
  return "next";
}
