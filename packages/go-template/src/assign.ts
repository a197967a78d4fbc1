import { ANY, REFLECT_VALUE } from "./functions.js";
import type { LiteralNode } from "./nodes.js";
import type { State } from "./state.js";
import { float64, GoValue, int, Slice, Typed, typeOf, unwrap } from "./values.js";

/** The nil of a type; an error with the text if it has none. */
export function nilOf(state: State, type: string, otherwise: string): unknown {
  if (type === REFLECT_VALUE) return undefined;
  if (type.startsWith("[]")) return new Slice(type, [], 0, 0, 0, true);
  if (type.startsWith("map[")) return new GoValue("map", type, true);
  return type === ANY || type.startsWith("*") ? null : state.fail(otherwise);
}

/** Checks that a value can be passed to a parameter of the type, and takes off its static type if need be. */
export function assignTo(state: State, value: unknown, type: string): unknown {
  if (type === REFLECT_VALUE) return value;
  if (value === undefined) return nilOf(state, type, `invalid value; expected ${type}`);
  const inner = unwrap(value);
  if (type === ANY || typeOf(inner) === type) return inner;
  return state.fail(`wrong type for value; expected ${type}; got ${typeOf(inner ?? value)}`);
}

/** A literal as an argument: numbers take the type that is asked for. */
export function literalArgument(state: State, node: LiteralNode, type: string): unknown {
  const { ideal, integer, float } = node.constant;
  const expected = (what: string) => state.fail(`expected ${what}; found ${node.text}`);
  switch (type) {
    case ANY:
    case REFLECT_VALUE:
      return ideal ?? state.fail(`${node.text} overflows int`);
    case "string":
    case "bool":
      return typeOf(ideal) === type ? ideal : expected(type);
    case "float64":
      return float === undefined ? expected("float") : float64(float);
    case "int":
    case "int64":
      if (integer === undefined) return expected("integer");
      return type === "int" ? int(integer) : new Typed(type, integer);
    default:
      return state.fail(`can't handle ${node.text} for arg of type ${type}`);
  }
}
