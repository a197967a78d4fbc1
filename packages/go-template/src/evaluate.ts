import { assignTo, canBeNil, literalArgument, numberValue, zeroOf } from "./assign.js";
import { FunctionError } from "./errors.js";
import { type GoFunction, REFLECT_VALUE } from "./functions.js";
import { MAX_RUNNING } from "./limits.js";
import {
  type ChainNode,
  type CommandNode,
  type FieldNode,
  type IdentifierNode,
  type Node,
  type OperandNode,
  type PipeNode,
  printNode,
  type VariableNode,
} from "./nodes.js";
import type { State } from "./state.js";
import { quote } from "./strconv.js";
import { elementsOf, Interface, isTrue, kindOf, mapGet, Opaque, typeOf, unwrap } from "./values.js";

/** Stands for "no value comes from the pipeline". */
const MISSING = Symbol("missing");

/** The value inside an interface; undefined for a nil one. */
function concrete(value: unknown): unknown {
  return value instanceof Interface ? (value.value ?? undefined) : value;
}

/** Evaluates a pipeline and sets the variables it declares or assigns. */
export function evalPipeline(state: State, dot: unknown, pipe: PipeNode): unknown {
  state.node = pipe;
  state.budget.checkNesting(++state.nesting, MAX_RUNNING);
  let value: unknown = MISSING;
  for (const cmd of pipe.cmds) value = concrete(evalCommand(state, dot, cmd, value));
  for (const variable of pipe.decl) {
    if (pipe.isAssign) state.assign(variable.name, value);
    else state.declare(variable.name, value);
  }
  state.nesting--;
  return value;
}

function evalCommand(state: State, dot: unknown, cmd: CommandNode, final: unknown): unknown {
  state.budget.spend(1);
  const [word] = cmd.args;
  switch (word.kind) {
    case "field":
      return evalFieldNode(state, dot, word, cmd.args, final);
    case "chain":
      return evalChain(state, dot, word, cmd.args, final);
    case "identifier":
      return evalFunction(state, dot, word, cmd, final);
    case "pipe":
      refuseArguments(state, cmd.args, final);
      return evalPipeline(state, dot, word);
    case "variable":
      return evalVariable(state, dot, word, cmd.args, final);
  }
  state.node = word;
  refuseArguments(state, cmd.args, final);
  switch (word.kind) {
    case "dot":
      return dot;
    case "nil":
      return state.fail("nil is not a command");
    case "number":
      return numberValue(state, word);
    case "bool":
      return word.value;
    case "string":
      return word.text;
  }
}

function hasArguments(args: readonly OperandNode[], final: unknown): boolean {
  return args.length > 1 || final !== MISSING;
}

function refuseArguments(state: State, args: readonly [OperandNode, ...OperandNode[]], final: unknown): void {
  if (hasArguments(args, final)) state.fail(`can't give argument to non-function ${printNode(args[0])}`);
}

// Fields.

const NO_ARGUMENTS: readonly OperandNode[] = [];

function evalFieldNode(
  state: State,
  dot: unknown,
  node: FieldNode,
  args: readonly OperandNode[],
  final: unknown,
): unknown {
  state.node = node;
  return evalFields({ state, dot, node, args, final }, dot, node.ident);
}

function evalVariable(
  state: State,
  dot: unknown,
  node: VariableNode,
  args: readonly [OperandNode, ...OperandNode[]],
  final: unknown,
): unknown {
  state.node = node;
  const value = state.lookup(node.name);
  if (node.ident.length > 0) return evalFields({ state, dot, node, args, final }, value, node.ident);
  refuseArguments(state, args, final);
  return value;
}

function evalChain(
  state: State,
  dot: unknown,
  node: ChainNode,
  args: readonly OperandNode[],
  final: unknown,
): unknown {
  state.node = node;
  const receiver = evalOperand(state, dot, node.node);
  return evalFields({ state, dot, node, args, final }, receiver, node.ident);
}

/** Where a chain of fields stands: the last of them may be a method, which takes the arguments. */
interface FieldChain {
  readonly state: State;
  readonly dot: unknown;
  readonly node: FieldNode | VariableNode | ChainNode;
  readonly args: readonly OperandNode[];
  readonly final: unknown;
}

/** Follows .X.Y.Z from a receiver. */
function evalFields(chain: FieldChain, receiver: unknown, ident: readonly string[]): unknown {
  const last = ident.length - 1;
  const inner = last > 0 ? { ...chain, args: NO_ARGUMENTS, final: MISSING } : chain;
  let value = receiver;
  for (let i = 0; i < last; i++) value = evalField(inner, value, ident[i] ?? "");
  return evalField(chain, value, ident[last] ?? "");
}

function evalField(chain: FieldChain, receiver: unknown, name: string): unknown {
  const { state } = chain;
  if (receiver === undefined) {
    if (state.missingKey === "error") state.fail(`nil data; no entry for key ${quote(name)}`);
    return undefined;
  }
  const value = unwrap(receiver);
  if (value === null) return state.fail(`nil pointer evaluating interface {}.${name}`);
  if (kindOf(value) === "map") return evalMapField(state, value, name, hasArguments(chain.args, chain.final));
  const method = value instanceof Opaque ? value.methods.get(name) : undefined;
  if (method !== undefined) return callWith(chain, name, { ...method, variadic: false }, chain.args.slice(1));
  return state.fail(`can't evaluate field ${name} in type ${typeOf(receiver)}`);
}

