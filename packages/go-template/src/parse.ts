import { Lexer } from "./lex.js";
import type { ActionNode, BranchNode, BreakNode, ListNode, StatementNode, TemplateNode } from "./nodes.js";
import { ParseContext, type Source } from "./parse-context.js";
import { parsePipeline } from "./parse-pipeline.js";
import { quote } from "./strconv.js";
import type { Token } from "./token.js";

/** The trees of a template and of the templates defined in it, by name. */
export type Trees = ReadonlyMap<string, ListNode>;

/** The two actions that end a list. */
interface Terminator {
  readonly kind: "else" | "end";
  readonly pos: number;
}

const TERMINATOR_TEXT = { else: "{{else}}", end: "{{end}}" };

/**
 * Parses a template as text/template/parse/parse.go does.
 * Throws Failure with Go's message, and nothing else.
 */
export function parse(name: string, text: string, hasFunction: (name: string) => boolean): Trees {
  const trees = new Map<string, ListNode>();
  new Parser({ name, text, lexer: new Lexer(text), trees, hasFunction, nesting: 0 }, name).parse();
  return trees;
}

/** Parser of one tree. Definitions and blocks are trees of their own, read from the same lexer. */
class Parser {
  readonly #cx: ParseContext;
  #name: string;
  #rangeDepth = 0;

  constructor(source: Source, name: string) {
    this.#cx = new ParseContext(source);
    this.#name = name;
  }

  parse(): void {
    const pos = this.#cx.peek().pos;
    const nodes: StatementNode[] = [];
    for (let token = this.#cx.peek(); token.kind !== "eof"; token = this.#cx.peek()) {
      if (token.kind === "leftDelim" && this.#definition()) continue;
      const node = this.#textOrAction();
      if (isTerminator(node)) this.#cx.fail(`unexpected ${TERMINATOR_TEXT[node.kind]}`);
      nodes.push(node);
    }
    this.#add({ kind: "list", pos, nodes });
  }

  /** Reads {{define}} … {{end}}; false if the action at the left delimiter is another one. */
  #definition(): boolean {
    const delim = this.#cx.next();
    const keyword = this.#cx.nextNonSpace();
    if (keyword.kind === "define") {
      new Parser(this.#cx.source, "definition").#parseDefinition();
      return true;
    }
    this.#cx.backup(keyword);
    this.#cx.backup(delim);
    return false;
  }

  #parseDefinition(): void {
    const context = "define clause";
    const token = this.#cx.nextNonSpace();
    this.#name = this.#templateName(token, context);
    this.#cx.expect("rightDelim", context);
    this.#parseBody(context, this);
  }

