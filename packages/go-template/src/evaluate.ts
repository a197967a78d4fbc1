import { quote } from "@lookinglass/go";
import { isTrue, zeroElement } from "./access.js";
import { Failure, fail } from "./errors.js";
import { ANY, type GoFunction, type ParameterType, REFLECT_VALUE } from "./functions.js";
import { checkNesting, MAX_RUNNING, spend, spendText } from "./limits.js";
import { fieldOf } from "./lookups.js";
import type { ChainNode, LiteralNode, Node, OperandNode, PipeNode } from "./nodes.js";
import { findVariable, type State } from "./state.js";
import { GoValue, Interface, kindOf, sliceOf, typeOf, unwrap } from "./values.js";

/** No arguments, or nothing from the pipeline. */
const NONE: readonly never[] = [];

/** Evaluates a pipeline and sets the variables it declares or assigns. */
export function evalPipeline(state: State, dot: unknown, pipe: PipeNode): unknown {
  state.node = pipe;
  checkNesting(++state.nesting, MAX_RUNNING);
  let piped: readonly unknown[] = NONE;
  for (const cmd of pipe.cmds) {
    spend(state, 1);
    const [word, ...args] = cmd.args;
    if (word.kind !== "pipe") state.node = word;
    const value = evalWord(state, dot, word, args, piped, word.kind === "identifier" ? cmd : word);
    piped = [value instanceof Interface ? (value.value ?? undefined) : value];
  }
  const [value] = piped;
  for (const name of pipe.decl) {
    if (pipe.isAssign) findVariable(state, name).value = value;
    else state.variables.push({ name, value });
  }
  state.nesting--;
  return value;
}

/** An operand, with the arguments of the command that it begins: nodes, and the value from the pipeline. */
function evalWord(
  state: State,
  dot: unknown,
  word: OperandNode,
  args: readonly OperandNode[],
  piped: readonly unknown[],
  /** What an error of a function is reported at. */
  place: Node,
): unknown {
  if (word.kind === "identifier") return callFunction(state, dot, place, args, piped, word.fn, word.text);
  if (word.kind === "chain") return evalChain(state, dot, word, args, piped);
  // That a variable is not set yet is said first.
  const variable = word.kind === "variable" && findVariable(state, word.text).value;
  if (args.length + piped.length > 0) fail(`can't give argument to non-function ${word.text}`);
  if (word.kind === "nil") fail("nil is not a command");
  if (word.kind === "literal") return evalLiteral(word);
  if (word.kind === "pipe") return evalPipeline(state, dot, word);
  return word.kind === "." ? dot : variable;
}

// Fields.

/** Follows .X.Y.Z from an operand. The last of them may be a method, which takes the arguments. */
function evalChain(
  state: State,
  dot: unknown,
  chain: ChainNode,
  args: readonly OperandNode[],
  piped: readonly unknown[],
): unknown {
  const { node, ident } = chain;
  // The dot and variables are no place of their own in errors.
  if (node.kind === "identifier") state.node = node;
  return ident.reduce(
    (receiver, name, i) => {
      const isLast = i === ident.length - 1;
      return evalField(state, dot, chain, isLast ? args : NONE, isLast ? piped : NONE, receiver, name, i);
    },
    evalWord(state, dot, node, NONE, NONE, node),
  );
}

function evalField(
  state: State,
  dot: unknown,
  chain: ChainNode,
  args: readonly OperandNode[],
  piped: readonly unknown[],
  receiver: unknown,
  name: string,
  index: number,
): unknown {
  if (receiver === undefined) return missingEntry(state, "nil data; no", name);
  const value = unwrap(receiver);
  if (value === null) fail(`nil pointer evaluating interface {}.${name}`);
  const method = value instanceof GoValue && value.methods?.get(name);
  if (method) return callFunction(state, dot, chain, args, piped, method, name);
  if (value instanceof GoValue && value.fields?.some(([field]) => field === name)) {
    fail(`${name} is an unexported field of struct type ${typeOf(receiver)}`);
  }
  if (kindOf(value) !== "map") fail(`can't evaluate field ${name} in type ${typeOf(receiver)}`);
  if (args.length + piped.length > 0) fail(`${name} is not a method but has arguments`);
  return (
    fieldOf(state, value, chain, index) ?? missingEntry(state, "map has no", name, zeroElement(typeOf(value)))
  );
}

