import type { GoFunction } from "./functions.js";

interface BaseNode {
  /** Offset in the source, in UTF-16 units, that errors point at. */
  readonly pos: number;
  /** The node as Go prints it: spaces, comments and trim markers are gone. */
  readonly text: string;
}

export interface TextNode extends BaseNode {
  readonly kind: "text";
}

export interface ListNode {
  readonly nodes: readonly StatementNode[];
  readonly text: string;
}

export interface ActionNode extends BaseNode {
  readonly kind: "action";
  readonly pipe: PipeNode;
  /** The whole action with its delimiters. */
  readonly start: number;
  readonly end: number;
}

export interface BranchNode extends BaseNode {
  readonly kind: "if" | "range" | "with";
  readonly pipe: PipeNode;
  readonly list: ListNode;
  readonly elseList: ListNode | undefined;
}

export interface TemplateNode extends BaseNode {
  readonly kind: "template";
  readonly name: string;
  readonly pipe: PipeNode | undefined;
}

export interface BreakNode extends BaseNode {
  readonly kind: "break" | "continue";
}

export type StatementNode = TextNode | ActionNode | BranchNode | TemplateNode | BreakNode;

export interface PipeNode extends BaseNode {
  readonly kind: "pipe";
  readonly isAssign: boolean;
  /** Names of the variables that are set, with their "$". */
  readonly decl: readonly string[];
  readonly cmds: readonly CommandNode[];
}

export interface CommandNode extends BaseNode {
  readonly args: readonly [OperandNode, ...OperandNode[]];
}

/** Fields of an operand: ".x.y" are those of the dot. */
export interface ChainNode extends BaseNode {
  readonly kind: "chain";
  readonly node: OperandNode;
  readonly ident: readonly string[];
}

/** What its text says all of: the dot, nil, a variable with its "$". */
export interface WordNode extends BaseNode {
  readonly kind: "." | "nil" | "variable";
}

export interface FunctionNode extends BaseNode {
  readonly kind: "identifier";
  readonly fn: GoFunction;
}

export interface LiteralNode extends BaseNode {
  readonly kind: "literal";
  /** A Go value; of an integer that int64 cannot hold but uint64 can, the bigint. */
  readonly value: unknown;
}

export type OperandNode = PipeNode | ChainNode | WordNode | FunctionNode | LiteralNode;

/** What errors of execution can point at. */
export type Node = StatementNode | CommandNode | OperandNode;
