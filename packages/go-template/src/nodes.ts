import type { Constant } from "./constants.js";
import { quote } from "./strconv.js";

interface BaseNode {
  /** Offset in the source, in UTF-16 units, that errors point at. */
  readonly pos: number;
}

export interface TextNode extends BaseNode {
  readonly kind: "text";
  readonly text: string;
}

export interface ListNode extends BaseNode {
  readonly kind: "list";
  readonly nodes: readonly StatementNode[];
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
  readonly decl: readonly VariableNode[];
  readonly cmds: readonly CommandNode[];
}

export interface CommandNode extends BaseNode {
  readonly kind: "command";
  readonly args: readonly [OperandNode, ...OperandNode[]];
}

export interface FieldNode extends BaseNode {
  readonly kind: "field";
  readonly ident: readonly string[];
}

export interface VariableNode extends BaseNode {
  readonly kind: "variable";
  /** The name with its "$". */
  readonly name: string;
  readonly ident: readonly string[];
}

export interface ChainNode extends BaseNode {
  readonly kind: "chain";
  readonly node: OperandNode;
  readonly ident: readonly string[];
}

export interface IdentifierNode extends BaseNode {
  readonly kind: "identifier";
  readonly name: string;
}

export interface BoolNode extends BaseNode {
  readonly kind: "bool";
  readonly value: boolean;
}

export interface NumberNode extends BaseNode {
  readonly kind: "number";
  readonly text: string;
  readonly constant: Constant;
}

export interface StringNode extends BaseNode {
  readonly kind: "string";
  readonly quoted: string;
  readonly text: string;
}

export interface DotNode extends BaseNode {
  readonly kind: "dot" | "nil";
}

export type LiteralNode = BoolNode | NumberNode | StringNode;

export type OperandNode =
  | PipeNode
  | FieldNode
  | VariableNode
  | ChainNode
  | IdentifierNode
  | LiteralNode
  | DotNode;

export type Node = ListNode | StatementNode | CommandNode | OperandNode;

/** The template text of a node, as Go prints it: spaces, comments and trim markers are gone. */
export function printNode(node: Node): string {
  switch (node.kind) {
    case "text":
      return node.text;
    case "list":
      return node.nodes.map(printNode).join("");
    case "action":
      return `{{${printNode(node.pipe)}}}`;
    case "if":
    case "range":
    case "with":
      return printBranch(node);
    case "template":
      return `{{template ${quote(node.name)}${node.pipe ? ` ${printNode(node.pipe)}` : ""}}}`;
    case "break":
    case "continue":
      return `{{${node.kind}}}`;
    case "pipe":
      return printPipe(node);
    case "command":
      return node.args.map(printOperand).join(" ");
    default:
      return printTerm(node);
  }
}

function printTerm(node: Exclude<OperandNode, PipeNode>): string {
  switch (node.kind) {
    case "field":
      return `.${node.ident.join(".")}`;
    case "variable":
      return [node.name, ...node.ident].join(".");
    case "chain":
      return [printOperand(node.node), ...node.ident].join(".");
    case "identifier":
      return node.name;
    case "bool":
      return String(node.value);
    case "number":
      return node.text;
    case "string":
      return node.quoted;
    case "dot":
      return ".";
    case "nil":
      return "nil";
  }
}

function printBranch(node: BranchNode): string {
  const orElse = node.elseList ? `{{else}}${printNode(node.elseList)}` : "";
  return `{{${node.kind} ${printNode(node.pipe)}}}${printNode(node.list)}${orElse}{{end}}`;
}

function printPipe(node: PipeNode): string {
  const commands = node.cmds.map(printNode).join(" | ");
  if (node.decl.length === 0) return commands;
  return `${node.decl.map(printNode).join(", ")} ${node.isAssign ? "=" : ":="} ${commands}`;
}

function printOperand(node: OperandNode): string {
  return node.kind === "pipe" ? `(${printNode(node)})` : printTerm(node);
}
