import { valueAt } from "@lookinglass/cluster-spec";
import type { Action } from "./template-actions.js";

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