function evalMapField(state: State, map: unknown, name: string, hasArgs: boolean): unknown {
  if (hasArgs) state.fail(`${name} is not a method but has arguments`);
  const value = mapGet(map, name);
  if (value !== undefined || state.missingKey === "default") return value;
  if (state.missingKey === "error") state.fail(`map has no entry for key ${quote(name)}`);
  return typeOf(map).endsWith("]string") ? "" : new Interface(null);
}

// Functions.

function evalFunction(
  state: State,
  dot: unknown,
  node: IdentifierNode,
  cmd: CommandNode | IdentifierNode,
  final: unknown,
): unknown {
  state.node = node;
  const fn = state.program.functions.get(node.name);
  if (fn === undefined) return state.fail(`${quote(node.name)} is not a defined function`);
  const args = cmd.kind === "command" ? cmd.args.slice(1) : NO_ARGUMENTS;
  return callWith({ state, dot, node: cmd, final }, node.name, fn, args);
}

/** A call: where it stands, and the value that comes from the pipeline. */
interface CallSite {
  readonly state: State;
  readonly dot: unknown;
  /** What an error of the function is reported at. */
  readonly node: Node;
  readonly final: unknown;
}

/** Evaluates the arguments and calls. */
function callWith(site: CallSite, name: string, fn: GoFunction, args: readonly OperandNode[]): unknown {
  const { state, dot, node, final } = site;
  checkArgumentCount(state, name, fn, args.length, final !== MISSING);
  if (name === "and" || name === "or") return shortCircuit(site, name, args);
  const argv = args.map((arg, i) => evalArg(state, dot, parameterType(fn, i), arg));
  if (final !== MISSING) argv.push(assignTo(state, final, parameterType(fn, argv.length)));
  if (name === "call") return refuseCall(site, args[0], argv[0]);
  return call(state, name, fn, argv, node);
}

function parameterType(fn: GoFunction, index: number): string {
  return fn.params[Math.min(index, fn.params.length - 1)] ?? REFLECT_VALUE;
}

function checkArgumentCount(state: State, name: string, fn: GoFunction, count: number, piped: boolean): void {
  const given = piped ? count + 1 : count;
  const wanted = fn.params.length;
  if (!fn.variadic) {
    if (given !== wanted) state.fail(`wrong number of args for ${name}: want ${wanted} got ${given}`);
  } else if (given < wanted - 1) {
    // Go leaves the piped argument out of this count.
    state.fail(`wrong number of args for ${name}: want at least ${wanted - 1} got ${count}`);
  }
}

/** "and" and "or" evaluate their arguments only up to the one that decides. */
function shortCircuit(
  { state, dot, final }: CallSite,
  name: "and" | "or",
  args: readonly OperandNode[],
): unknown {
  let value: unknown;
  for (const arg of args) {
    value = evalArg(state, dot, REFLECT_VALUE, arg);
    if (isTrue(state.budget, value) === (name === "or")) return value;
  }
  return final === MISSING ? value : final;
}

function call(state: State, name: string, fn: GoFunction, argv: readonly unknown[], node: Node): unknown {
  for (const arg of argv) payFor(state, unwrap(arg));
  try {
    const result = fn.call(argv, state.context);
    payFor(state, result);
    return result ?? undefined;
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    state.node = node;
    return state.fail(`error calling ${name}: ${error.message}`);
  }
}

/** A function's work is paid for by the size of what it takes and gives. */
function payFor(state: State, value: unknown): void {
  if (typeof value === "string") state.budget.spendText(value.length);
  else if (kindOf(value) === "slice") state.budget.spend(elementsOf(value).length);
}

/** The builtin "call": data of this package holds no functions. */
function refuseCall({ state, node, final }: CallSite, arg: OperandNode | undefined, callee: unknown): never {
  state.node = node;
  const value = unwrap(callee);
  if (value === null) return state.fail("error calling call: call of nil");
  const name = arg === undefined ? nameOfValue(final) : printNode(arg);
  return state.fail(`error calling call: non-function ${name} of type ${typeOf(value)}`);
}

/** reflect.Value.String: a string as it is, anything else by its type. */
function nameOfValue(value: unknown): string {
  return typeof value === "string" ? value : `<${typeOf(value)} Value>`;
}

// Arguments.

function evalArg(state: State, dot: unknown, type: string, node: OperandNode): unknown {
  state.node = node;
  switch (node.kind) {
    case "nil":
      return canBeNil(type) ? zeroOf(type) : state.fail(`cannot assign nil to ${type}`);
    case "bool":
    case "number":
    case "string":
      return literalArgument(state, node, type);
    default:
      return assignTo(state, evalOperand(state, dot, node), type);
  }
}

/** An operand that is no literal, without arguments. */
function evalOperand(state: State, dot: unknown, node: OperandNode): unknown {
  state.node = node;
  switch (node.kind) {
    case "dot":
      return dot;
    case "field":
      return evalFieldNode(state, dot, node, NO_ARGUMENTS, MISSING);
    case "variable":
      return evalVariable(state, dot, node, [node], MISSING);
    case "pipe":
      return evalPipeline(state, dot, node);
    case "identifier":
      return evalFunction(state, dot, node, node, MISSING);
    case "chain":
      return evalChain(state, dot, node, NO_ARGUMENTS, MISSING);
    default:
      return literalArgument(state, node, REFLECT_VALUE);
  }
}
