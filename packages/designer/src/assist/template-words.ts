import { sprigFunctionNames } from "@lookinglass/go-template/sprig-names";

/** A word that actions may use. */
export interface TemplateWord {
  readonly name: string;
  /** How it is written. */
  readonly usage: string;
  readonly docs: string;
}

/** Source: pkg.go.dev/text/template, "Actions". */
export const templateKeywords: readonly TemplateWord[] = [
  {
    name: "if",
    usage: "if PIPELINE",
    docs: "What follows, up to `end` or `else`, is written if the value is not empty.",
  },
  {
    name: "else",
    usage: "else",
    docs: "What follows is written where the condition does not hold, or the list is empty.",
  },
  { name: "end", usage: "end", docs: "Ends `if`, `range`, `with`, `block` and `define`." },
  {
    name: "range",
    usage: "range PIPELINE",
    docs: "What follows is written for each element, which is the dot; `$` stays the template's data.",
  },
  {
    name: "with",
    usage: "with PIPELINE",
    docs: "The value is the dot of what follows; nothing is written if it is empty.",
  },
  { name: "break", usage: "break", docs: "Ends the innermost `range`." },
  { name: "continue", usage: "continue", docs: "Goes on with the next element of the innermost `range`." },
  { name: "define", usage: 'define "NAME"', docs: "Names a template, which `template` writes." },
  {
    name: "template",
    usage: 'template "NAME" PIPELINE',
    docs: "Writes a named template, with the value as its dot.",
  },
  { name: "block", usage: 'block "NAME" PIPELINE', docs: "Names a template and writes it." },
];

/** Source: pkg.go.dev/text/template, "Functions". */
export const goFunctions: readonly TemplateWord[] = [
  { name: "and", usage: "and X Y…", docs: "The first empty argument, or the last one." },
  {
    name: "call",
    usage: "call FUNCTION ARG…",
    docs: "Calls a function that is a value. The data has none, so it fails.",
  },
  { name: "eq", usage: "eq X Y…", docs: "Does X equal any of the others?" },
  { name: "ge", usage: "ge X Y", docs: "Is X at least Y?" },
  { name: "gt", usage: "gt X Y", docs: "Is X more than Y?" },
  { name: "html", usage: "html X…", docs: "The text, escaped for HTML." },
  {
    name: "index",
    usage: "index X KEY…",
    docs: "The element of a list or map; also for keys that are no identifiers.",
  },
  { name: "js", usage: "js X…", docs: "The text, escaped for JavaScript." },
  { name: "le", usage: "le X Y", docs: "Is X at most Y?" },
  { name: "len", usage: "len X", docs: "Elements of a list or map, bytes of a text." },
  { name: "lt", usage: "lt X Y", docs: "Is X less than Y?" },
  { name: "ne", usage: "ne X Y", docs: "Do X and Y differ?" },
  { name: "not", usage: "not X", docs: "Is X empty?" },
  { name: "or", usage: "or X Y…", docs: "The first argument that is not empty, or the last one." },
  {
    name: "print",
    usage: "print X…",
    docs: "The arguments as text, with a blank between two that are no text.",
  },
  { name: "printf", usage: 'printf "FORMAT" X…', docs: "The arguments in a format, as `%s`, `%d` or `%q`." },
  {
    name: "println",
    usage: "println X…",
    docs: "The arguments as text, with blanks between and a line feed behind.",
  },
  { name: "slice", usage: "slice X FROM TO", docs: "Part of a text or a list." },
  { name: "urlquery", usage: "urlquery X…", docs: "The text, escaped for the query of a URL." },
];

const SPRIG_DOCS =
  "One of [Sprig's functions](https://masterminds.github.io/sprig/). Whether the Kublr agent offers them is not published.";

/** The functions that templates may call: Go's, or with Sprig's, which come before Go's of the same name. */
export function templateFunctions(functions: "go" | "sprig"): readonly TemplateWord[] {
  if (functions === "go") return goFunctions;
  const sprig = [...sprigFunctionNames].map((name) => ({ name, usage: name, docs: SPRIG_DOCS }));
  return [...sprig, ...goFunctions.filter(({ name }) => !sprigFunctionNames.has(name))];
}
