import type { OffsetRange, SpecPath } from "@lookinglass/cluster-spec";
import type { CursorPlace } from "./cursor-place.js";
import { type FlowScalar, type FlowToken, flowTokens } from "./flow-tokens.js";

/** A collection that is open at the cursor. */
interface Frame {
  readonly kind: "map" | "list";
  /** Index of its bracket among the tokens. */
  readonly opened: number;
  /** Of a map: the key whose value comes next; null where a key comes next. */
  key: string | null;
  index: number;
}

/**
 * The place of an offset inside a flow collection, which may be unfinished; null in comments and outside of it.
 *
 * @param base path of the collection
 */
export function flowPlace(
  text: string,
  range: OffsetRange,
  base: SpecPath,
  offset: number,
): CursorPlace | null {
  const tokens = flowTokens(text, range);
  const at = tokens.findIndex(({ end }) => end >= offset);
  const touched = tokens[at];
  if (touched?.kind === "comment" && touched.start < offset) return null;
  const index = touched ? cursorIndex(tokens, at, offset) : tokens.length;
  const frames = framesBefore(tokens, index);
  const frame = frames.at(-1);
  if (!frame) return null;
  const scalar = scalarAt(tokens[index], offset);
  const path = [...base, ...frames.slice(0, -1).map(segmentOf)];
  const token = scalar ? { start: scalar.start, end: scalar.end } : { start: offset, end: offset };
  if (frame.kind === "list" || frame.key !== null) {
    const value = { path: [...path, segmentOf(frame)], scalar: scalar && { ...scalar, indent: null } };
    return { token, key: null, value };
  }
  const taken = keysOf(tokens, frame.opened, scalar);
  const quoted = scalar?.form === "double" || quotesKeys(tokens);
  const hasColon = scalar !== null && tokens[index + 1]?.kind === ":";
  return { token, key: { map: path, taken, layout: { form: "flow", quoted, hasColon } }, value: null };
}

/** Index of the scalar that the cursor touches, or of the first token behind the cursor. */
function cursorIndex(tokens: readonly FlowToken[], at: number, offset: number): number {
  const next = tokens[at + 1];
  const isBehind = tokens[at]?.kind !== "scalar" && (tokens[at]?.start ?? 0) < offset;
  if (!isBehind) return next?.kind === "scalar" && next.start === offset ? at + 1 : at;
  return at + 1;
}

function scalarAt(token: FlowToken | undefined, offset: number): FlowScalar | null {
  return token?.kind === "scalar" && token.start <= offset && offset <= token.end ? token : null;
}

/** The collections that are open before a token. */
function framesBefore(tokens: readonly FlowToken[], index: number): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < index; at++) {
    const token = tokens[at];
    const frame = frames.at(-1);
    if (token?.kind === "{") frames.push({ kind: "map", opened: at, key: null, index: 0 });
    else if (token?.kind === "[") frames.push({ kind: "list", opened: at, key: null, index: 0 });
    else if (token?.kind === "}" || token?.kind === "]") frames.pop();
    else if (token?.kind === "," && frame) {
      frame.key = null;
      frame.index++;
    } else if (token?.kind === ":" && frame?.kind === "map") frame.key ??= nameOf(tokens[at - 1]);
  }
  return frames;
}

function nameOf(token: FlowToken | undefined): string {
  return token?.kind === "scalar" ? token.name : "";
}

function segmentOf(frame: Frame): string | number {
  return frame.kind === "list" ? frame.index : (frame.key ?? "");
}

/** The keys of the map that a token opens, but for the one at the cursor. */
function keysOf(tokens: readonly FlowToken[], opened: number, own: FlowScalar | null): Set<string> {
  const taken = new Set<string>();
  let depth = 0;
  for (let at = opened; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === "{" || token?.kind === "[") depth++;
    else if (token?.kind === "}" || token?.kind === "]") depth--;
    else if (depth === 1 && isKey(tokens, at) && token !== own) taken.add(nameOf(token));
    if (depth === 0) break;
  }
  return taken;
}

/** Does the collection write its keys as JSON does? The first one tells. */
function quotesKeys(tokens: readonly FlowToken[]): boolean {
  const first = tokens.find((_, at) => isKey(tokens, at));
  return first?.kind === "scalar" && first.form === "double";
}

function isKey(tokens: readonly FlowToken[], at: number): boolean {
  return tokens[at]?.kind === "scalar" && tokens[at + 1]?.kind === ":";
}
