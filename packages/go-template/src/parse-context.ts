import { toWellFormed } from "./bytes.js";
import { Failure, position } from "./errors.js";
import type { Lexer } from "./lex.js";
import { MAX_NESTING } from "./limits.js";
import type { ListNode } from "./nodes.js";
import { Scope } from "./scope.js";
import { unquote } from "./strconv.js";
import { describeToken, type Token, type TokenKind } from "./token.js";
import { TokenStream } from "./token-stream.js";

/** What the parsers of one source share. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly lexer: Lexer;
  readonly trees: Map<string, ListNode>;
  readonly hasFunction: (name: string) => boolean;
  nesting: number;
}

/** What the rules of one tree share: its tokens, its variables, and how errors are told. */
export class ParseContext extends TokenStream {
  readonly source: Source;
  readonly variables = new Scope();
  /** Line on which the action being read starts; 0 between actions. */
  actionLine = 0;

  constructor(source: Source) {
    super(source.lexer);
    this.source = source;
  }

  expect(kind: TokenKind, context: string): Token {
    const token = this.nextNonSpace();
    return token.kind === kind ? token : this.unexpected(token, context);
  }

  unexpected(token: Token, context: string): never {
    if (token.kind !== "error") return this.fail(`unexpected ${describeToken(token)} in ${context}`);
    if (this.actionLine === 0 || this.actionLine === token.line) return this.fail(token.text);
    const started = token.text.endsWith(" action") ? " started at" : " in action started at";
    return this.fail(`${token.text}${started} ${this.source.name}:${this.actionLine}`);
  }

  fail(message: string, phase: "parse" | "limit" = "parse"): never {
    const { name, text } = this.source;
    const { line, pos } = this.lastRead;
    throw new Failure({
      phase,
      message: toWellFormed(`template: ${name}:${line}: ${message}`),
      line,
      column: position(text, pos).column,
      offset: pos,
    });
  }

  /** Runs a rule that may contain itself. */
  nested<T>(rule: () => T): T {
    if (++this.source.nesting > MAX_NESTING) {
      this.fail(`nesting exceeds the limit of ${MAX_NESTING} levels`, "limit");
    }
    const result = rule();
    this.source.nesting--;
    return result;
  }

  unquote(token: Token): string {
    return unquote(token.text) ?? this.fail("invalid syntax");
  }
}
