import { byteLength, quote } from "@lookinglass/go";
import { fail, linesBefore } from "./errors.js";
import type { Functions, GoFunction } from "./functions.js";
import { isKeyword, type Lexer, nextToken, type Token } from "./lex.js";
import { checkNesting } from "./limits.js";
import type { ListNode } from "./nodes.js";

/** The trees of a template and of the templates defined in it, by name. */
export type Trees = ReadonlyMap<string, ListNode>;

/**
 * What holds at a place of a tree; what the scope around it says is found through the prototype.
 * Each variable that is declared is a member by its name, which begins with "$".
 */
type Scope = Record<string, unknown> & {
  isInRange?: boolean;
  /** Where the action being read starts; undefined between actions. */
  actionStart?: number | undefined;
};

/** What the rules of the grammar share: the tokens and what has been declared. */
export interface ParseContext extends Lexer {
  readonly name: string;
  /** Functions besides the builtins. */
  readonly functions: Functions | undefined;
  readonly trees: Map<string, ListNode>;
  /** The tokens read so far. */
  readonly tokens: Token[];
  /** Index of the next token. */
  at: number;
  /** Actions, parentheses and definitions around the place; 0 is an action around which there is none. */
  nesting: number;
  scope: Scope;
  /** That of the functions used so far, if one has it. */
  copyData?: GoFunction["copyData"];
}

/** Where the token begins that was read last, which may be one read ahead: Go's errors name its line. */
export function placeOf({ tokens }: ParseContext): number {
  return tokens.at(-1)?.pos ?? 0;
}

export function next(cx: ParseContext): Token {
  const token = peek(cx);
  cx.at++;
  return token;
}

export function peek(cx: ParseContext): Token {
  cx.tokens[cx.at] ??= nextToken(cx);
  // It has just been set.
  return cx.tokens[cx.at] as Token;
}

export function expect(cx: ParseContext, kind: string, context: string): void {
  const token = next(cx);
  if (token.kind !== kind) unexpected(cx, token, context);
}

export function unexpected({ name, source, scope }: ParseContext, token: Token, context: string): never {
  const { kind, pos, text } = token;
  if (kind !== "error") fail(`unexpected ${describe(token)} in ${context}`);
  const line = linesBefore(source, scope.actionStart ?? pos).length;
  const isSame = line === linesBefore(source, pos).length;
  fail(isSame ? text : `${text}${text.endsWith(" action") ? "" : " in action"} started at ${name}:${line}`);
}

/** How a token is shown in an error: its text quoted, a keyword in angle brackets, long texts cut. */
function describe({ kind, text }: Token): string {
  if (kind === "eof") return "EOF";
  if (isKeyword(kind)) return `<${text}>`;
  return quote([...text].slice(0, 10).join("")) + (byteLength(text) > 10 ? "..." : "");
}

/** Runs a rule that may contain itself. */
export function nested<T>(cx: ParseContext, rule: (cx: ParseContext) => T): T {
  checkNesting(++cx.nesting);
  const result = rule(cx);
  cx.nesting--;
  return result;
}

/** Runs a rule in a scope of its own. */
export function scoped<T>(cx: ParseContext, scope: Scope, rule: () => T): T {
  const outer = cx.scope;
  cx.scope = scope;
  const result = rule();
  cx.scope = outer;
  return result;
}
