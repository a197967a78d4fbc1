import { toWellFormed } from "./bytes.js";
import { parseConstant } from "./constants.js";
import { Failure, position } from "./errors.js";
import { Lexer } from "./lex.js";
import { MAX_NESTING } from "./limits.js";
import {
  type ActionNode,
  type BranchNode,
  type BreakNode,
  type CommandNode,
  type ListNode,
  type OperandNode,
  type PipeNode,
  printNode,
  type StatementNode,
  type TemplateNode,
  type VariableNode,
} from "./nodes.js";
import { Scope } from "./scope.js";
import { quote, unquote } from "./strconv.js";
import { describeToken, type Token, type TokenKind } from "./token.js";
import { TokenStream } from "./token-stream.js";

/** The trees of a template and of the templates defined in it, by name. */
export type Trees = ReadonlyMap<string, ListNode>;

/** The two actions that end a list. */
interface Terminator {
  readonly kind: "else" | "end";
  readonly pos: number;
}

const TERMINATOR_TEXT = { else: "{{else}}", end: "{{end}}" };

const OPERAND_STARTS: ReadonlySet<TokenKind> = new Set([
  "bool",
  "charConstant",
  "complex",
  "dot",
  "field",
  "identifier",
  "number",
  "nil",
  "rawString",
  "string",
  "variable",
  "leftParen",
]);
/** Operands that take neither an argument nor a field. */
const LITERALS: ReadonlySet<string> = new Set(["bool", "dot", "nil", "number", "string"]);

