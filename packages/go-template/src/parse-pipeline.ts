import { parseConstant } from "./constants.js";
import { type CommandNode, type OperandNode, type PipeNode, printNode, type VariableNode } from "./nodes.js";
import type { ParseContext } from "./parse-context.js";
import { quote } from "./strconv.js";
import type { Token, TokenKind } from "./token.js";

/** Operands that take neither an argument nor a field. */
const LITERALS: ReadonlySet<string> = new Set(["bool", "dot", "nil", "number", "string"]);

/** Pipeline: declarations? command ("|" command)*, up to the end token. */
export function parsePipeline(cx: ParseContext, context: string, end: TokenKind): PipeNode {
  const { pos } = cx.peekNonSpace();
  const decl: VariableNode[] = [];
  const isAssign = parseDeclarations(cx, context, decl);
  const cmds: CommandNode[] = [];
  for (;;) {
    const token = cx.nextNonSpace();
    if (token.kind === end) break;
    cx.backup(token);
    cmds.push(parseCommand(cx, context));
  }
  checkPipeline(cx, cmds, context);
  return { kind: "pipe", pos, isAssign, decl, cmds };
}

/** Reads "$x :=", "$x =" and in range "$i, $e :="; true for an assignment. */
function parseDeclarations(cx: ParseContext, context: string, decl: VariableNode[]): boolean {
  const variable = cx.peekNonSpace();
  if (variable.kind !== "variable") return false;
  cx.next();
  // A space matters: in "$x foo" the variable is an argument, so it has to be put back with what follows it.
  const after = cx.next();
  const next = after.kind === "space" ? cx.nextNonSpace() : after;
  if (next.kind === "assign" || next.kind === "declare") {
    declare(cx, variable, decl);
    return next.kind === "assign";
  }
  if (next.kind === "char" && next.text === ",") {
    declare(cx, variable, decl);
    return parseSecondDeclaration(cx, context, decl);
  }
  cx.backup(next);
  if (after !== next) cx.backup(after);
  cx.backup(variable);
  return false;
}

function parseSecondDeclaration(cx: ParseContext, context: string, decl: VariableNode[]): boolean {
  if (context !== "range" || decl.length >= 2) cx.fail(`too many declarations in ${context}`);
  const { kind } = cx.peekNonSpace();
  if (kind === "variable" || kind === "rightDelim" || kind === "rightParen") {
    return parseDeclarations(cx, context, decl);
  }
  return cx.fail("range can only initialize variables");
}

function declare(cx: ParseContext, token: Token, decl: VariableNode[]): void {
  decl.push({ kind: "variable", pos: token.pos, name: token.text, ident: [] });
  cx.variables.declare(token.text);
}

function checkPipeline(cx: ParseContext, cmds: readonly CommandNode[], context: string): void {
  if (cmds.length === 0) cx.fail(`missing value for ${context}`);
  const stage = cmds.findIndex((cmd, i) => i > 0 && LITERALS.has(cmd.args[0].kind));
  if (stage > 0) cx.fail(`non executable command in pipeline stage ${stage + 1}`);
}

function parseCommand(cx: ParseContext, context: string): CommandNode {
  const { pos } = cx.peekNonSpace();
  const first = parseOperand(cx) ?? cx.unexpected(cx.next(), context);
  const args: [OperandNode, ...OperandNode[]] = [first];
  for (;;) {
    const token = cx.next();
    if (token.kind === "rightDelim" || token.kind === "rightParen") cx.backup(token);
    else if (token.kind === "space") {
      const operand = parseOperand(cx);
      if (operand !== undefined) args.push(operand);
      continue;
    } else if (token.kind !== "pipe") cx.unexpected(token, "operand");
    return { kind: "command", pos, args };
  }
}

function parseOperand(cx: ParseContext): OperandNode | undefined {
  const term = parseTerm(cx);
  if (term === undefined || cx.peek().kind !== "field") return term;
  const { pos } = cx.peek();
  const fields: string[] = [];
  while (cx.peek().kind === "field") fields.push(cx.next().text.slice(1));
  if (term.kind === "field" || term.kind === "variable") {
    return { ...term, pos, ident: [...term.ident, ...fields] };
  }
  if (LITERALS.has(term.kind)) cx.fail(`unexpected . after term ${quote(printNode(term))}`);
  return { kind: "chain", pos, node: term, ident: fields };
}

/** A literal, function, variable, field or parenthesised pipeline; undefined if the next token starts none. */
function parseTerm(cx: ParseContext): OperandNode | undefined {
  const token = cx.nextNonSpace();
  const { pos, text } = token;
  switch (token.kind) {
    case "identifier":
      if (!cx.source.hasFunction(text)) cx.fail(`function ${quote(text)} not defined`);
      return { kind: "identifier", pos, name: text };
    case "dot":
    case "nil":
      return { kind: token.kind, pos };
    case "variable":
      if (!cx.variables.has(text)) cx.fail(`undefined variable ${quote(text)}`);
      return { kind: "variable", pos, name: text, ident: [] };
    case "field":
      return { kind: "field", pos, ident: [text.slice(1)] };
    case "bool":
      return { kind: "bool", pos, value: text === "true" };
    case "charConstant":
    case "complex":
    case "number":
      return parseNumber(cx, token, token.kind);
    case "leftParen":
      return cx.nested(() => parsePipeline(cx, "parenthesized pipeline", "rightParen"));
    case "string":
    case "rawString":
      return { kind: "string", pos, quoted: text, text: cx.unquote(token) };
    default:
      cx.backup(token);
      return undefined;
  }
}

function parseNumber(
  cx: ParseContext,
  token: Token,
  kind: "charConstant" | "complex" | "number",
): OperandNode {
  const constant = parseConstant(token.text, kind);
  if (typeof constant === "string") return cx.fail(constant);
  return { kind: "number", pos: token.pos, text: token.text, constant };
}
