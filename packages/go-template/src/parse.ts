import { quote, unquote } from "@lookinglass/go";
import { fail } from "./errors.js";
import type { BranchNode, ListNode, StatementNode, TemplateNode, TextNode } from "./nodes.js";
import {
  expect,
  nested,
  next,
  type ParseContext,
  peek,
  placeOf,
  scoped,
  unexpected,
} from "./parse-context.js";
import { parsePipeline } from "./parse-pipeline.js";

/** The action that ends a list. */
type Terminator = "{{else}}" | "{{end}}";

/** Parses a template as text/template/parse/parse.go does, into the trees of the context. Fails with Failure only. */
export function parse(cx: ParseContext): void {
  const [list, end] = parseList(cx);
  if (end) fail(`unexpected ${end}`);
  addTree(cx, cx.name, list);
}

/** Reads up to {{else}} or {{end}}, or to the end of the source where no action is open. */
function parseList(cx: ParseContext): readonly [ListNode, Terminator?] {
  const nodes: StatementNode[] = [];
  let text = "";
  while (peek(cx).kind !== "eof") {
    const node = nested(cx, parseItem);
    if (typeof node === "string") return [{ nodes, text }, node];
    if (node) {
      nodes.push(node);
      text += node.text;
    }
  }
  if (cx.nesting >= 0) fail("unexpected EOF");
  return [{ nodes, text }];
}

/** Reads a text or an action; undefined for a definition. */
function parseItem(cx: ParseContext): StatementNode | Terminator | undefined {
  const token = next(cx);
  const { kind, pos } = token;
  // A token of this kind is its node.
  if (kind === "text") return token as TextNode;
  if (kind !== "{{") unexpected(cx, token, "input");
  cx.scope.actionStart = pos;
  const node = parseAction(cx, pos);
  cx.scope.actionStart = undefined;
  return node;
}

function parseAction(cx: ParseContext, start: number): StatementNode | Terminator | undefined {
  const { kind, pos } = next(cx);
  const text = `{{${kind}}}`;
  switch (kind) {
    case "block":
    case "template":
      return parseTemplateCall(cx, kind);
    case "break":
    case "continue":
      expect(cx, "}}", text);
      if (!cx.scope.isInRange) fail(`${text} outside {{range}}`);
      return { kind, pos, text };
    case "else":
      // "{{else if" and "{{else with" are read as "{{else}}{{if" by the branch that they belong to.
      if (!["if", "with"].includes(peek(cx).kind)) expect(cx, "}}", kind);
      return "{{else}}";
    case "end":
      expect(cx, "}}", kind);
      return "{{end}}";
    case "if":
    case "range":
    case "with":
      return scoped(cx, Object.create(cx.scope), () => parseBranch(cx, kind));
    case "define":
      // Only here: not within another action.
      if (cx.nesting > 0) break;
      parseDefinition(cx);
      return undefined;
  }
  cx.at--;
  const pipe = parsePipeline(cx, "command");
  return { kind: "action", pos, text: `{{${pipe.text}}}`, pipe, start, end: placeOf(cx) + 2 };
}

function parseDefinition(cx: ParseContext): void {
  const context = "define clause";
  // Go's tree of the definition knows of no action yet, so no error says where one has started.
  cx.scope.actionStart = undefined;
  const [name] = parseName(cx, context);
  expect(cx, "}}", context);
  parseBody(cx, name, context);
}

/** Reads up to {{end}} and adds the tree, which sees nothing of what is around it. */
function parseBody(cx: ParseContext, name: string, context: string): void {
  const { length } = cx.tokens;
  scoped(cx, { $: true }, () => {
    const [list, end] = parseList(cx);
    if (end === "{{else}}") {
      // Of a block, the error is told where its clause ends.
      if (context === "block clause") cx.tokens.length = length;
      fail(`unexpected ${end} in ${context}`);
    }
    addTree(cx, name, list);
  });
}

function addTree(cx: ParseContext, name: string, list: ListNode): void {
  const known = cx.trees.get(name);
  if (!known || isEmpty(known)) cx.trees.set(name, list);
  else if (!isEmpty(list)) fail(`template: multiple definition of template ${quote(name)}`);
}

/** Whether a tree is empty of everything but space: such a tree may be defined again. */
function isEmpty({ nodes }: ListNode): boolean {
  return nodes.every(({ kind, text }) => kind === "text" && /^[\s\u0085]*$/.test(text));
}

function parseBranch(cx: ParseContext, kind: BranchNode["kind"]): BranchNode {
  const pipe = parsePipeline(cx, kind);
  cx.scope.isInRange ||= kind === "range";
  const [list, end] = parseList(cx);
  // What is said of the scope around holds in the else part.
  delete cx.scope.isInRange;
  const elseList = end === "{{else}}" ? parseElse(cx, kind) : undefined;
  const orElse = elseList ? `{{else}}${elseList.text}` : "";
  const text = `{{${kind} ${pipe.text}}}${list.text}${orElse}{{end}}`;
  return { kind, pos: pipe.pos, text, pipe, list, elseList };
}

function parseElse(cx: ParseContext, kind: BranchNode["kind"]): ListNode {
  if (kind !== "range" && peek(cx).kind === kind) {
    next(cx);
    // The {{end}} of the inner branch ends this one too.
    const branch = nested(cx, () => parseBranch(cx, kind));
    return { nodes: [branch], text: branch.text };
  }
  const [list, end] = parseList(cx);
  if (end === "{{else}}") fail(`expected end; found ${end}`);
  return list;
}

/** {{template}}, or {{block}}, which defines the template that it calls. */
function parseTemplateCall(cx: ParseContext, kind: "block" | "template"): TemplateNode {
  const context = `${kind} clause`;
  const [name, pos] = parseName(cx, context);
  const isBare = kind === "template" && peek(cx).kind === "}}";
  const pipe = isBare ? undefined : parsePipeline(cx, context);
  if (isBare) next(cx);
  if (kind === "block") parseBody(cx, name, context);
  const text = `{{template ${quote(name)}${pipe ? ` ${pipe.text}` : ""}}}`;
  return { kind: "template", pos, text, name, pipe };
}

/** The name of a template, and where it stands. */
function parseName(cx: ParseContext, context: string): readonly [string, number] {
  const token = next(cx);
  if (!['"', "`"].includes(token.kind)) unexpected(cx, token, context);
  return [unquote(token.text) ?? fail("invalid syntax"), token.pos];
}
