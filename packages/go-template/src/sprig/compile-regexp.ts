import { compileRegexp, type Regexp } from "@lookinglass/go/regexp";
import { type Budget, spend, spendText } from "../limits.js";

/** Go's regexp.Compile, whose work and whose matching a rendering's budget pays for. */
export function compile(budget: Budget, source: string): Regexp | { readonly error: string } {
  return compileRegexp(source, {
    steps: (count) => spend(budget, count),
    text: (length) => spendText(budget, length),
  });
}

/** The same for an expression that is known to be right. */
export function mustCompile(budget: Budget, source: string): Regexp {
  const compiled = compile(budget, source);
  if ("error" in compiled) throw new Error(compiled.error);
  return compiled;
}
