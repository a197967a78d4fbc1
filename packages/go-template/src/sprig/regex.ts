import { canBackquote, quote } from "@lookinglass/go";
import { quoteMeta, type Regexp } from "@lookinglass/go/regexp";
import { Failure } from "../errors.js";
import { fixed, type GoFunction } from "../functions.js";
import type { Budget } from "../limits.js";
import { INT, integer, STRING, stringSlice, text } from "./coerce.js";
import { compile } from "./compile-regexp.js";
import { nilSlice } from "./values.js";

type Use = (regexp: Regexp, args: readonly unknown[]) => unknown;

function withRegexp(
  source: unknown,
  budget: Budget,
  use: (regexp: Regexp) => unknown,
  onError: (message: string) => unknown,
): unknown {
  const compiled = compile(budget, text(source));
  return "error" in compiled ? onError(compiled.error) : use(compiled);
}

/** What an error says of an expression that does not compile. */
type Complaint = (source: string, message: string) => string;

/** A function whose first argument is an expression; a wrong one is an error. */
function compiling(says: Complaint, params: readonly string[], use: Use): GoFunction {
  return fixed([STRING, ...params], ([source, ...args], budget) =>
    withRegexp(
      source,
      budget,
      (regexp) => use(regexp, args),
      (message) => {
        throw new Failure(says(text(source), message));
      },
    ),
  );
}

/** In the words of regexp.Compile. */
function must(params: readonly string[], use: Use): GoFunction {
  return compiling((_, message) => message, params, use);
}

/** In the words of regexp.MustCompile, which panics. */
function panicking(params: readonly string[], use: Use): GoFunction {
  return compiling((source, message) => `regexp: Compile(${quoteSource(source)}): ${message}`, params, use);
}

function quoteSource(source: string): string {
  return canBackquote(source) ? `\`${source}\`` : quote(source);
}

function strings(items: readonly string[] | undefined): unknown {
  return items === undefined || items.length === 0 ? nilSlice("[]string") : stringSlice(items);
}

const match: Use = (regexp, [s]) => regexp.matches(text(s));
const find: Use = (regexp, [s]) => regexp.find(text(s));
const findAll: Use = (regexp, [s, limit]) => strings(regexp.findAll(text(s), integer(limit)));
const replace: Use = (regexp, [s, to]) => regexp.replaceAll(text(s), text(to));
const replaceLiteral: Use = (regexp, [s, to]) => regexp.replaceAllLiteral(text(s), text(to));
const split: Use = (regexp, [s, limit]) => {
  const parts = regexp.split(text(s), integer(limit));
  return parts === undefined ? nilSlice("[]string") : stringSlice(parts);
};

export const regexFunctions: Readonly<Record<string, GoFunction>> = {
  regexMatch: fixed([STRING, STRING], ([source, s], budget) =>
    withRegexp(
      source,
      budget,
      (regexp) => match(regexp, [s]),
      () => false,
    ),
  ),
  mustRegexMatch: must([STRING], match),
  regexFind: panicking([STRING], find),
  mustRegexFind: must([STRING], find),
  regexFindAll: panicking([STRING, INT], findAll),
  mustRegexFindAll: must([STRING, INT], findAll),
  regexReplaceAll: panicking([STRING, STRING], replace),
  mustRegexReplaceAll: must([STRING, STRING], replace),
  regexReplaceAllLiteral: panicking([STRING, STRING], replaceLiteral),
  mustRegexReplaceAllLiteral: must([STRING, STRING], replaceLiteral),
  regexSplit: panicking([STRING, INT], split),
  mustRegexSplit: must([STRING, INT], split),
  regexQuoteMeta: fixed([STRING], ([s]) => quoteMeta(text(s))),
};
