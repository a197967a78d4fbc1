/** The limits that Go sets to an expression's size (regexp/syntax: maxHeight, maxSize, repeatIsValid). */
import type { RegexFault, RegexNode, RepeatNode } from "./regex-syntax.js";

/** Highest count in braces, and of copies of what stands innermost in nested counts. */
export const maxRepeats = 1000;

const maxHeight = 1000;
/** 128 MB worth of instructions. */
const maxSize = 3355443;

export function limitFault(node: RegexNode, wholeText: string): RegexFault | null {
  if (node.height > maxHeight) return { code: "expression nests too deeply", part: wholeText };
  return node.size > maxSize ? { code: "expression too large", part: wholeText } : null;
}

/** Whether counted repetitions, nested ones multiplied, stay within n copies. */
export function repeatsAtMost(node: RegexNode, n: number): boolean {
  switch (node.kind) {
    case "repeat":
      return repeatWithin(node, n);
    case "capture":
      return repeatsAtMost(node.item, n);
    case "sequence":
      return node.items.every((item) => repeatsAtMost(item, n));
    case "choice":
      return node.options.every((option) => repeatsAtMost(option, n));
    default:
      return true;
  }
}

function repeatWithin(node: RepeatNode, n: number): boolean {
  if (node.operator !== "{}") return repeatsAtMost(node.item, n);
  const copies = node.max ?? node.min;
  if (node.max === 0) return true;
  if (copies > n) return false;
  return repeatsAtMost(node.item, copies > 0 ? Math.floor(n / copies) : n);
}
