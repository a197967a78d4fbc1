import { zeroElement } from "./access.js";
import { assignTo, literalArgument, nilOf } from "./assign.js";
import { FunctionError } from "./errors.js";
import { type GoFunction, REFLECT_VALUE } from "./functions.js";
import { checkNesting, MAX_RUNNING } from "./limits.js";
import type { CommandNode, Node, OperandNode, PipeNode } from "./nodes.js";
import type { State } from "./state.js";
import { quote } from "./strconv.js";
import { GoValue, Interface, isTrue, kindOf, mapGet, sliceOf, typeOf, unwrap } from "./values.js";

/** Stands for "no value comes from the pipeline". */
const MISSING = Symbol("missing");

/** Where an operand stands that may take arguments: those of its command, and the value from the pipeline. */
interface Site {
  readonly state: State;
  readonly dot: unknown;
  /** What an error of a function is reported at. */
  readonly node: Node;
  readonly args: readonly OperandNode[];
  readonly final: unknown;
}

const NO_ARGUMENTS: readonly OperandNode[] = [];

/** Evaluates a pipeline and sets the variables it declares or assigns. */
export function evalPipeline(state: State, dot: unknown, pipe: PipeNode): unknown {
  state.node = pipe;
  checkNesting(++state.nesting, MAX_RUNNING);
  let value: unknown = MISSING;
  for (const cmd of pipe.cmds) {
    value = evalCommand(state, dot, cmd, value);
    if (value instanceof Interface) value = value.value ?? undefined;
  }
  for (const name of pipe.decl) {
    if (pipe.isAssign) state.assign(name, value);
    else state.declare(name, value);
  }
  state.nesting--;
  return value;
}

function evalCommand(state: State, dot: unknown, cmd: CommandNode, final: unknown): unknown {
  state.budget.spend(1);
  const [word, ...args] = cmd.args;
  if (word.kind !== "pipe") state.node = word;
  return evalWord({ state, dot, node: word.kind === "identifier" ? cmd : word, args, final }, word);
}

/** An operand without arguments. */
function evalOperand(state: State, dot: unknown, node: OperandNode): unknown {
  state.node = node;
  return evalWord({ state, dot, node, args: NO_ARGUMENTS, final: MISSING }, node);
}

/** An operand, with the arguments of the command that it begins. */
function evalWord(site: Site, word: OperandNode): unknown {
  const { state, dot } = site;
  if (word.kind === "identifier") return evalFunction(site, word.text);
  if (word.kind === "chain") return evalFields(site, evalReceiver(site, word.node), word.ident);
  // That a variable is not set yet is said first.
  const variable = word.kind === "variable" ? state.lookup(word.text) : undefined;
  if (hasArguments(site)) state.fail(`can't give argument to non-function ${word.text}`);
  switch (word.kind) {
    case "pipe":
      return evalPipeline(state, dot, word);
    case ".":
      return dot;
    case "variable":
      return variable;
    case "nil":
      return state.fail("nil is not a command");
    case "literal":
      return literalArgument(state, word, REFLECT_VALUE);
  }
}

function hasArguments({ args, final }: Site): boolean {
  return args.length > 0 || final !== MISSING;
}

// Fields.

/** What the fields of a chain are read from. The dot and variables are no place of their own in errors. */
function evalReceiver({ state, dot }: Site, node: OperandNode): unknown {
  if (node.kind === ".") return dot;
  return node.kind === "variable" ? state.lookup(node.text) : evalOperand(state, dot, node);
}

/** Follows .X.Y.Z from a receiver. The last of them may be a method, which takes the arguments. */
function evalFields(site: Site, receiver: unknown, ident: readonly string[]): unknown {
  const last = ident.length - 1;
  const inner = last > 0 ? { ...site, args: NO_ARGUMENTS, final: MISSING } : site;
  return ident.reduce((value, name, i) => evalField(i < last ? inner : site, value, name), receiver);
}

