import { Failure } from "../errors.js";
import { ANY, fixed, type GoFunction, variadic } from "../functions.js";
import { typeOf, unwrap } from "../values.js";
import { isEmpty, kindName, STRING, text } from "./coerce.js";
import { deepEqual } from "./deep-equal.js";

/** "%T". */
function typeName(value: unknown): string {
  const inner = unwrap(value);
  return inner === null ? "<nil>" : typeOf(inner);
}

function fail(message: unknown): never {
  throw new Failure(text(message));
}

export const defaultFunctions: Readonly<Record<string, GoFunction>> = {
  default: variadic([ANY, ANY], ([fallback, given], budget) => (isEmpty(budget, given) ? fallback : given)),
  empty: fixed([ANY], ([value], budget) => isEmpty(budget, value)),
  coalesce: variadic([ANY], (values, budget) => values.find((value) => !isEmpty(budget, value)) ?? null),
  all: variadic([ANY], (values, budget) => values.every((value) => !isEmpty(budget, value))),
  any: variadic([ANY], (values, budget) => values.some((value) => !isEmpty(budget, value))),
  fail: fixed([STRING], ([message]) => fail(message)),
  typeOf: fixed([ANY], ([value]) => typeName(value)),
  typeIs: fixed([STRING, ANY], ([name, value]) => name === typeName(value)),
  typeIsLike: fixed([STRING, ANY], ([name, value]) => {
    const actual = typeName(value);
    return name === actual || `*${text(name)}` === actual;
  }),
  kindOf: fixed([ANY], ([value]) => kindName(unwrap(value))),
  kindIs: fixed([STRING, ANY], ([name, value]) => name === kindName(unwrap(value))),
  deepEqual: fixed([ANY, ANY], ([a, b], budget) => deepEqual(budget, a, b)),
};
