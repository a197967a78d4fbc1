import type { Token } from "./lex.js";
import type { BranchNode, BreakNode, ListNode, StatementNode, TemplateNode } from "./nodes.js";
import type { ParseContext } from "./parse-context.js";
import { parsePipeline } from "./parse-pipeline.js";
import { quote } from "./strconv.js";

/** The trees of a template and of the templates defined in it, by name. */
export type Trees = ReadonlyMap<string, ListNode>;

/** The two actions that end a list. */
interface Terminator {
  readonly kind: "else" | "end";
  readonly text: string;
}

type Item = StatementNode | Terminator;

/** Parses a template as text/template/parse/parse.go does. Throws Failure, and nothing else. */
export function parse(cx: ParseContext): Trees {
  const { list, end } = parseItems(cx);
  if (end) cx.fail(`unexpected ${end.text}`);
  addTree(cx, cx.name, list);
  return cx.trees;
}

/** Reads up to {{else}}, {{end}} or the end of the source. */
function parseItems(cx: ParseContext): { list: ListNode; end?: Terminator } {
  const nodes: StatementNode[] = [];
  let text = "";
  while (cx.peekNonSpace().kind !== "eof") {
    const node = cx.nested(() => parseItem(cx));
    if (node === undefined) continue;
    if (isTerminator(node)) return { list: { nodes, text }, end: node };
    nodes.push(node);
    text += node.text;
  }
  return { list: { nodes, text } };
}

function parseList(cx: ParseContext): { list: ListNode; end: Terminator } {
  const { list, end } = parseItems(cx);
  return end ? { list, end } : cx.fail("unexpected EOF");
}

function isTerminator(node: Item): node is Terminator {
  return node.kind === "else" || node.kind === "end";
}

/** Reads a text or an action; undefined for a definition. */
function parseItem(cx: ParseContext): Item | undefined {
  const token = cx.nextNonSpace();
  const { kind, pos, text } = token;
  if (kind === "text") return { kind, pos, text };
  if (kind !== "{{") return cx.unexpected(token, "input");
  cx.scope.actionStart = pos;
  const node = parseAction(cx, pos);
  cx.scope.actionStart = undefined;
  return node;
}

function parseAction(cx: ParseContext, start: number): Item | undefined {
  const { kind, pos } = cx.nextNonSpace();
  switch (kind) {
    case "block":
    case "template":
      return parseTemplateCall(cx, kind);
    case "break":
    case "continue":
      return parseBreak(cx, kind, pos);
    case "else":
      return parseElse(cx);
    case "end":
      cx.expect("}}", kind);
      return { kind, text: "{{end}}" };
    case "if":
    case "range":
    case "with":
      return parseBranch(cx, kind);
    case "define":
      if (!cx.isTopLevel) break;
      cx.apart(() => parseDefinition(cx));
      return undefined;
  }
  cx.backup();
  const pipe = parsePipeline(cx, "command");
  return { kind: "action", pos, text: `{{${pipe.text}}}`, pipe, start, end: cx.lastRead.pos + 2 };
}

function parseDefinition(cx: ParseContext): void {
  const context = "define clause";
  const name = parseName(cx, cx.nextNonSpace(), context);
  cx.expect("}}", context);
  parseBody(cx, name, context);
}

/** Reads up to {{end}} and adds the tree. A wrong end is reported at the place given. */
function parseBody(cx: ParseContext, name: string, context: string, place?: Token): void {
  const { list, end } = parseList(cx);
  if (end.kind !== "end") cx.fail(`unexpected ${end.text} in ${context}`, place);
  addTree(cx, name, list);
}

function addTree(cx: ParseContext, name: string, list: ListNode): void {
  const known = cx.trees.get(name);
  if (known === undefined || isEmpty(known)) cx.trees.set(name, list);
  else if (!isEmpty(list)) cx.fail(`template: multiple definition of template ${quote(name)}`);
}

/** Whether a tree is empty of everything but space: such a tree may be defined again. */
function isEmpty({ nodes }: ListNode): boolean {
  return nodes.every(({ kind, text }) => kind === "text" && /^[\s\u0085]*$/.test(text));
}

function parseBreak(cx: ParseContext, kind: "break" | "continue", pos: number): BreakNode {
  const text = `{{${kind}}}`;
  cx.expect("}}", text);
  if (!cx.scope.isInRange) cx.fail(`${text} outside {{range}}`);
  return { kind, pos, text };
}

function parseElse(cx: ParseContext): Terminator {
  // "{{else if" and "{{else with" are read as "{{else}}{{if" by the branch that they belong to.
  if (!["if", "with"].includes(cx.peekNonSpace().kind)) cx.expect("}}", "else");
  return { kind: "else", text: "{{else}}" };
}

function parseBranch(cx: ParseContext, kind: BranchNode["kind"]): BranchNode {
  const { scope } = cx;
  const isInRange = scope.isInRange ?? false;
  cx.scope = Object.create(scope);
  const pipe = parsePipeline(cx, kind);
  cx.scope.isInRange = isInRange || kind === "range";
  const { list, end } = parseList(cx);
  cx.scope.isInRange = isInRange;
  const elseList = end.kind === "else" ? parseElseList(cx, kind) : undefined;
  cx.scope = scope;
  const orElse = elseList ? `{{else}}${elseList.text}` : "";
  const text = `{{${kind} ${pipe.text}}}${list.text}${orElse}{{end}}`;
  return { kind, pos: pipe.pos, text, pipe, list, elseList };
}

function parseElseList(cx: ParseContext, kind: BranchNode["kind"]): ListNode {
  if (kind !== "range" && cx.peek().kind === kind) {
    cx.next();
    // The {{end}} of the inner branch ends this one too.
    const branch = cx.nested(() => parseBranch(cx, kind));
    return { nodes: [branch], text: branch.text };
  }
  const { list, end } = parseList(cx);
  if (end.kind !== "end") cx.fail(`expected end; found ${end.text}`);
  return list;
}

/** {{template}}, or {{block}}, which defines the template that it calls. */
function parseTemplateCall(cx: ParseContext, kind: "block" | "template"): TemplateNode {
  const context = `${kind} clause`;
  const token = cx.nextNonSpace();
  const name = parseName(cx, token, context);
  const isBare = kind === "template" && cx.peekNonSpace().kind === "}}";
  const pipe = isBare ? undefined : parsePipeline(cx, context);
  if (isBare) cx.next();
  const close = cx.lastRead;
  if (kind === "block") cx.apart(() => parseBody(cx, name, context, close));
  const text = `{{template ${quote(name)}${pipe ? ` ${pipe.text}` : ""}}}`;
  return { kind: "template", pos: token.pos, text, name, pipe };
}

function parseName(cx: ParseContext, token: Token, context: string): string {
  return ['"', "`"].includes(token.kind) ? cx.unquote(token) : cx.unexpected(token, context);
}
