import type { Document } from "yaml";
import { refusedCharacters } from "../characters/refused.js";
import { type JsonValue, ownValue } from "../json.js";
import { MAX_DEPTH, MAX_PROBLEMS, MAX_TEXT_LENGTH } from "../limits.js";
import { computeLineStarts, type OffsetRange } from "../positions.js";
import { compose, parseTokens } from "./compose.js";
import { toData } from "./data.js";
import { type LexemeTexts, lexemeTexts } from "./lexemes.js";
import type { SpecNode } from "./nodes.js";
import { plainTrees } from "./plain-tree.js";
import type { SpecProblem, SpecProblemCode } from "./problems.js";
import { type ClusterSelection, selectCluster } from "./select-cluster.js";
import { buildTree, type DocumentTree } from "./tree.js";

/** One document of a text. */
export interface SpecDocument {
  readonly index: number;
  /** Its `kind`, when that is text. */
  readonly kind: string | null;
  /** Plain data: own keys only, aliases and merge keys expanded, null where nothing could be read. */
  readonly data: JsonValue;
  /** From its `---` or first value to the end of its last value. */
  readonly range: OffsetRange;
  /** Its syntax tree; opaque outside this package. */
  readonly root: SpecNode;
  /** The text it was read from. */
  readonly text: string;
}

/** A text read as a Kublr cluster spec. */
export interface ParsedSpec {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly documents: readonly SpecDocument[];
  /** Every fault found, in order of their place. */
  readonly problems: readonly SpecProblem[];
  readonly cluster: ClusterSelection;
}

/**
 * Reads a text (YAML 1.2 or JSON, one or several documents) with the place of every value. Total: whatever does not
 * parse is listed in `problems` and the rest is still read; texts beyond the limits of limits.ts give one
 * spec/too-large problem and no documents.
 */
export function parseSpec(text: string): ParsedSpec {
  const lineStarts = computeLineStarts(text);
  const { documents, problems: found } = readDocuments(text, lineStarts);
  const problems = [...refusedIn(text, documents), ...found];
  const sorted = problems.toSorted((a, b) => a.range.start - b.range.start).slice(0, MAX_PROBLEMS);
  return { text, lineStarts, documents, problems: sorted, cluster: selectCluster(documents) };
}

/** Characters that end the reading of the whole file. */
function refusedIn(text: string, documents: readonly SpecDocument[]): SpecProblem[] {
  if (text.length > MAX_TEXT_LENGTH) return [];
  return refusedCharacters(text).map(({ message, ...range }) => {
    const before = documents.findLast((document) => document.range.start <= range.start);
    return { ...problem("spec/syntax", message, range, text, before?.index ?? 0), isCharacter: true };
  });
}

interface Read {
  readonly documents: readonly SpecDocument[];
  readonly problems: readonly SpecProblem[];
}

function readDocuments(text: string, lineStarts: readonly number[]): Read {
  if (text.length > MAX_TEXT_LENGTH) {
    return unread(
      text,
      MAX_TEXT_LENGTH,
      `The spec is longer than ${MAX_TEXT_LENGTH} characters; it is not read.`,
    );
  }
  const lexemes = lexemeTexts(text);
  return readPlain(lexemes, text, lineStarts) ?? readComposed(lexemes, text, lineStarts);
}

/** Null when the text is not plain: see plainTrees. */
function readPlain(lexemes: LexemeTexts, text: string, lineStarts: readonly number[]): Read | null {
  const read = plainTrees(lexemes, text, lineStarts)?.map((tree, index) => asDocument(tree, index, text));
  if (!read) return null;
  return { documents: read.map((one) => one.document), problems: read.flatMap((one) => one.problems) };
}

function readComposed(lexemes: LexemeTexts, text: string, lineStarts: readonly number[]): Read {
  const tokens = parseTokens(text, lexemes);
  if (typeof tokens === "number") {
    const message = `The spec nests deeper than ${MAX_DEPTH} levels; it is not read.`;
    return unread(text, tokens, message);
  }
  const { documents, strayErrors } = compose(tokens);
  const stray = strayErrors.map((error) => problem("spec/syntax", error.message, error, text, 0));
  const read = documents.map(({ document, token }, index) => {
    const tree = buildTree(document, token, text, lineStarts);
    const one = asDocument(tree, index, text);
    return { ...one, problems: [...syntaxProblems(document, index, text), ...one.problems] };
  });
  return {
    documents: read.map((one) => one.document),
    problems: [...stray, ...read.flatMap((one) => one.problems)],
  };
}

function unread(text: string, offset: number, message: string): Read {
  return {
    documents: [],
    problems: [problem("spec/too-large", message, { start: offset, end: offset + 1 }, text, 0)],
  };
}

function syntaxProblems(document: Document.Parsed, index: number, text: string): SpecProblem[] {
  return document.errors.map(({ code, message, pos: [start, end] }) =>
    problem(
      code === "RESOURCE_EXHAUSTION" ? "spec/too-large" : "spec/syntax",
      message,
      { start, end },
      text,
      index,
    ),
  );
}

interface ReadDocument {
  readonly document: SpecDocument;
  readonly problems: readonly SpecProblem[];
}

function asDocument(
  { root, problems, start: first }: DocumentTree,
  index: number,
  text: string,
): ReadDocument {
  const data = toData(root);
  const kind = ownValue(data, "kind");
  const start = Math.min(first, root.outerStart);
  return {
    document: {
      index,
      kind: typeof kind === "string" ? kind : null,
      data,
      range: { start, end: Math.max(root.end, start) },
      root,
      text,
    },
    problems: problems.map((found) => problem(found.code, found.message, found, text, index)),
  };
}

function problem(
  code: SpecProblemCode,
  message: string,
  { start, end }: OffsetRange,
  text: string,
  document: number,
): SpecProblem {
  const from = Math.min(Math.max(start, 0), text.length);
  return { code, message, range: { start: from, end: Math.min(Math.max(end, from), text.length) }, document };
}
