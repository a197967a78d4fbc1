import { programOf } from "./program.js";
import { parseRegex } from "./regex-parser.js";

export type CompiledRegex = { readonly test: (text: string) => boolean } | { readonly error: string };

/** regexp.Compile and MatchString: whether a Go regular expression matches anywhere in a text. Errors are Go's text. */
export function compileRegex(pattern: string): CompiledRegex {
  const parsed = parseRegex(pattern);
  return "error" in parsed ? parsed : { test: programOf(parsed.root).matches };
}
