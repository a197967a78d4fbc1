import { FunctionError } from "../errors.js";
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
  throw new FunctionError(text(message));
}

export const defaultFunctions: Readonly<Record<string, GoFunction>> = {
  default: variadic([ANY, ANY], ([fallback, given]) => (isEmpty(given) ? fallback : given)),
  empty: fixed([ANY], ([value]) => isEmpty(value)),
  coalesce: variadic([ANY], (values) => values.find((value) => !isEmpty(value)) ?? null),
  all: variadic([ANY], (values) => values.every((value) => !isEmpty(value))),
  any: variadic([ANY], (values) => values.some((value) => !isEmpty(value))),
  fail: fixed([STRING], ([message]) => fail(message)),
  typeOf: fixed([ANY], ([value]) => typeName(value)),
  typeIs: fixed([STRING, ANY], ([name, value]) => name === typeName(value)),
  typeIsLike: fixed([STRING, ANY], ([name, value]) => {
    const actual = typeName(value);
    return name === actual || `*${text(name)}` === actual;
  }),
  kindOf: fixed([ANY], ([value]) => kindName(unwrap(value))),
  kindIs: fixed([STRING, ANY], ([name, value]) => name === kindName(unwrap(value))),
  deepEqual: fixed([ANY, ANY], ([a, b], { budget }) => deepEqual(budget, a, b)),
};
