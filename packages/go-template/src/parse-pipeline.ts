import { quote, unquote } from "@lookinglass/go";
import { builtins } from "./builtins.js";
import { parseNumber } from "./constants.js";
import { fail } from "./errors.js";
import type { CommandNode, OperandNode, PipeNode, WordNode } from "./nodes.js";
import { nested, next, type ParseContext, peek, unexpected } from "./parse-context.js";

/** Operands that take neither an argument nor a field. */
const LITERALS: readonly string[] = ["literal", ".", "nil"];

/** Pipeline: declarations? command ("|" command)*, up to the end token. */
export function parsePipeline(cx: ParseContext, context: string, end = "}}"): PipeNode {
  const { pos } = peek(cx);
  const decl: string[] = [];
  const isAssign = parseDeclarations(cx, context, decl);
  const cmds: CommandNode[] = [];
  while (peek(cx).kind !== end) cmds.push(parseCommand(cx, context));
  next(cx);
  if (cmds.length === 0) fail(`missing value for ${context}`);
  const stage = cmds.findIndex((cmd, i) => i > 0 && LITERALS.includes(cmd.args[0].kind));
  if (stage > 0) fail(`non executable command in pipeline stage ${stage + 1}`);
  const declared = decl.length > 0 ? `${decl.join(", ")} ${isAssign ? "=" : ":="} ` : "";
  const text = declared + cmds.map((cmd) => cmd.text).join(" | ");
  return { kind: "pipe", pos, text, isAssign, decl, cmds };
}

/** Reads "$x :=", "$x =" and in range "$i, $e :="; true for an assignment. */
function parseDeclarations(cx: ParseContext, context: string, decl: string[]): boolean {
  for (;;) {
    const { kind, text } = peek(cx);
    if (kind !== "variable") return false;
    next(cx);
    const operator = next(cx).kind;
    if (![":=", "=", ","].includes(operator)) {
      // The variable is an argument.
      cx.at -= 2;
      return false;
    }
    decl.push(text);
    cx.scope[text] = true;
    if (operator !== ",") return operator === "=";
    if (context !== "range" || decl.length > 1) fail(`too many declarations in ${context}`);
    if (!["variable", "}}", ")"].includes(peek(cx).kind)) fail("range can only initialize variables");
  }
}

function parseCommand(cx: ParseContext, context: string): CommandNode {
  const { pos } = peek(cx);
  const first = parseOperand(cx) ?? unexpected(cx, next(cx), context);
  const args: [OperandNode, ...OperandNode[]] = [first];
  while (peek(cx).isApart) {
    const operand = parseOperand(cx);
    if (!operand) break;
    args.push(operand);
  }
  const token = next(cx);
  if (token.kind === "}}" || token.kind === ")") cx.at--;
  else if (token.kind !== "|") unexpected(cx, token, "operand");
  return { pos, text: args.map(operandText).join(" "), args };
}

/** A pipeline is an operand in parentheses. */
function operandText(node: OperandNode): string {
  return node.kind === "pipe" ? `(${node.text})` : node.text;
}

function parseOperand(cx: ParseContext): OperandNode | undefined {
  const node = parseTerm(cx);
  if (!node) return node;
  const { pos } = peek(cx);
  const ident: string[] = [];
  let text = operandText(node);
  for (let token = peek(cx); token.kind === "field" && !token.isApart; token = peek(cx)) {
    if (LITERALS.includes(node.kind)) fail(`unexpected . after term ${quote(node.text)}`);
    text += token.text;
    ident.push(token.text.slice(1));
    next(cx);
  }
  if (ident.length === 0) return node;
  if (node.kind === "chain") return { ...node, pos, text, ident: [...node.ident, ...ident] };
  return { kind: "chain", pos, text, node, ident };
}

/** A literal, function, variable, field or parenthesised pipeline; undefined if the next token starts none. */
function parseTerm(cx: ParseContext): OperandNode | undefined {
  const token = next(cx);
  const { kind, pos, text } = token;
  const literal = (value: unknown): OperandNode => ({ kind: "literal", pos, text, value });
  switch (kind) {
    case "identifier": {
      const fn = cx.functions?.get(text) ?? builtins.get(text) ?? fail(`function ${quote(text)} not defined`);
      cx.copyData ??= fn.copyData;
      return { kind, pos, text, fn };
    }
    case "variable":
      if (!cx.scope[text]) fail(`undefined variable ${quote(text)}`);
      // A token of this kind is its node, and so are those below.
      return token as WordNode;
    case "field":
      return { kind: "chain", pos, text, node: { kind: ".", pos, text }, ident: [text.slice(1)] };
    case ".":
    case "nil":
      return token as WordNode;
    case "bool":
      return literal(text === "true");
    case "'":
    case "complex":
    case "number":
      return literal(parseNumber(text, kind));
    case "(":
      return nested(cx, () => parsePipeline(cx, "parenthesized pipeline", ")"));
    case '"':
    case "`":
      return literal(unquote(text) ?? fail("invalid syntax"));
    default:
      cx.at--;
      return undefined;
  }
}