/** What there is instead of an entry; the zero value, if there is one, only where it is asked for. */
function missingEntry(state: State, what: string, name: string, zero?: unknown): unknown {
  if (state.missingKey === "error") fail(`${what} entry for key ${quote(name)}`);
  return state.missingKey === "zero" ? zero : undefined;
}

// Functions.

/** Evaluates the arguments and calls. */
function callFunction(
  state: State,
  dot: unknown,
  /** What an error of the function is reported at. */
  place: Node,
  args: readonly OperandNode[],
  piped: readonly unknown[],
  fn: GoFunction,
  name: string,
): unknown {
  const { params, decisive } = fn;
  const given = args.length + piped.length;
  const wanted = params.length;
  const failure = `wrong number of args for ${name}: want`;
  // Go leaves the piped argument out of the count of a variadic function.
  if (!fn.variadic && given !== wanted) fail(`${failure} ${wanted} got ${given}`);
  if (given < wanted - 1) fail(`${failure} at least ${wanted - 1} got ${args.length}`);
  const typeAt = (index: number) => params[index] ?? params[wanted - 1] ?? ANY;
  const argv: unknown[] = [];
  for (const arg of args) {
    const value = evalArg(state, dot, fn, typeAt(argv.length), arg);
    // "and" and "or" evaluate their arguments only up to the one that decides.
    if (decisive !== undefined && isTrue(state, value) === decisive) return value;
    argv.push(value);
  }
  for (const value of piped) argv.push(assignTo(fn, value, typeAt(argv.length)));
  if (decisive !== undefined) return argv.at(-1);
  for (const arg of argv) payFor(state, unwrap(arg));
  try {
    const result = fn.call(argv, state, args);
    payFor(state, result);
    return result ?? undefined;
  } catch (error) {
    if (!(error instanceof Failure) || error.isLimit) throw error;
    state.node = place;
    return fail(`error calling ${name}: ${error.message}`);
  }
}

/** A function's work is paid for by the size of what it takes and gives. */
function payFor(state: State, value: unknown): void {
  if (typeof value === "string") spendText(state, value.length);
  else spend(state, sliceOf(value).items.length);
}

// Arguments.

function evalArg(
  state: State,
  dot: unknown,
  fn: GoFunction,
  type: ParameterType,
  node: OperandNode,
): unknown {
  state.node = node;
  if (node.kind === "nil") return nilOf(fn, type, `cannot assign nil to ${type}`);
  if (node.kind !== "literal") return assignTo(fn, evalWord(state, dot, node, NONE, NONE, node), type);
  if (type === ANY || type === REFLECT_VALUE) return evalLiteral(node);
  const { value, text } = node;
  if (typeof value === type) return value;
  return fn.convert?.(value, type, text) ?? fail(`expected ${type}; found ${text}`);
}

/** A literal where no type is asked for. */
function evalLiteral({ value, text }: LiteralNode): unknown {
  const isTooLarge = typeof value === "bigint" && BigInt.asIntN(64, value) !== value;
  return isTooLarge ? fail(`${text} overflows int`) : value;
}

/** The nil of a type; an error with the text if it has none. */
function nilOf(fn: GoFunction, type: ParameterType, otherwise: string): unknown {
  if (type === REFLECT_VALUE) return undefined;
  return type === ANY ? null : (fn.convert?.(null, type, "nil") ?? fail(otherwise));
}

/** Checks that a value can be passed to a parameter of the type, and takes off its static type if need be. */
function assignTo(fn: GoFunction, value: unknown, type: ParameterType): unknown {
  if (type === REFLECT_VALUE) return value;
  if (value === undefined) return nilOf(fn, type, `invalid value; expected ${type}`);
  const inner = unwrap(value);
  if (type === ANY || typeOf(inner) === type) return inner;
  return fail(`wrong type for value; expected ${type}; got ${typeOf(inner ?? value)}`);
}
