/** The syntax tree of a Go regular expression, with the measures by which Go limits it (regexp/syntax/parse.go). */
import type { CharSet } from "./char-set.js";

interface Measures {
  /** Levels of nesting (calcHeight). */
  readonly height: number;
  /** Instructions (calcSize). */
  readonly size: number;
  /** Copies of what is innermost in nested counts (repeatIsValid). */
  readonly copies: number;
  /** Whether the node can match the empty text. */
  readonly isNullable: boolean;
}

interface NodeBase extends Measures {
  /** Where the node is in the expression, as offsets into its text. */
  readonly start: number;
  readonly end: number;
}

/** One character out of a set. */
export interface CharNode extends NodeBase {
  readonly kind: "char";
  readonly has: CharSet;
  /** The character that stands for itself, null for a class or a dot. */
  readonly literal: string | null;
  readonly isDot: boolean;
}

export type Assertion = "text-start" | "text-end" | "line-start" | "line-end" | "word-edge" | "no-word-edge";

interface AssertionNode extends NodeBase {
  readonly kind: "assertion";
  readonly assertion: Assertion;
}

interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly items: readonly RegexpNode[];
}

interface ChoiceNode extends NodeBase {
  readonly kind: "choice";
  readonly options: readonly RegexpNode[];
}

export interface RepeatNode extends NodeBase {
  readonly kind: "repeat";
  readonly operator: "*" | "+" | "?" | "{}";
  readonly item: RegexpNode;
  readonly min: number;
  /** Null for no limit. */
  readonly max: number | null;
  readonly isGreedy: boolean;
}

/** A capturing group; the first has the index 1. */
interface CaptureNode extends NodeBase {
  readonly kind: "capture";
  readonly index: number;
  readonly item: RegexpNode;
}

export type RegexpNode = CharNode | AssertionNode | SequenceNode | ChoiceNode | RepeatNode | CaptureNode;

type Unmeasured<Node> = Node extends RegexpNode ? Omit<Node, keyof Measures> : never;

/** Completes a node with its measures, in place: copies of objects take ten times as long. */
export function measured(node: Unmeasured<RegexpNode>): RegexpNode {
  return Object.assign(node, measuresOf(node));
}

const CHARACTER: Measures = { height: 1, size: 1, copies: 1, isNullable: false };
const ASSERTION: Measures = { ...CHARACTER, isNullable: true };

function measuresOf(node: Unmeasured<RegexpNode>): Measures {
  switch (node.kind) {
    case "char":
      return CHARACTER;
    case "assertion":
      return ASSERTION;
    case "sequence":
      return {
        height: node.items.every(isLiteral) ? 1 : heightOver(node.items, "sequence"),
        size: sumOfSizes(node.items),
        copies: mostCopies(node.items),
        isNullable: node.items.every((item) => item.isNullable),
      };
    case "choice":
      return choiceMeasures(node.options);
    case "capture": {
      const { height, size, copies, isNullable } = node.item;
      return { height: height + 1, size: size + 2, copies, isNullable };
    }
    case "repeat":
      return {
        height: node.item.height + 1,
        size: repeatSize(node),
        copies: repeatCopies(node),
        isNullable: node.min === 0 || node.item.isNullable,
      };
  }
}

/** Go makes one character class of options in a row that are single characters. */
function choiceMeasures(options: readonly RegexpNode[]): Measures {
  const joined = options.filter((option, at) => !(isSingle(option) && isSingle(options[at - 1])));
  const isNullable = options.some((option) => option.isNullable);
  if (joined.length === 1) return { ...CHARACTER, isNullable };
  return {
    height: heightOver(joined, "choice"),
    size: sumOfSizes(joined) + joined.length - 1,
    copies: mostCopies(joined),
    isNullable,
  };
}

function isSingle(node: RegexpNode | undefined): boolean {
  return node !== undefined && (node.kind === "char" || (node.kind === "choice" && node.height === 1));
}

/** Go makes one node of literals in a row. */
function isLiteral(node: RegexpNode): boolean {
  if (node.kind === "char") return node.literal !== null;
  return node.kind === "sequence" && node.items.length > 0 && node.height === 1;
}

/** Go puts the items of a sequence in a sequence, and of a choice in a choice, into the outer one. */
function heightOver(nodes: readonly RegexpNode[], kind: "sequence" | "choice"): number {
  return nodes.reduce((height, node) => {
    const isJoined = node.kind === kind && node.height > 1;
    return Math.max(height, node.height + (isJoined ? 0 : 1));
  }, 1);
}

function sumOfSizes(nodes: readonly RegexpNode[]): number {
  return Math.max(
    1,
    nodes.reduce((sum, node) => sum + node.size, 0),
  );
}

function mostCopies(nodes: readonly RegexpNode[]): number {
  return nodes.reduce((most, { copies }) => Math.max(most, copies), 1);
}

function repeatSize({ operator, item, min, max }: Unmeasured<RepeatNode>): number {
  if (operator !== "{}") return item.size + (operator === "*" ? 2 : 1);
  if (max === null) return min === 0 ? item.size + 2 : min * item.size + 1;
  return Math.max(1, max * item.size + (max - min));
}

/** Only what is in braces counts; what is repeated no time has no copies. */
function repeatCopies({ operator, item, min, max }: Unmeasured<RepeatNode>): number {
  if (operator !== "{}") return item.copies;
  return max === 0 ? 1 : Math.max(1, max ?? min) * item.copies;
}
