import { ANY, REFLECT_VALUE } from "./functions.js";
import type { LiteralNode, NumberNode } from "./nodes.js";
import type { State } from "./state.js";
import { float64, Interface, int, Slice, Typed, TypedMap, typeOf, unwrap } from "./values.js";

/** Whether nil can be passed to a parameter of the type. */
export function canBeNil(type: string): boolean {
  return type === ANY || type === REFLECT_VALUE || /^(?:\[\]|map\[|\*)/.test(type);
}

/** The nil of a type. */
export function zeroOf(type: string): unknown {
  if (type === REFLECT_VALUE) return undefined;
  if (type.startsWith("[]")) return Slice.nil(type);
  return type.startsWith("map[") ? new TypedMap(type, new Map(), true) : null;
}

/** Checks that a value can be passed to a parameter of the type, and takes off its static type if need be. */
export function assignTo(state: State, value: unknown, type: string): unknown {
  if (type === REFLECT_VALUE) return value;
  if (value === undefined)
    return canBeNil(type) ? zeroOf(type) : state.fail(`invalid value; expected ${type}`);
  const inner = unwrap(value);
  if (type === ANY) return inner;
  if (inner === null && value instanceof Interface) return wrongType(state, value, type);
  return typeOf(inner) === type ? inner : wrongType(state, inner, type);
}

function wrongType(state: State, value: unknown, type: string): never {
  return state.fail(`wrong type for value; expected ${type}; got ${typeOf(value)}`);
}

/** A literal as an argument: numbers take the type that is asked for. */
export function literalArgument(state: State, node: LiteralNode, type: string): unknown {
  switch (type) {
    case ANY:
    case REFLECT_VALUE:
      return idealValue(state, node);
    case "string":
      return node.kind === "string" ? node.value : expected(state, "string", node);
    case "bool":
      return node.kind === "bool" ? node.text === "true" : expected(state, "bool", node);
    case "float64":
      return float64(
        (node.kind === "number" ? node.constant.float : undefined) ?? expected(state, "float", node),
      );
    case "int":
    case "int64":
      return integerArgument(state, node, type);
    default:
      return state.fail(`can't handle ${node.text} for arg of type ${type}`);
  }
}

function integerArgument(state: State, node: LiteralNode, type: "int" | "int64"): unknown {
  const value = node.kind === "number" ? node.constant.integer : undefined;
  if (value === undefined) return expected(state, "integer", node);
  return type === "int" ? int(value) : new Typed(type, value);
}

function expected(state: State, what: string, node: LiteralNode): never {
  return state.fail(`expected ${what}; found ${node.text}`);
}

/** A literal where no type is asked for. */
export function idealValue(state: State, node: LiteralNode): unknown {
  if (node.kind === "bool") return node.text === "true";
  return node.kind === "string" ? node.value : numberValue(state, node);
}

/** A number literal where no type is asked for. */
function numberValue(state: State, node: NumberNode): unknown {
  const { ideal } = node.constant;
  return ideal === undefined ? state.fail(`${node.text} overflows int`) : ideal;
}
