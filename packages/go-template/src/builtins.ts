import { indexValue, lengthOf, sliceValue } from "./access.js";
import { equalsAny, isLess, isLessOrEqual } from "./compare.js";
import { escapeHtml, escapeJs, escapeQuery } from "./escape.js";
import { sprint, sprintf, sprintln } from "./fmt/print.js";
import {
  ANY,
  type Context,
  type Functions,
  fixed,
  type GoFunction,
  REFLECT_VALUE,
  variadic,
} from "./functions.js";
import { isTrue, unwrap } from "./values.js";

/** The text of what html, js and urlquery escape: no value reads as it does in the output of an action. */
function escaper(escapeText: (s: string) => string): GoFunction {
  return variadic([ANY], (args, { budget }) => {
    const printable = args.map((arg) => (unwrap(arg) === null ? "<no value>" : arg));
    return escapeText(sprint(budget, printable));
  });
}

function printing(print: (budget: Context["budget"], args: readonly unknown[]) => string): GoFunction {
  return variadic([ANY], (args, { budget }) => print(budget, args));
}

function comparison(compare: (a: unknown, b: unknown, context: Context) => boolean): GoFunction {
  return fixed([REFLECT_VALUE, REFLECT_VALUE], ([a, b], context) => compare(a, b, context));
}

/** The executor evaluates the arguments of "and" and "or" itself, only as far as needed, and knows "call". */
const EXECUTOR_ONLY = variadic([REFLECT_VALUE, REFLECT_VALUE], () => undefined);

/** The functions that every template has: text/template/funcs.go. */
export const builtins: Functions = new Map(
  Object.entries({
    and: EXECUTOR_ONLY,
    or: EXECUTOR_ONLY,
    not: fixed([REFLECT_VALUE], ([value], { budget }) => !isTrue(budget, value)),
    len: fixed([REFLECT_VALUE], ([item], { budget }) => lengthOf(budget, item)),
    index: variadic([REFLECT_VALUE, REFLECT_VALUE], ([item, ...keys]) => indexValue(item, keys)),
    slice: variadic([REFLECT_VALUE, REFLECT_VALUE], ([item, ...indexes]) => sliceValue(item, indexes)),
    // Data holds no functions: the executor refuses every call.
    call: EXECUTOR_ONLY,
    print: printing(sprint),
    println: printing(sprintln),
    printf: variadic(["string", ANY], ([format, ...args], { budget }) =>
      sprintf(budget, String(format), args),
    ),
    html: escaper(escapeHtml),
    js: escaper(escapeJs),
    urlquery: escaper(escapeQuery),
    eq: variadic([REFLECT_VALUE, REFLECT_VALUE], (args, { budget }) => equalsAny(budget, args)),
    ne: comparison((a, b, { budget }) => !equalsAny(budget, [a, b])),
    lt: comparison(isLess),
    le: comparison((a, b, { budget }) => isLessOrEqual(budget, a, b)),
    gt: comparison((a, b, { budget }) => !isLessOrEqual(budget, a, b)),
    ge: comparison((a, b) => !isLess(a, b)),
  }),
);