  /** Reads up to {{end}} and adds the tree. A wrong end is reported by the parser that began the clause. */
  #parseBody(context: string, reporter: Parser): void {
    const { list, end } = this.#itemList();
    if (end.kind !== "end") reporter.#cx.fail(`unexpected ${TERMINATOR_TEXT[end.kind]} in ${context}`);
    this.#add(list);
  }

  #add(list: ListNode): void {
    const { trees } = this.#cx.source;
    const known = trees.get(this.#name);
    if (known === undefined || isEmpty(known)) trees.set(this.#name, list);
    else if (!isEmpty(list)) this.#cx.fail(`template: multiple definition of template ${quote(this.#name)}`);
  }

  // Statements.

  #itemList(): { list: ListNode; end: Terminator } {
    const { pos } = this.#cx.peekNonSpace();
    const nodes: StatementNode[] = [];
    while (this.#cx.peekNonSpace().kind !== "eof") {
      const node = this.#cx.nested(() => this.#textOrAction());
      if (isTerminator(node)) return { list: { kind: "list", pos, nodes }, end: node };
      nodes.push(node);
    }
    return this.#cx.fail("unexpected EOF");
  }

  #textOrAction(): StatementNode | Terminator {
    const token = this.#cx.nextNonSpace();
    if (token.kind === "text") return { kind: "text", pos: token.pos, text: token.text };
    if (token.kind !== "leftDelim") return this.#cx.unexpected(token, "input");
    this.#cx.actionLine = token.line;
    const node = this.#action(token);
    this.#cx.actionLine = 0;
    return node;
  }

  #action(delim: Token): StatementNode | Terminator {
    const token = this.#cx.nextNonSpace();
    switch (token.kind) {
      case "block":
        return this.#blockControl();
      case "break":
      case "continue":
        return this.#breakControl(token.kind, token.pos);
      case "else":
        return this.#elseControl();
      case "end":
        return { kind: "end", pos: this.#cx.expect("rightDelim", "end").pos };
      case "if":
      case "range":
      case "with":
        return this.#branchControl(token.kind);
      case "template":
        return this.#templateControl();
      default:
        this.#cx.backup(token);
        return this.#pipelineAction(delim);
    }
  }

  #pipelineAction(delim: Token): ActionNode {
    const { pos } = this.#cx.peek();
    const pipe = parsePipeline(this.#cx, "command", "rightDelim");
    return { kind: "action", pos, pipe, start: delim.pos, end: endOf(this.#cx.current) };
  }

  #breakControl(kind: "break" | "continue", pos: number): BreakNode {
    const token = this.#cx.nextNonSpace();
    if (token.kind !== "rightDelim") this.#cx.unexpected(token, `{{${kind}}}`);
    if (this.#rangeDepth === 0) this.#cx.fail(`{{${kind}}} outside {{range}}`);
    return { kind, pos };
  }

  #elseControl(): Terminator {
    const peek = this.#cx.peekNonSpace();
    // "{{else if" and "{{else with" are read as "{{else}}{{if" by the branch that they belong to.
    if (peek.kind === "if" || peek.kind === "with") return { kind: "else", pos: peek.pos };
    return { kind: "else", pos: this.#cx.expect("rightDelim", "else").pos };
  }

  #branchControl(kind: BranchNode["kind"]): BranchNode {
    const mark = this.#cx.variables.mark();
    const pipe = parsePipeline(this.#cx, kind, "rightDelim");
    if (kind === "range") this.#rangeDepth++;
    const { list, end } = this.#itemList();
    if (kind === "range") this.#rangeDepth--;
    const elseList = end.kind === "else" ? this.#elseList(kind, end) : undefined;
    this.#cx.variables.popTo(mark);
    return { kind, pos: pipe.pos, pipe, list, elseList };
  }

  #elseList(kind: BranchNode["kind"], start: Terminator): ListNode {
    if (kind !== "range" && this.#cx.peek().kind === kind) {
      this.#cx.next();
      // The {{end}} of the inner branch ends this one too.
      return { kind: "list", pos: start.pos, nodes: [this.#cx.nested(() => this.#branchControl(kind))] };
    }
    const { list, end } = this.#itemList();
    if (end.kind !== "end") this.#cx.fail(`expected end; found ${TERMINATOR_TEXT[end.kind]}`);
    return list;
  }

  #blockControl(): TemplateNode {
    const context = "block clause";
    const token = this.#cx.nextNonSpace();
    const name = this.#templateName(token, context);
    const pipe = parsePipeline(this.#cx, context, "rightDelim");
    new Parser(this.#cx.source, name).#parseBody(context, this);
    return { kind: "template", pos: token.pos, name, pipe };
  }

  #templateControl(): TemplateNode {
    const context = "template clause";
    const token = this.#cx.nextNonSpace();
    const name = this.#templateName(token, context);
    const next = this.#cx.nextNonSpace();
    if (next.kind === "rightDelim") return { kind: "template", pos: token.pos, name, pipe: undefined };
    this.#cx.backup(next);
    return { kind: "template", pos: token.pos, name, pipe: parsePipeline(this.#cx, context, "rightDelim") };
  }

  #templateName(token: Token, context: string): string {
    if (token.kind !== "string" && token.kind !== "rawString") return this.#cx.unexpected(token, context);
    return this.#cx.unquote(token);
  }
}

function endOf(token: Token): number {
  return token.pos + token.text.length;
}

function isTerminator(node: StatementNode | Terminator): node is Terminator {
  return node.kind === "else" || node.kind === "end";
}

/** Whether a tree is empty of everything but space: such a tree may be defined again. */
function isEmpty(list: ListNode): boolean {
  return list.nodes.every((node) => node.kind === "text" && /^[\s\u0085]*$/.test(node.text));
}
