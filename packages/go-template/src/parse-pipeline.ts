import { parseConstant } from "./constants.js";
import type { Token } from "./lex.js";
import type { CommandNode, OperandNode, PipeNode } from "./nodes.js";
import type { ParseContext } from "./parse-context.js";
import { quote } from "./strconv.js";

/** Operands that take neither an argument nor a field. */
const LITERALS: readonly string[] = ["literal", ".", "nil"];

/** Pipeline: declarations? command ("|" command)*, up to the end token. */
export function parsePipeline(cx: ParseContext, context: string, end = "}}"): PipeNode {
  const { pos } = cx.peekNonSpace();
  const decl: string[] = [];
  const isAssign = parseDeclarations(cx, context, decl);
  const declared = decl.length > 0 ? `${decl.join(", ")} ${isAssign ? "=" : ":="} ` : "";
  const cmds: CommandNode[] = [];
  let text = "";
  while (cx.peekNonSpace().kind !== end) {
    const cmd = parseCommand(cx, context);
    text += (text && " | ") + cmd.text;
    cmds.push(cmd);
  }
  cx.next();
  if (cmds.length === 0) cx.fail(`missing value for ${context}`);
  const stage = cmds.findIndex((cmd, i) => i > 0 && LITERALS.includes(cmd.args[0].kind));
  if (stage > 0) cx.fail(`non executable command in pipeline stage ${stage + 1}`);
  return { kind: "pipe", pos, text: declared + text, isAssign, decl, cmds };
}

/** Reads "$x :=", "$x =" and in range "$i, $e :="; true for an assignment. */
function parseDeclarations(cx: ParseContext, context: string, decl: string[]): boolean {
  const { kind, text } = cx.peekNonSpace();
  if (kind !== "variable") return false;
  const start = cx.at;
  cx.next();
  const next = cx.nextNonSpace();
  if (![":=", "=", ","].includes(next.kind)) {
    // The variable is an argument.
    cx.at = start;
    return false;
  }
  decl.push(text);
  cx.scope[text] = true;
  return next.kind === "," ? parseSecondDeclaration(cx, context, decl) : next.kind === "=";
}

function parseSecondDeclaration(cx: ParseContext, context: string, decl: string[]): boolean {
  if (context !== "range" || decl.length > 1) cx.fail(`too many declarations in ${context}`);
  const { kind } = cx.peekNonSpace();
  if (!["variable", "}}", ")"].includes(kind)) cx.fail("range can only initialize variables");
  return parseDeclarations(cx, context, decl);
}

function parseCommand(cx: ParseContext, context: string): CommandNode {
  const { pos } = cx.peekNonSpace();
  const first = parseOperand(cx) ?? cx.unexpected(cx.next(), context);
  const args: [OperandNode, ...OperandNode[]] = [first];
  let text = operandText(first);
  let token = cx.next();
  for (; token.kind === "space"; token = cx.next()) {
    const operand = parseOperand(cx);
    if (operand === undefined) continue;
    args.push(operand);
    text += ` ${operandText(operand)}`;
  }
  if (token.kind === "}}" || token.kind === ")") cx.backup();
  else if (token.kind !== "|") cx.unexpected(token, "operand");
  return { pos, text, args };
}

/** A pipeline is an operand in parentheses. */
function operandText(node: OperandNode): string {
  return node.kind === "pipe" ? `(${node.text})` : node.text;
}

function parseOperand(cx: ParseContext): OperandNode | undefined {
  const term = parseTerm(cx);
  const { kind, pos } = cx.peek();
  if (term === undefined || kind !== "field") return term;
  const ident: string[] = [];
  let text = operandText(term);
  while (cx.peek().kind === "field") {
    const field = cx.next().text;
    ident.push(field.slice(1));
    text += field;
  }
  if (LITERALS.includes(term.kind)) cx.fail(`unexpected . after term ${quote(term.text)}`);
  if (term.kind === "chain") return { ...term, pos, text, ident: [...term.ident, ...ident] };
  return { kind: "chain", pos, text, node: term, ident };
}

/** A literal, function, variable, field or parenthesised pipeline; undefined if the next token starts none. */
function parseTerm(cx: ParseContext): OperandNode | undefined {
  const token = cx.nextNonSpace();
  const { kind, pos, text } = token;
  switch (kind) {
    case "identifier":
      if (!cx.hasFunction(text)) cx.fail(`function ${quote(text)} not defined`);
      return { kind, pos, text };
    case "variable":
      if (!cx.scope[text]) cx.fail(`undefined variable ${quote(text)}`);
      return { kind, pos, text };
    case "field":
      return { kind: "chain", pos, text, node: { kind: ".", pos, text }, ident: [text.slice(1)] };
    case ".":
    case "nil":
      return { kind, pos, text };
    case "bool":
      return { kind: "literal", pos, text, constant: { ideal: text === "true" } };
    case "'":
    case "complex":
    case "number":
      return parseNumber(cx, token);
    case "(":
      return cx.nested(() => parsePipeline(cx, "parenthesized pipeline", ")"));
    case '"':
    case "`":
      return { kind: "literal", pos, text, constant: { ideal: cx.unquote(token) } };
    default:
      cx.backup();
      return undefined;
  }
}

function parseNumber(cx: ParseContext, { kind, pos, text }: Token): OperandNode {
  const constant = parseConstant(text, kind);
  return typeof constant === "string" ? cx.fail(constant) : { kind: "literal", pos, text, constant };
}
