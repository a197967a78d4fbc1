/** The syntax tree of a Go regular expression, as far as deciding what it matches needs it. */

interface NodeBase {
  /** Where the node stands in the expression, as offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Levels of nesting and number of instructions, by Go's own count (regexp/syntax: calcHeight, calcSize). */
  readonly height: number;
  readonly size: number;
}

/** One character out of a set. */
export interface CharNode extends NodeBase {
  readonly kind: "char";
  /** Whether the set holds the character with this code point. */
  readonly has: (code: number) => boolean;
  /** The character that stands for itself, null for a class or a dot. */
  readonly literal: string | null;
  readonly isDot: boolean;
}

export type Assertion = "text-start" | "text-end" | "line-start" | "line-end" | "word-edge" | "no-word-edge";

export interface AssertionNode extends NodeBase {
  readonly kind: "assertion";
  readonly assertion: Assertion;
}

export interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly items: readonly RegexNode[];
}

export interface ChoiceNode extends NodeBase {
  readonly kind: "choice";
  readonly options: readonly RegexNode[];
}

export interface RepeatNode extends NodeBase {
  readonly kind: "repeat";
  readonly operator: "*" | "+" | "?" | "{}";
  readonly item: RegexNode;
  readonly min: number;
  /** Null for no limit. */
  readonly max: number | null;
}

/** A capturing group. */
export interface CaptureNode extends NodeBase {
  readonly kind: "capture";
  readonly item: RegexNode;
}

export type RegexNode = CharNode | AssertionNode | SequenceNode | ChoiceNode | RepeatNode | CaptureNode;

/** Go's error code and the part of the expression that it names. */
export interface RegexFault {
  readonly code: string;
  readonly part: string;
}

export function isFault(value: object): value is RegexFault {
  return "code" in value && "part" in value;
}

type Unmeasured<Node> = Node extends RegexNode ? Omit<Node, "height" | "size"> : never;

/** Completes a node with its measures. */
export function measured(node: Unmeasured<RegexNode>): RegexNode {
  switch (node.kind) {
    case "char":
    case "assertion":
      return { ...node, height: 1, size: 1 };
    case "sequence":
      return { ...node, height: heightOver(node.items), size: sumOfSizes(node.items) };
    case "choice":
      return {
        ...node,
        height: heightOver(node.options),
        size: sumOfSizes(node.options) + node.options.length - 1,
      };
    case "capture":
      return { ...node, height: node.item.height + 1, size: node.item.size + 2 };
    case "repeat":
      return { ...node, height: node.item.height + 1, size: repeatSize(node) };
  }
}

/** Literals in a row are one node to Go. */
function heightOver(nodes: readonly RegexNode[]): number {
  return nodes.reduce((height, node) => Math.max(height, node.height + 1), 1);
}

function sumOfSizes(nodes: readonly RegexNode[]): number {
  return Math.max(
    1,
    nodes.reduce((sum, node) => sum + node.size, 0),
  );
}

function repeatSize({ operator, item, min, max }: Unmeasured<RepeatNode>): number {
  if (operator !== "{}") return item.size + (operator === "*" ? 2 : 1);
  if (max === null) return min === 0 ? item.size + 2 : min * item.size + 1;
  return Math.max(1, max * item.size + (max - min));
}
