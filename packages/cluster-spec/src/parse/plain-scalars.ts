import { CST } from "yaml";
import { goValue } from "./go-scalars.js";
import { isBlank, type LexemeReader } from "./lexemes.js";
import type { ScalarNode } from "./nodes.js";

export function isFlowScalar(type: LexemeReader["type"]): type is CST.FlowScalar["type"] {
  return type === "scalar" || type === "single-quoted-scalar" || type === "double-quoted-scalar";
}

const STYLES = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
} as const;

/** A plain or quoted one; null for a fault. */
export function readScalar(at: LexemeReader): ScalarNode | null {
  const { type, source, offset } = at;
  if (!isFlowScalar(type) || source === "") return null;
  at.advance();
  const end = offset + source.length;
  // Nearly all are words on one line, which stand for themselves.
  const resolved =
    type === "scalar" && PLAIN_LINE.test(source)
      ? { value: source, style: "plain" as const }
      : resolve({ type, source, offset, indent: 0 });
  if (!resolved) return null;
  const value = type === "scalar" ? goValue(resolved.value) : resolved.value;
  return scalarNode({ value, style: resolved.style, start: offset, end, fullEnd: end, parentIndent: 0 });
}

/** Begins with nothing that the library refuses at the beginning of a plain scalar. */
const PLAIN_LINE = /^[^\t,%|>@`\n][^\n]*$/;

/**
 * A `|` or `>` with what follows on its line, and the lines below; null for a fault.
 *
 * @param parentIndent column of the collection around it
 */
export function readBlockScalar(at: LexemeReader, text: string, parentIndent: number): ScalarNode | null {
  const { offset: start } = at;
  const props: CST.SourceToken[] = [];
  while (at.type === "block-scalar-header" || isBlank(at.type)) {
    props.push({ type: at.type, source: at.source, offset: at.offset, indent: 0 });
    at.advance();
  }
  if (at.type !== "scalar") return null;
  const resolved = resolve({
    type: "block-scalar",
    source: at.source,
    offset: start,
    indent: parentIndent,
    props,
  });
  at.advanceLines();
  if (!resolved) return null;
  const { value, style, end: fullEnd } = resolved;
  const end = start + text.slice(start, fullEnd).trimEnd().length;
  return scalarNode({ value, style, start, end, fullEnd, parentIndent });
}

/** Text and style; null for a fault. */
function resolve(token: CST.FlowScalar | CST.BlockScalar) {
  let isFaulty = false;
  const resolved = CST.resolveAsScalar(token, true, () => {
    isFaulty = true;
  });
  return isFaulty || !resolved?.type
    ? null
    : { value: resolved.value, style: STYLES[resolved.type], end: resolved.range[1] };
}

/** A value that is not written. */
export function emptyScalar(at: number): ScalarNode {
  return scalarNode({ value: null, style: "empty", start: at, end: at, fullEnd: at, parentIndent: 0 });
}

type ScalarFacts = Pick<ScalarNode, "value" | "style" | "start" | "end" | "fullEnd" | "parentIndent">;

/** Each field by its name: a literal that begins with a copy of another takes engines several times as long. */
function scalarNode({ value, style, start, end, fullEnd, parentIndent }: ScalarFacts): ScalarNode {
  return {
    kind: "scalar",
    value,
    style,
    parentIndent,
    start,
    end,
    fullEnd,
    outerStart: start,
    anchor: null,
    tag: null,
  };
}
