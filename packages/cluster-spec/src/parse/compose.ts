import { Composer, type CST, type Document, Parser } from "yaml";
import { MAX_DEPTH } from "../limits.js";
import { firstOffset, type LexemeTexts } from "./lexemes.js";

export interface ComposedDocument {
  readonly document: Document.Parsed;
  readonly token: CST.Document;
}

/** Documents as `yaml` composes them. */
export interface Composed {
  readonly documents: readonly ComposedDocument[];
  readonly strayErrors: StrayError[];
}

/** An error outside any document. */
export interface StrayError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Merge keys, which Go and Java parsers know as well; values are read by go-scalars.ts. Repeated keys are found by our own
 * tree (the library compares every pair); tags that are no JSON data stay text.
 */
const COMPOSE_OPTIONS = {
  keepSourceTokens: true,
  logLevel: "silent",
  merge: true,
  resolveKnownTags: false,
  uniqueKeys: false,
} as const;

/** Composes the tokens of a text. It recurses: the nesting has been checked before. */
export function compose(tokens: readonly CST.Token[]): Composed {
  return withoutStackTraces(() => {
    const composer = new Composer(COMPOSE_OPTIONS);
    const documents = [...composer.compose(tokens)];
    const documentTokens = tokens.filter((token) => token.type === "document");
    const pairs = documents.flatMap((document, index) => {
      const token = documentTokens[index];
      return token ? [{ document, token }] : [];
    });
    const strayErrors = composer
      .streamInfo()
      .errors.map(({ message, pos: [start, end] }) => ({ message, start, end }));
    return { documents: pairs, strayErrors };
  });
}

/** The source tokens of a text, or the offset at which it nests too deeply to be read safely. */
export function parseTokens(text: string, lexemes: LexemeTexts): CST.Token[] | number {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  parser.offset = firstOffset(text);
  for (const lexeme of lexemes) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH) return parser.offset;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** The library makes an Error of every fault; without stack traces a text full of them costs a tenth. */
function withoutStackTraces<T>(run: () => T): T {
  // V8's own setting, unknown to the ECMAScript types; other engines ignore it.
  const engine = Error as { stackTraceLimit?: number };
  const limit = engine.stackTraceLimit ?? 10;
  engine.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    engine.stackTraceLimit = limit;
  }
}
