import { valueAt } from "@lookinglass/cluster-spec";

/** What stands between `{{` and `}}`, without these; to the end of the text where it is not closed. */
export interface Action {
  readonly start: number;
  readonly end: number;
  readonly isComment: boolean;
}

/** The actions of a template in order. One that is not closed ends where the next begins. */
export function templateActions(source: string): Action[] {
  const actions: Action[] = [];
  for (let open = source.indexOf("{{"); open >= 0; ) {
    const start = open + 2;
    const isComment = /^(?:-\s)?\/\*/.test(source.slice(start, start + 4));
    const end = isComment ? commentEnd(source, start) : actionEnd(source, start);
    actions.push({ start, end, isComment });
    open = source.indexOf("{{", end);
  }
  return actions;
}

function commentEnd(source: string, start: number): number {
  const end = source.indexOf("*/", start);
  return end < 0 ? source.length : end + 2;
}

function actionEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && !source.startsWith("{{", at) && !source.startsWith("}}", at)) {
    at = quotedEnd(source, at) ?? at + 1;
  }
  return at;
}

const QUOTED = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/y;

/** End of the quoted text that begins at an offset; null where none does, or where it is not closed. */
function quotedEnd(source: string, at: number): number | null {
  if (!/["'`]/.test(source[at] ?? "")) return null;
  QUOTED.lastIndex = at;
  return QUOTED.test(source) ? QUOTED.lastIndex : null;
}

/** Does a text of an action end within quotes that are not closed? */
export function endsInQuotes(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const end = quotedEnd(text, at);
    if (end === null && /["'`]/.test(text[at] ?? "")) return true;
    at = end ?? at + 1;
  }
  return false;
}

/** A value that a template knows, or null where it cannot be told without running the template. */
export type Known = { readonly value: unknown } | null;

/** A chain of fields before an offset, as in `.config.addon` or `$.config`; its last name may be half-typed. */
export interface FieldChain {
  /** It begins at the template's data (`$`), not at the dot. */
  readonly fromRoot: boolean;
  readonly names: readonly string[];
}

const CHAIN = /(?<![\w)\]$.])(\$?)((?:\.[\p{L}\p{Nd}_]*)+)$/u;

/** The chain that ends a text; null where something else does. */
export function chainBefore(text: string): FieldChain | null {
  const match = CHAIN.exec(text);
  if (!match) return null;
  return { fromRoot: match[1] === "$", names: (match[2] ?? "").slice(1).split(".") };
}

/** What the dot is at an offset, after the `with`, `range` and `end` before it. */
export function dotAt(source: string, actions: readonly Action[], offset: number, data: unknown): Known {
  const root: Known = { value: data };
  const dots: Known[] = [root];
  for (const { start, end, isComment } of actions) {
    if (end >= offset) break;
    if (isComment) continue;
    const inner = source
      .slice(start, end)
      .replace(/^-(?=\s)/, "")
      .replace(/\s-$/, "")
      .trim();
    const word = /^\w+/.exec(inner)?.[0] ?? "";
    applyKeyword(dots, word, inner.slice(word.length).trim(), root);
  }
  return dots.at(-1) ?? null;
}

function applyKeyword(dots: Known[], word: string, pipeline: string, root: Known): void {
  const dot = dots.at(-1) ?? null;
  switch (word) {
    case "if":
      dots.push(dot);
      break;
    case "with":
      dots.push(evaluate(pipeline, dot, root));
      break;
    case "range":
      dots.push(firstElement(evaluate(pipeline, dot, root)));
      break;
    case "block":
    case "define":
      dots.push(null);
      break;
    case "else":
      dots.splice(-1, 1, dots.at(-2) ?? null);
      break;
    case "end":
      if (dots.length > 1) dots.pop();
      break;
  }
}

/** The value of a pipeline that is one chain of fields, perhaps assigned to variables. */
function evaluate(pipeline: string, dot: Known, root: Known): Known {
  const operand = pipeline.replace(/^\$\w+(?:\s*,\s*\$\w+)?\s*:?=\s*/, "");
  if (operand === ".") return dot;
  if (operand === "$") return root;
  const chain = chainBefore(operand);
  const isWhole = chain !== null && operand === `${chain.fromRoot ? "$" : ""}.${chain.names.join(".")}`;
  return isWhole ? follow(chain.fromRoot ? root : dot, chain.names) : null;
}

/** The value at the end of a chain of names. */
export function follow(from: Known, names: readonly string[]): Known {
  if (!from) return null;
  const value = valueAt(from.value, names);
  return value === undefined ? null : { value };
}

function firstElement(collection: Known): Known {
  const value = collection?.value;
  if (typeof value !== "object" || value === null) return null;
  const elements = Object.values(value);
  return elements.length > 0 ? { value: elements[0] } : null;
}
