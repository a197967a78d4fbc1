import { RE2JS } from "re2js";
import { parseRegex } from "./regex-parser.js";

export type CompiledRegex = { readonly test: (text: string) => boolean } | { readonly error: string };

/**
 * regexp.Compile and MatchString: whether a Go regular expression matches anywhere in a text. Errors are Go's
 * text; what is an error is decided by our own parser, since re2js also accepts what Go does not (lookbehind).
 */
export function compileRegex(pattern: string): CompiledRegex {
  const parsed = parseRegex(pattern);
  if ("error" in parsed) return parsed;
  try {
    const compiled = RE2JS.compile(parsed.forRe2js);
    return { test: (text) => compiled.test(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
