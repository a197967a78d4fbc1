import { quote } from "@lookinglass/go";
import { isTrue } from "./access.js";
import { entriesOf } from "./entries.js";
import { errorAt, Failure, fail, type TemplateError } from "./errors.js";
import { evalPipeline } from "./evaluate.js";
import { sprint, sprintf } from "./fmt/print.js";
import { budgetOf, checkNesting, type Limits, MAX_RUNNING, passLimit, spend } from "./limits.js";
import type { LookupLog } from "./lookups.js";
import type { ActionNode, BranchNode, ListNode, StatementNode, TemplateNode } from "./nodes.js";
import { finish, type Segment, write } from "./output.js";
import { findVariable, type MissingKey, type Program, type State } from "./state.js";
import { integerOf, kindOf, Typed, typeOf } from "./values.js";

export interface ExecuteOptions {
  readonly missingKey?: MissingKey;
  readonly limits?: Limits;
  /** Where keys are noted that maps of the data do not have. */
  readonly log?: LookupLog;
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
  const state: State = {
    program,
    missingKey: options.missingKey,
    name: program.name,
    variables: [],
    depth: 0,
    nesting: 0,
    output: "",
    bytes: 0,
    segments: [],
    log: options.log,
    // Last: engines make a slower object of one that begins with it.
    ...budgetOf(options.limits),
  };
  try {
    const dot = program.copyData?.(state, data) ?? data;
    if (options.log) options.log.root = dot;
    walkTree(state, dot ?? undefined, program.trees.get(program.name));
    return { ok: true, ...finish(state) };
  } catch (error) {
    const { pos = 0, text = "" } = state.node ?? {};
    const doing = `executing ${quote(state.name)} at <${text}>`;
    const { output, segments } = finish(state);
    return {
      ok: false,
      error: errorAt(program, pos, asFailure(error), "exec", doing),
      partialOutput: output,
      segments,
    };
  }
}

/** The limits are such that the usual stack suffices; a caller may have used up most of it. */
function asFailure(error: unknown): unknown {
  return error instanceof RangeError ? new Failure("template exceeds the stack", true) : error;
}

/** Runs a tree, which sees no variables but "$", its data. */
function walkTree(state: State, dot: unknown, list: ListNode | undefined): void {
  state.variables = [{ name: "$", value: dot }];
  if (list) walkList(state, dot, list);
}

function walkList(state: State, dot: unknown, list: ListNode): Flow {
  checkNesting(++state.nesting, MAX_RUNNING);
  let flow: Flow;
  for (const node of list.nodes) {
    flow = walk(state, dot, node);
    if (flow) break;
  }
  state.nesting--;
  return flow;
}

function walk(state: State, dot: unknown, node: StatementNode): Flow {
  state.node = node;
  spend(state, 1);
  switch (node.kind) {
    case "text":
      write(state, node.text, node.pos, node.pos + node.text.length);
      return undefined;
    case "action":
      walkAction(state, dot, node);
      return undefined;
    case "template":
      walkTemplate(state, dot, node);
      return undefined;
    case "if":
    case "with":
    case "range":
      return walkBranch(state, dot, node);
    default:
      return node.kind;
  }
}

function walkAction(state: State, dot: unknown, node: ActionNode): void {
  const value = evalPipeline(state, dot, node.pipe);
  // An action that sets variables prints nothing.
  if (node.pipe.decl.length > 0) return;
  state.node = node;
  const text =
    typeof value === "string" ? value : value === undefined ? "<no value>" : sprint([value], state);
  write(state, text, node.start, node.end);
}

function walkBranch(state: State, dot: unknown, node: BranchNode): Flow {
  const { variables } = state;
  const mark = variables.length;
  const lookups = state.log?.lookups;
  const before = lookups?.size;
  const value = evalPipeline(state, dot, node.pipe);
  const deciding = lookups && lookups.size !== before ? [...lookups.values()].slice(before) : [];
  const isRange = node.kind === "range";
  const isSet = isRange ? walkRange(state, value, node) : isTrue(state, value);
  for (const lookup of deciding) lookup.branch = { kind: node.kind, isTaken: isSet };
  const list = isSet ? !isRange && node.list : node.elseList;
  const flow = list ? walkList(state, isSet && node.kind === "with" ? value : dot, list) : undefined;
  forget(variables, mark);
  // Go's range takes a "break" of its else part for its own; a "continue" there is one of the range around.
  return isRange && flow === "break" ? undefined : flow;
}

/** Ends the variables that were declared after so many. To set a length costs more than a step, so only where there are. */
function forget(variables: State["variables"], count: number): void {
  if (variables.length > count) variables.length = count;
}

/** Runs the list for each element; whether there was one. */
function walkRange(state: State, value: unknown, { list, pipe: { decl } }: BranchNode): boolean {
  const { variables } = state;
  const mark = variables.length;
  let isSet = false;
  for (const [index, element] of entries(state, value, decl.length)) {
    isSet = true;
    spend(state, 1);
    // With two variables the first is the index or key; a single one is the element.
    for (const [i, name] of decl.entries()) {
      findVariable(state, name).value = i < decl.length - 1 ? index : element;
    }
    const flow = walkList(state, element, list);
    forget(variables, mark);
    if (flow === "break") break;
  }
  return isSet;
}

/** What a value gives to range over: index or key, and element. */
function entries(state: State, value: unknown, count: number): Iterable<readonly [unknown, unknown]> {
  switch (kindOf(value)) {
    case "int":
      return countTo(value, count);
    case "slice":
    case "map":
      return entriesOf(state, value);
    case "invalid":
      return [];
    default:
      return fail(sprintf(["range can't iterate over %v", value], state));
  }
}

function* countTo(value: unknown, count: number): Generator<readonly [unknown, unknown]> {
  const end = integerOf(value);
  if (count > 1) fail(`can't use ${end} to iterate over more than one variable`);
  const type = typeOf(value);
  for (let i = 0; i < end; i++) yield [undefined, type === "int" ? i : new Typed(type, BigInt(i))];
}

function walkTemplate(state: State, dot: unknown, { name, pipe }: TemplateNode): void {
  const tree = state.program.trees.get(name) ?? fail(`template ${quote(name)} not defined`);
  const { variables, name: caller, maxDepth } = state;
  if (state.depth >= maxDepth) passLimit(`exceeded maximum template depth (${maxDepth})`);
  const argument = pipe && evalPipeline(state, dot, pipe);
  state.name = name;
  state.depth++;
  walkTree(state, argument, tree);
  state.name = caller;
  state.depth--;
  state.variables = variables;
}
