import type { Lexer } from "./lex.js";
import type { Token } from "./token.js";

const NO_TOKEN: Token = { kind: "error", pos: 0, text: "", line: 0 };

/** The tokens of a lexer, to look ahead at and to put back. */
export class TokenStream {
  readonly #lexer: Lexer;
  /** Tokens put back, the next one last. */
  readonly #pending: Token[] = [];
  /** The token handed out last. */
  current = NO_TOKEN;
  /** The token taken from the lexer last, which may be one read ahead: Go's errors name its line. */
  lastRead = NO_TOKEN;

  constructor(lexer: Lexer) {
    this.#lexer = lexer;
  }

  next(): Token {
    const pending = this.#pending.pop();
    this.current = pending ?? this.#lexer.next();
    if (pending === undefined) this.lastRead = this.current;
    return this.current;
  }

  backup(token: Token): void {
    this.#pending.push(token);
  }

  peek(): Token {
    const token = this.next();
    this.backup(token);
    return token;
  }

  nextNonSpace(): Token {
    let token = this.next();
    while (token.kind === "space") token = this.next();
    return token;
  }

  peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.backup(token);
    return token;
  }
}