function evalField(site: Site, receiver: unknown, name: string): unknown {
  const { state } = site;
  if (receiver === undefined) return missingEntry(state, "nil data; no", name);
  const value = unwrap(receiver);
  if (value === null) return state.fail(`nil pointer evaluating interface {}.${name}`);
  const method = value instanceof GoValue ? value.methods?.get(name) : undefined;
  if (method) return callWith(site, name, { ...method, variadic: false });
  if (kindOf(value) !== "map") return state.fail(`can't evaluate field ${name} in type ${typeOf(receiver)}`);
  if (hasArguments(site)) state.fail(`${name} is not a method but has arguments`);
  return mapGet(value, name) ?? missingEntry(state, "map has no", name, zeroElement(typeOf(value)));
}

/** What there is instead of an entry; the zero value, if there is one, only where it is asked for. */
function missingEntry(state: State, what: string, name: string, zero?: unknown): unknown {
  if (state.missingKey === "error") state.fail(`${what} entry for key ${quote(name)}`);
  return state.missingKey === "zero" ? zero : undefined;
}

// Functions.

function evalFunction(site: Site, name: string): unknown {
  const fn = site.state.program.functions.get(name);
  return fn ? callWith(site, name, fn) : site.state.fail(`${quote(name)} is not a defined function`);
}

/** Evaluates the arguments and calls. */
function callWith(site: Site, name: string, fn: GoFunction): unknown {
  const { state, dot, args, final } = site;
  checkArgumentCount(site, name, fn);
  if (name === "and" || name === "or") return shortCircuit(site, name === "or");
  const typeAt = (index: number) => fn.params[Math.min(index, fn.params.length - 1)] ?? REFLECT_VALUE;
  const argv = args.map((arg, i) => evalArg(state, dot, typeAt(i), arg));
  if (final !== MISSING) argv.push(assignTo(state, final, typeAt(argv.length)));
  return call(site, name, fn, argv);
}

function checkArgumentCount({ state, args, final }: Site, name: string, fn: GoFunction): void {
  const given = args.length + (final === MISSING ? 0 : 1);
  const wanted = fn.params.length;
  const failure = `wrong number of args for ${name}: want`;
  // Go leaves the piped argument out of the count of a variadic function.
  if (!fn.variadic && given !== wanted) state.fail(`${failure} ${wanted} got ${given}`);
  if (given < wanted - 1) state.fail(`${failure} at least ${wanted - 1} got ${args.length}`);
}

/** "and" and "or" evaluate their arguments only up to the one that decides. */
function shortCircuit({ state, dot, args, final }: Site, decisive: boolean): unknown {
  let value: unknown;
  for (const arg of args) {
    value = evalArg(state, dot, REFLECT_VALUE, arg);
    if (isTrue(state.budget, value) === decisive) return value;
  }
  return final === MISSING ? value : final;
}

function call(site: Site, name: string, fn: GoFunction, argv: readonly unknown[]): unknown {
  const { state, node } = site;
  for (const arg of argv) payFor(state, unwrap(arg));
  try {
    const result = name === "call" ? refuseCall(site, argv) : fn.call(argv, state);
    payFor(state, result);
    return result ?? undefined;
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    state.node = node;
    return state.fail(`error calling ${name}: ${error.message}`);
  }
}

/** A function's work is paid for by the size of what it takes and gives. */
function payFor({ budget }: State, value: unknown): void {
  if (typeof value === "string") budget.spendText(value.length);
  else budget.spend(sliceOf(value)?.length ?? 0);
}

/** The builtin "call": data of this package holds no functions. */
function refuseCall({ args: [arg], final }: Site, [callee]: readonly unknown[]): never {
  const value = unwrap(callee);
  if (value === null) throw new FunctionError("call of nil");
  // reflect.Value.String: a string as it is, anything else by its type.
  const piped = typeof final === "string" ? final : `<${typeOf(final)} Value>`;
  throw new FunctionError(`non-function ${arg?.text ?? piped} of type ${typeOf(value)}`);
}

// Arguments.

function evalArg(state: State, dot: unknown, type: string, node: OperandNode): unknown {
  state.node = node;
  if (node.kind === "nil") return nilOf(state, type, `cannot assign nil to ${type}`);
  if (node.kind === "literal") return literalArgument(state, node, type);
  return assignTo(state, evalOperand(state, dot, node), type);
}
