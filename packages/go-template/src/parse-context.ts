import { byteLength } from "./bytes.js";
import { Failure, lineAt } from "./errors.js";
import { isKeyword, lex, type Token } from "./lex.js";
import { checkNesting } from "./limits.js";
import type { ListNode } from "./nodes.js";
import { quote, unquote } from "./strconv.js";

/**
 * What holds at a place of a tree; what the scope around it says is found through the prototype.
 * Each variable that is declared is a member by its name, which begins with "$".
 */
type Scope = Record<string, unknown> & {
  isInRange?: boolean;
  /** Where the action being read starts; undefined between actions. */
  actionStart?: number | undefined;
};

/** What the rules of the grammar share: the tokens, what has been declared, and how errors are told. */
export class ParseContext {
  readonly trees = new Map<string, ListNode>();
  scope: Scope = { $: true };
  /** Index of the next token. */
  at = 0;
  /** Actions, parentheses and definitions around the place; 0 is an action around which there is none. */
  #nesting = -1;
  readonly #lexer: Generator<Token, void>;
  readonly #end: Token;
  /** The tokens read so far. */
  readonly #tokens: Token[] = [];

  constructor(
    readonly name: string,
    readonly source: string,
    readonly hasFunction: (name: string) => boolean,
  ) {
    this.#lexer = lex(source);
    this.#end = { kind: "eof", pos: source.length, text: "" };
  }

  /** The token read last, which may be one read ahead: Go's errors name its line. */
  get lastRead(): Token {
    return this.#tokens.at(-1) ?? this.#end;
  }

  /** Whether this is a place where templates may be defined. */
  get isTopLevel(): boolean {
    return this.#nesting === 0;
  }

  next(): Token {
    this.#tokens[this.at] ??= this.#lexer.next().value ?? this.#end;
    return this.#tokens[this.at++] ?? this.#end;
  }

  backup(): void {
    this.at--;
  }

  peek(): Token {
    const token = this.next();
    this.backup();
    return token;
  }

  nextNonSpace(): Token {
    const token = this.next();
    return token.kind === "space" ? this.nextNonSpace() : token;
  }

  peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.backup();
    return token;
  }

  expect(kind: string, context: string): Token {
    const token = this.nextNonSpace();
    return token.kind === kind ? token : this.unexpected(token, context);
  }

  unexpected(token: Token, context: string): never {
    if (token.kind !== "error") return this.fail(`unexpected ${describe(token)} in ${context}`);
    const { name, source } = this;
    const { actionStart } = this.scope;
    const line = actionStart === undefined ? undefined : lineAt(source, actionStart);
    if (line === undefined || line === lineAt(source, token.pos)) return this.fail(token.text);
    const started = token.text.endsWith(" action") ? " started at" : " in action started at";
    return this.fail(`${token.text}${started} ${name}:${line}`);
  }

  fail(message: string, { pos } = this.lastRead): never {
    throw new Failure(message, "parse", pos);
  }

  /** Runs a rule that may contain itself. */
  nested<T>(rule: () => T): T {
    checkNesting(++this.#nesting);
    const result = rule();
    this.#nesting--;
    return result;
  }

  /** Runs a rule on a tree of its own, which sees nothing of the one around it. */
  apart(rule: () => void): void {
    const { scope } = this;
    this.scope = { $: true };
    rule();
    this.scope = scope;
  }

  unquote(token: Token): string {
    return unquote(token.text) ?? this.fail("invalid syntax");
  }
}

/** How a token is shown in an error: its text quoted, a keyword in angle brackets, long texts cut. */
function describe({ kind, text }: Token): string {
  if (kind === "eof") return "EOF";
  if (isKeyword(kind)) return `<${text}>`;
  return byteLength(text) <= 10 ? quote(text) : `${quote([...text].slice(0, 10).join(""))}...`;
}
