import { indexValue, isTrue, lengthOf, sliceValue } from "./access.js";
import { equalsAny, isLess, isLessOrEqual } from "./compare.js";
import { fail } from "./errors.js";
import { escapeHtml, escapeJs, escapeQuery } from "./escape.js";
import { sprint, sprintf, sprintln } from "./fmt/print.js";
import { ANY, type Functions, fixed, type GoFunction, REFLECT_VALUE, variadic } from "./functions.js";
import type { Budget } from "./limits.js";
import type { OperandNode } from "./nodes.js";
import { typeOf, unwrap } from "./values.js";

/** Takes at least one argument, each with its static type. */
function reflecting(call: GoFunction["call"], decisive?: boolean): GoFunction {
  return { ...variadic([REFLECT_VALUE, REFLECT_VALUE], call), decisive };
}

function comparison(call: GoFunction["call"]): GoFunction {
  return fixed([REFLECT_VALUE, REFLECT_VALUE], call);
}

/** The text of what html, js and urlquery escape: no value reads as it does in the output of an action. */
function escaper(escapeText: (s: string) => string): GoFunction {
  return variadic([ANY], (args, budget) => {
    const printable = args.map((arg) => (unwrap(arg) === null ? "<no value>" : arg));
    return escapeText(sprint(printable, budget));
  });
}

/** The functions that every template has: text/template/funcs.go. */
export const builtins: Functions = new Map(
  Object.entries<GoFunction>({
    // The executor evaluates their arguments itself, only as far as needed, and calls neither.
    and: reflecting(refuseCall, false),
    or: reflecting(refuseCall, true),
    not: fixed([REFLECT_VALUE], ([value], budget) => !isTrue(budget, value)),
    len: fixed([REFLECT_VALUE], lengthOf),
    index: reflecting(indexValue),
    slice: reflecting(sliceValue),
    call: reflecting(refuseCall),
    print: variadic([ANY], sprint),
    println: variadic([ANY], sprintln),
    printf: variadic(["string", ANY], sprintf),
    html: escaper(escapeHtml),
    js: escaper(escapeJs),
    urlquery: escaper(escapeQuery),
    eq: reflecting(equalsAny),
    ne: comparison((args, budget) => !equalsAny(args, budget)),
    lt: comparison(isLess),
    le: comparison(isLessOrEqual),
    gt: comparison((args, budget) => !isLessOrEqual(args, budget)),
    ge: comparison((args) => !isLess(args)),
  }),
);

/** The builtin "call": data of this package holds no functions. */
function refuseCall(args: readonly unknown[], _budget: Budget, operands: readonly OperandNode[]): never {
  const [callee] = args;
  const value = unwrap(callee);
  if (value === null) fail("call of nil");
  // reflect.Value.String: a string as it is, anything else by its type.
  const piped = typeof callee === "string" ? callee : `<${typeOf(callee)} Value>`;
  return fail(`non-function ${operands[0]?.text ?? piped} of type ${typeOf(value)}`);
}
