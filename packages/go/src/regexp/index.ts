export { parseRegexp } from "./parser.js";
export { compileRegexp, type Meter, quoteMeta, type Regexp } from "./regexp.js";
export { compileMatch, type Search, type SearchState, searchFor } from "./search.js";
export type { CharNode, RegexpNode, RepeatNode } from "./syntax.js";
