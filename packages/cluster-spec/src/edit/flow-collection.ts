import type { ListNode, MapEntry, MapNode, SpecNode } from "../parse/nodes.js";
import type { EditContext } from "./edit-context.js";
import type { WritableValue } from "./plain-value.js";
import { type FlowPlace, flowEntry, flowText } from "./render-flow.js";
import { scalarText } from "./scalar-text.js";
import type { TextEdit } from "./spec-edit.js";

/** A member of a flow collection in the text: `a: 1` of a map, `a` of a list. */
interface Member {
  readonly start: number;
  readonly end: number;
}

function membersOf(collection: MapNode | ListNode): Member[] {
  if (collection.kind === "list")
    return collection.items.map(({ start, value }) => ({ start, end: value.end }));
  return collection.entries.map(({ start, key, value }) => ({ start, end: Math.max(key.end, value.end) }));
}

/** Ways to write another value in a flow collection (or as a JSON document). */
export function replaceFlowValue(context: EditContext, node: SpecNode, value: WritableValue): TextEdit[][] {
  const { lines, style } = context;
  const place = nestedPlace(context, node.start);
  const keep = node.kind === "scalar" ? node.style : undefined;
  const isScalar = typeof value !== "object" || value === null;
  const text = isScalar
    ? scalarText(value, { flow: true, json: style.json, keep })
    : flowText(value, style, place);
  const space = /[:,]/.test(lines.text[node.start - 1] ?? "") && !style.json ? " " : "";
  const both = node.tag === null ? [node.start, node.outerStart] : [node.outerStart, node.start];
  const starts = node.outerStart === node.start ? [node.start] : both;
  return starts.map((start) => [{ start, end: node.end, newText: space + text }]);
}

/** JSON that goes over several lines goes on so; other flow collections are written on one line. */
function nestedPlace({ document, lines, style }: EditContext, offset: number): FlowPlace {
  const { root } = document;
  const spansLines = style.json && !lines.sameLine(root.start, root.end);
  return { indent: spansLines ? lines.indentOf(lines.end(offset)) : null };
}

/** Ways to add an entry at the end of a flow map. */
export function addFlowEntry(
  context: EditContext,
  map: MapNode,
  name: string,
  value: WritableValue,
): TextEdit[][] {
  return insertMember(context, map, map.entries.length, (place) =>
    flowEntry(name, value, context.style, place),
  );
}

/** Ways to insert an item into a flow list. */
export function insertFlowItem(
  context: EditContext,
  list: ListNode,
  index: number,
  value: WritableValue,
): TextEdit[][] {
  return insertMember(context, list, index, (place) => flowText(value, context.style, place));
}

function insertMember(
  context: EditContext,
  collection: MapNode | ListNode,
  index: number,
  render: (place: FlowPlace) => string,
): TextEdit[][] {
  const { lines, style } = context;
  const members = membersOf(collection);
  const [first] = members;
  if (!first) return [[fillEmpty(context, collection, render)]];
  const ownLines = !lines.sameLine(collection.start, first.start);
  const place = { indent: ownLines && style.json ? lines.indentOf(first.start) : null };
  const separator = ownLines ? `,${style.eol}${lines.indentOf(first.start)}` : style.flowComma;
  const next = members[index];
  if (next) return [[{ start: next.start, end: next.start, newText: render(place) + separator }]];
  const last = members.at(-1) ?? first;
  return [appendMember(context, last.end, collection.end, render(place), separator)];
}

/** After the last member; a comment behind it stays with it. */
function appendMember(
  { lines }: EditContext,
  after: number,
  close: number,
  text: string,
  separator: string,
): TextEdit[] {
  const comma = commaIn(lines.text, after, close);
  const comment = /^[ \t,]*#/.test(lines.text.slice(after, lines.end(after)));
  if (!comment) return [{ start: after, end: after, newText: separator + text }];
  const lineEnd = lines.end(after);
  const line = {
    start: lineEnd,
    end: lineEnd,
    newText: separator.slice(1) + text + (comma === null ? "" : ","),
  };
  return comma === null ? [{ start: after, end: after, newText: "," }, line] : [line];
}

/** `{}` or `[]`, perhaps with white space or comments in it. */
function fillEmpty(
  context: EditContext,
  collection: MapNode | ListNode,
  render: (place: FlowPlace) => string,
): TextEdit {
  const { lines, style } = context;
  const { indent } = nestedPlace(context, collection.start);
  const inside = { start: collection.start + 1, end: collection.end - 1 };
  if (indent === null) return { ...inside, newText: render({ indent: null }) };
  const inner = indent + style.flowIndent;
  const text = style.eol + inner + render({ indent: inner }) + style.eol + indent;
  return lines.text.slice(inside.start, inside.end).includes("#")
    ? { ...inside, start: inside.end, newText: text }
    : { ...inside, newText: text };
}

/** Ways to remove a member of a flow collection, with its comma; comments on lines of their own stay. */
export function removeFlowMember(
  context: EditContext,
  collection: MapNode | ListNode,
  index: number,
): TextEdit[][] {
  const { text } = context.lines;
  const members = membersOf(collection);
  const member = members[index];
  if (!member) return [];
  const previous = members[index - 1];
  const next = members[index + 1];
  if (next) return [[removeBefore(context, member, next)]];
  if (!previous) return [removeOnly(text, collection, member)];
  if (!text.slice(previous.end, member.start).includes("#")) {
    return [[{ start: previous.end, end: member.end, newText: "" }]];
  }
  const comma = commaIn(text, previous.end, member.start) ?? previous.end;
  return [
    [
      { start: comma, end: comma + 1, newText: "" },
      { start: member.start, end: member.end, newText: "" },
    ],
  ];
}

/** Up to the next member, or to the comments above it. */
function removeBefore({ lines }: EditContext, member: Member, next: Member): TextEdit {
  const { text } = lines;
  const gap = text.slice(lines.end(member.end), next.start);
  const comment = lines.sameLine(member.end, next.start) ? -1 : gap.indexOf("#");
  return {
    start: member.start,
    end: comment === -1 ? next.start : lines.end(member.end) + comment,
    newText: "",
  };
}

function removeOnly(text: string, collection: MapNode | ListNode, member: Member): TextEdit[] {
  const inside = { start: collection.start + 1, end: collection.end - 1 };
  if (!text.slice(inside.start, inside.end).includes("#")) return [{ ...inside, newText: "" }];
  const comma = commaIn(text, member.end, inside.end);
  const edits = [{ start: member.start, end: member.end, newText: "" }];
  return comma === null ? edits : [...edits, { start: comma, end: comma + 1, newText: "" }];
}

/** The comma between two places, comments skipped. */
function commaIn(text: string, start: number, end: number): number | null {
  for (let at = start; at < end; at += 1) {
    if (text[at] === ",") return at;
    if (text[at] === "#") {
      const newline = text.indexOf("\n", at);
      if (newline === -1) return null;
      at = newline;
    }
  }
  return null;
}

/** Another name for a key of a flow map. */
export function renameFlowKey({ style }: EditContext, entry: MapEntry, name: string): TextEdit[][] {
  const { key } = entry;
  const keep = key.kind === "scalar" ? key.style : undefined;
  const newText = scalarText(name, { flow: true, json: style.json, keep });
  return [[{ start: key.start, end: key.end, newText }]];
}