/** What the parsers of one source share. */
interface Source {
  readonly name: string;
  readonly text: string;
  readonly lexer: Lexer;
  readonly trees: Map<string, ListNode>;
  readonly hasFunction: (name: string) => boolean;
  nesting: number;
}

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
  readonly #source: Source;
  #name: string;
  readonly #tokens: TokenStream;
  readonly #variables = new Scope();
  /** Line on which the action being read starts; 0 between actions. */
  #actionLine = 0;
  #rangeDepth = 0;

  constructor(source: Source, name: string) {
    this.#source = source;
    this.#name = name;
    this.#tokens = new TokenStream(source.lexer);
  }

  parse(): void {
    const pos = this.#tokens.peek().pos;
    const nodes: StatementNode[] = [];
    for (let token = this.#tokens.peek(); token.kind !== "eof"; token = this.#tokens.peek()) {
      if (token.kind === "leftDelim" && this.#definition()) continue;
      const node = this.#textOrAction();
      if (isTerminator(node)) this.#fail(`unexpected ${TERMINATOR_TEXT[node.kind]}`);
      nodes.push(node);
    }
    this.#add({ kind: "list", pos, nodes });
  }

  /** Reads {{define}} … {{end}}; false if the action at the left delimiter is another one. */
  #definition(): boolean {
    const delim = this.#tokens.next();
    const keyword = this.#tokens.nextNonSpace();
    if (keyword.kind === "define") {
      new Parser(this.#source, "definition").#parseDefinition();
      return true;
    }
    this.#tokens.backup(keyword);
    this.#tokens.backup(delim);
    return false;
  }

  #parseDefinition(): void {
    const context = "define clause";
    const token = this.#tokens.nextNonSpace();
    this.#name = this.#templateName(token, context);
    this.#expect("rightDelim", context);
    this.#parseBody(context, this);
  }

  /** Reads up to {{end}} and adds the tree. A wrong end is reported by the parser that began the clause. */
  #parseBody(context: string, reporter: Parser): void {
    const { list, end } = this.#itemList();
    if (end.kind !== "end") reporter.#fail(`unexpected ${TERMINATOR_TEXT[end.kind]} in ${context}`);
    this.#add(list);
  }

  #add(list: ListNode): void {
    const { trees } = this.#source;
    const known = trees.get(this.#name);
    if (known === undefined || isEmpty(known)) trees.set(this.#name, list);
    else if (!isEmpty(list)) this.#fail(`template: multiple definition of template ${quote(this.#name)}`);
  }

  // Errors.

  #expect(kind: TokenKind, context: string): Token {
    const token = this.#tokens.nextNonSpace();
    return token.kind === kind ? token : this.#unexpected(token, context);
  }

  #unexpected(token: Token, context: string): never {
    if (token.kind !== "error") return this.#fail(`unexpected ${describeToken(token)} in ${context}`);
    if (this.#actionLine === 0 || this.#actionLine === token.line) return this.#fail(token.text);
    const started = token.text.endsWith(" action") ? " started at" : " in action started at";
    return this.#fail(`${token.text}${started} ${this.#source.name}:${this.#actionLine}`);
  }

  #fail(message: string, phase: "parse" | "limit" = "parse"): never {
    const { name, text } = this.#source;
    const { line, pos } = this.#tokens.lastRead;
    throw new Failure({
      phase,
      message: toWellFormed(`template: ${name}:${line}: ${message}`),
      line,
      column: position(text, pos).column,
      offset: pos,
    });
  }

  /** Runs a rule that may contain itself. */
  #nested<T>(rule: () => T): T {
    if (++this.#source.nesting > MAX_NESTING) {
      this.#fail(`nesting exceeds the limit of ${MAX_NESTING} levels`, "limit");
    }
    const result = rule();
    this.#source.nesting--;
    return result;
  }

  // Statements.

  #itemList(): { list: ListNode; end: Terminator } {
    const { pos } = this.#tokens.peekNonSpace();
    const nodes: StatementNode[] = [];
    while (this.#tokens.peekNonSpace().kind !== "eof") {
      const node = this.#nested(() => this.#textOrAction());
      if (isTerminator(node)) return { list: { kind: "list", pos, nodes }, end: node };
      nodes.push(node);
    }
    return this.#fail("unexpected EOF");
  }

  #textOrAction(): StatementNode | Terminator {
    const token = this.#tokens.nextNonSpace();
    if (token.kind === "text") return { kind: "text", pos: token.pos, text: token.text };
    if (token.kind !== "leftDelim") return this.#unexpected(token, "input");
    this.#actionLine = token.line;
    const node = this.#action(token);
    this.#actionLine = 0;
    return node;
  }

  #action(delim: Token): StatementNode | Terminator {
    const token = this.#tokens.nextNonSpace();
    switch (token.kind) {
      case "block":
        return this.#blockControl();
      case "break":
      case "continue":
        return this.#breakControl(token.kind, token.pos);
      case "else":
        return this.#elseControl();
      case "end":
        return { kind: "end", pos: this.#expect("rightDelim", "end").pos };
      case "if":
      case "range":
      case "with":
        return this.#branchControl(token.kind);
      case "template":
        return this.#templateControl();
      default:
        this.#tokens.backup(token);
        return this.#pipelineAction(delim);
    }
  }

  #pipelineAction(delim: Token): ActionNode {
    const { pos } = this.#tokens.peek();
    const pipe = this.#pipeline("command", "rightDelim");
    return { kind: "action", pos, pipe, start: delim.pos, end: endOf(this.#tokens.current) };
  }

  #breakControl(kind: "break" | "continue", pos: number): BreakNode {
    const token = this.#tokens.nextNonSpace();
    if (token.kind !== "rightDelim") this.#unexpected(token, `{{${kind}}}`);
    if (this.#rangeDepth === 0) this.#fail(`{{${kind}}} outside {{range}}`);
    return { kind, pos };
  }

  #elseControl(): Terminator {
    const peek = this.#tokens.peekNonSpace();
    // "{{else if" and "{{else with" are read as "{{else}}{{if" by the branch that they belong to.
    if (peek.kind === "if" || peek.kind === "with") return { kind: "else", pos: peek.pos };
    return { kind: "else", pos: this.#expect("rightDelim", "else").pos };
  }

  #branchControl(kind: BranchNode["kind"]): BranchNode {
    const mark = this.#variables.mark();
    const pipe = this.#pipeline(kind, "rightDelim");
    if (kind === "range") this.#rangeDepth++;
    const { list, end } = this.#itemList();
    if (kind === "range") this.#rangeDepth--;
    const elseList = end.kind === "else" ? this.#elseList(kind, end) : undefined;
    this.#variables.popTo(mark);
    return { kind, pos: pipe.pos, pipe, list, elseList };
  }

  #elseList(kind: BranchNode["kind"], start: Terminator): ListNode {
    if (kind !== "range" && this.#tokens.peek().kind === kind) {
      this.#tokens.next();
      // The {{end}} of the inner branch ends this one too.
      return { kind: "list", pos: start.pos, nodes: [this.#nested(() => this.#branchControl(kind))] };
    }
    const { list, end } = this.#itemList();
    if (end.kind !== "end") this.#fail(`expected end; found ${TERMINATOR_TEXT[end.kind]}`);
    return list;
  }

  #blockControl(): TemplateNode {
    const context = "block clause";
    const token = this.#tokens.nextNonSpace();
    const name = this.#templateName(token, context);
    const pipe = this.#pipeline(context, "rightDelim");
    new Parser(this.#source, name).#parseBody(context, this);
    return { kind: "template", pos: token.pos, name, pipe };
  }

  #templateControl(): TemplateNode {
    const context = "template clause";
    const token = this.#tokens.nextNonSpace();
    const name = this.#templateName(token, context);
    const next = this.#tokens.nextNonSpace();
    if (next.kind === "rightDelim") return { kind: "template", pos: token.pos, name, pipe: undefined };
    this.#tokens.backup(next);
    return { kind: "template", pos: token.pos, name, pipe: this.#pipeline(context, "rightDelim") };
  }

  #templateName(token: Token, context: string): string {
    if (token.kind !== "string" && token.kind !== "rawString") return this.#unexpected(token, context);
    return this.#unquote(token);
  }

  #unquote(token: Token): string {
    return unquote(token.text) ?? this.#fail("invalid syntax");
  }

  // Pipelines.

  #pipeline(context: string, end: TokenKind): PipeNode {
    const { pos } = this.#tokens.peekNonSpace();
    const decl: VariableNode[] = [];
    const isAssign = this.#declarations(context, decl);
    const cmds: CommandNode[] = [];
    for (;;) {
      const token = this.#tokens.nextNonSpace();
      if (token.kind === end) break;
      if (!OPERAND_STARTS.has(token.kind)) this.#unexpected(token, context);
      this.#tokens.backup(token);
      cmds.push(this.#command());
    }
    this.#checkPipeline(cmds, context);
    return { kind: "pipe", pos, isAssign, decl, cmds };
  }

  /** Reads "$x :=", "$x =" and in range "$i, $e :="; true for an assignment. */
  #declarations(context: string, decl: VariableNode[]): boolean {
    const variable = this.#tokens.peekNonSpace();
    if (variable.kind !== "variable") return false;
    this.#tokens.next();
    // A space matters: in "$x foo" the variable is an argument, so it has to be put back with what follows it.
    const after = this.#tokens.next();
    const next = after.kind === "space" ? this.#tokens.nextNonSpace() : after;
    if (next.kind === "assign" || next.kind === "declare") {
      this.#declare(variable, decl);
      return next.kind === "assign";
    }
    if (next.kind === "char" && next.text === ",") {
      this.#declare(variable, decl);
      return this.#secondDeclaration(context, decl);
    }
    this.#tokens.backup(next);
    if (after !== next) this.#tokens.backup(after);
    this.#tokens.backup(variable);
    return false;
  }

  #secondDeclaration(context: string, decl: VariableNode[]): boolean {
    if (context !== "range" || decl.length >= 2) this.#fail(`too many declarations in ${context}`);
    const { kind } = this.#tokens.peekNonSpace();
    if (kind === "variable" || kind === "rightDelim" || kind === "rightParen") {
      return this.#declarations(context, decl);
    }
    return this.#fail("range can only initialize variables");
  }

  #declare(token: Token, decl: VariableNode[]): void {
    decl.push({ kind: "variable", pos: token.pos, name: token.text, ident: [] });
    this.#variables.declare(token.text);
  }

  #checkPipeline(cmds: readonly CommandNode[], context: string): void {
    if (cmds.length === 0) this.#fail(`missing value for ${context}`);
    const stage = cmds.findIndex((cmd, i) => i > 0 && LITERALS.has(cmd.args[0].kind));
    if (stage > 0) this.#fail(`non executable command in pipeline stage ${stage + 1}`);
  }

  #command(): CommandNode {
    const { pos } = this.#tokens.peekNonSpace();
    const args: OperandNode[] = [];
    for (;;) {
      this.#tokens.peekNonSpace();
      const operand = this.#operandWithFields();
      if (operand !== undefined) args.push(operand);
      const token = this.#tokens.next();
      if (token.kind === "space") continue;
      if (token.kind === "rightDelim" || token.kind === "rightParen") this.#tokens.backup(token);
      else if (token.kind !== "pipe") this.#unexpected(token, "operand");
      break;
    }
    const [first, ...rest] = args;
    if (first === undefined) return this.#fail("empty command");
    return { kind: "command", pos, args: [first, ...rest] };
  }

  #operandWithFields(): OperandNode | undefined {
    const term = this.#term();
    if (term === undefined || this.#tokens.peek().kind !== "field") return term;
    const { pos } = this.#tokens.peek();
    const fields: string[] = [];
    while (this.#tokens.peek().kind === "field") fields.push(this.#tokens.next().text.slice(1));
    if (term.kind === "field" || term.kind === "variable") {
      return { ...term, pos, ident: [...term.ident, ...fields] };
    }
    if (LITERALS.has(term.kind)) this.#fail(`unexpected . after term ${quote(printNode(term))}`);
    return { kind: "chain", pos, node: term, ident: fields };
  }

  /** A literal, function, variable, field or parenthesised pipeline; undefined if the next token starts none. */
  #term(): OperandNode | undefined {
    const token = this.#tokens.nextNonSpace();
    const { pos, text } = token;
    switch (token.kind) {
      case "identifier":
        if (!this.#source.hasFunction(text)) this.#fail(`function ${quote(text)} not defined`);
        return { kind: "identifier", pos, name: text };
      case "dot":
      case "nil":
        return { kind: token.kind, pos };
      case "variable":
        if (!this.#variables.has(text)) this.#fail(`undefined variable ${quote(text)}`);
        return { kind: "variable", pos, name: text, ident: [] };
      case "field":
        return { kind: "field", pos, ident: [text.slice(1)] };
      case "bool":
        return { kind: "bool", pos, value: text === "true" };
      case "charConstant":
      case "complex":
      case "number":
        return this.#number(token, token.kind);
      case "leftParen":
        return this.#nested(() => this.#pipeline("parenthesized pipeline", "rightParen"));
      case "string":
      case "rawString":
        return { kind: "string", pos, quoted: text, text: this.#unquote(token) };
      default:
        this.#tokens.backup(token);
        return undefined;
    }
  }

  #number(token: Token, kind: "charConstant" | "complex" | "number"): OperandNode {
    const constant = parseConstant(token.text, kind);
    if (typeof constant === "string") return this.#fail(constant);
    return { kind: "number", pos: token.pos, text: token.text, constant };
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
