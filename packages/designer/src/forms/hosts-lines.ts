import { ACTION_FILL, closedActions, type MaskedAction, type MaskedText, maskActions } from "./hosts-mask.js";
import { readValue, STRING_PATTERN, type TomlValue } from "./toml-values.js";

/**
 * A line of a hosts.toml template, or several that belong together. `before + source + after` of a line that the form
 * can change is the line; the others keep their text.
 */
export type HostsLine =
  | { readonly kind: "blank" | "comment"; readonly text: string }
  /** `[host.'…']`, or the table of its headers, `[host.'…'.header]`. */
  | (ChangeableLine & { readonly kind: "host" | "header-table"; readonly url: string })
  | FieldLine
  /** Begins a table, or holds tables: a loop over mirrors, a table that is not a host's. */
  | { readonly kind: "table"; readonly text: string }
  /** Within a table, and more than the form can change: the keys that it may write. */
  | KeptLine;

interface ChangeableLine {
  readonly before: string;
  readonly source: string;
  readonly after: string;
}

export interface FieldLine extends ChangeableLine {
  readonly kind: "field";
  readonly key: string;
  readonly value: TomlValue;
}

export interface KeptLine {
  readonly kind: "kept";
  readonly text: string;
  readonly keys: readonly string[];
}

export type LinesResult =
  | { readonly ok: true; readonly lines: readonly HostsLine[] }
  | { readonly ok: false; readonly reason: string };

/** The lines of a template, or why they cannot be told apart. */
export function readLines(content: string): LinesResult {
  if (content.includes("\r")) return fail("It has carriage returns, which hosts.toml files should not have.");
  const actions = closedActions(content);
  const { masked } = maskActions(content, actions);
  if (/"""|'''/.test(masked)) return fail("It has a string over several lines.");
  const units = cutUnits({ text: content, masked }, actions);
  if (!units.ok) return units;
  const lines: HostsLine[] = [];
  for (const unit of units.units) {
    const line = readUnit(unit);
    if (typeof line === "string") return fail(`Line ${unit.first + 1}: ${line}`);
    lines.push(line);
  }
  return { ok: true, lines };
}

function fail(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** The text of a line as it stands in the template. */
export function lineText(line: HostsLine): string {
  return "text" in line ? line.text : line.before + line.source + line.after;
}

/** Lines that belong together: one, or all of a block of the template, an action, or a list. */
interface Unit extends MaskedText {
  /** Index of its first line. */
  readonly first: number;
  /** Offset in the content, as are those of the actions. */
  readonly start: number;
  readonly actions: readonly MaskedAction[];
  /** Lines of it at which no list is open. */
  readonly starts: readonly string[];
}

type UnitsResult = { readonly ok: true; readonly units: readonly Unit[] } | ReturnType<typeof fail>;

function cutUnits({ text, masked }: MaskedText, actions: readonly MaskedAction[]): UnitsResult {
  const units: Unit[] = [];
  const maskedLines = masked.split("\n");
  let from = 0;
  let first = 0;
  let depth = 0;
  let brackets = 0;
  let offset = 0;
  let next = 0;
  let own: MaskedAction[] = [];
  let starts: string[] = [];
  for (const [index, line] of maskedLines.entries()) {
    const end = offset + line.length;
    if (brackets === 0) starts.push(line);
    for (let action = actions[next]; action && action.start < end; action = actions[++next]) {
      own.push(action);
      depth += depthChange(action.word);
      if (depth < 0 || (depth === 0 && action.word === "else")) {
        return fail(`Line ${index + 1} has an action {{ ${action.word} }} that belongs to no block.`);
      }
    }
    brackets = Math.max(0, brackets + openBrackets(line));
    offset = end + 1;
    const isOpen = depth > 0 || brackets > 0 || (own.at(-1)?.end ?? 0) > end;
    if (isOpen) continue;
    units.push({
      first,
      start: from,
      text: text.slice(from, end),
      masked: masked.slice(from, end),
      actions: own,
      starts,
    });
    [from, first, own, starts] = [offset, index + 1, [], []];
  }
  if (depth > 0) return fail(`The block that begins in line ${first + 1} has no {{ end }}.`);
  if (brackets > 0) return fail(`The list that begins in line ${first + 1} is not closed.`);
  return { ok: true, units };
}

const OPENS = new Set(["if", "range", "with", "block", "define"]);

function depthChange(word: string): number {
  return OPENS.has(word) ? 1 : word === "end" ? -1 : 0;
}

const STRINGS_AND_COMMENT = new RegExp(`${STRING_PATTERN}|#.*`, "g");

/** How many brackets a line leaves open. */
function openBrackets(line: string): number {
  const bare = line.replace(STRINGS_AND_COMMENT, "");
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}

/** Reads a unit, or says why it cannot stand among mirrors. */
function readUnit(unit: Unit): HostsLine | string {
  const { text, masked } = unit;
  if (/^\s*$/.test(text)) return { kind: "blank", text };
  const isOneLine = !text.includes("\n");
  if (joinsLines(unit))
    return "an action trims the line breaks on both sides, so nothing can stand beside it.";
  if (isOneLine && /^\s*#/.test(masked)) return { kind: "comment", text };
  const comments = unit.actions.length > 0 && unit.actions.every(({ isComment }) => isComment);
  if (comments && bareText(masked) === "") return { kind: "comment", text };
  return (isOneLine && (readHost(unit) ?? readField(unit))) || readOther(unit);
}

const HOST = new RegExp(
  `^(\\s*\\[\\s*host\\s*\\.\\s*)(${STRING_PATTERN})(\\s*(?:\\.\\s*(header)\\s*)?\\]\\s*(?:#.*)?)$`,
);
const FIELD = new RegExp(`^(\\s*([A-Za-z0-9_-]+|${STRING_PATTERN})\\s*=\\s*)(\\S.*)$`);
const VALUE = new RegExp(`^((?:${STRING_PATTERN}|[^#'"])*?)(\\s*(?:#.*)?)$`);

function readHost({ text, masked }: MaskedText): HostsLine | null {
  const [, before = "", source = "", after = "", header] = HOST.exec(masked) ?? [];
  const split = splitText(text, before.length, source.length);
  const url = source === "" ? null : readValue({ text: split.source, masked: source });
  if (typeof url !== "string" || after.includes(ACTION_FILL)) return null;
  return { kind: header ? "header-table" : "host", ...split, url };
}

function readField({ text, masked }: MaskedText): FieldLine | null {
  const [, before = "", writtenKey = "", rest = ""] = FIELD.exec(masked) ?? [];
  const [, source = "", after = ""] = VALUE.exec(rest) ?? [];
  const split = splitText(text, before.length, source.length);
  const value = source === "" ? null : readValue({ text: split.source, masked: source });
  const key = /^['"]/.test(writtenKey) ? readValue({ text: writtenKey, masked: writtenKey }) : writtenKey;
  if (value === null || typeof key !== "string" || (before + after).includes(ACTION_FILL)) return null;
  return { kind: "field", ...split, key, value };
}

function splitText(text: string, before: number, source: number): ChangeableLine {
  const end = before + source;
  return { before: text.slice(0, before), source: text.slice(before, end), after: text.slice(end) };
}

const KEY = new RegExp(`^\\s*([A-Za-z0-9_-]+|${STRING_PATTERN})\\s*[.=]`);

function readOther({ text, actions, starts }: Unit): HostsLine | string {
  const bare = starts.map(bareText);
  const firstTable = bare.findIndex((line) => line.startsWith("["));
  if (firstTable < 0) {
    const keys = bare.flatMap((line) => KEY.exec(line)?.[1]?.replace(/^['"]|['"]$/g, "") ?? []);
    const sets =
      actions.some(({ word }) => word.startsWith("$") && /:?=/.test(text)) &&
      !actions.some(({ word }) => OPENS.has(word));
    return { kind: "kept", text, keys: sets ? [...keys, VARIABLE] : keys };
  }
  if (bare.slice(0, firstTable).some((line) => line !== "" && !line.startsWith("#"))) {
    return "a block of the template begins in one table and ends in another.";
  }
  return { kind: "table", text };
}

/** Among the keys of a kept line: it sets a variable, which later lines may use. */
export const VARIABLE = "$";

function bareText(masked: string): string {
  return masked.replaceAll(ACTION_FILL, "").trim();
}

/** Does an action at an edge of the unit eat the line break there, with no other between it and the next text? */
function joinsLines({ text, masked, actions, start }: Unit): boolean {
  const placed = actions.map((action) => ({ start: action.start - start, end: action.end - start }));
  const head = leadingRun(masked, placed);
  const joinsAbove =
    text.slice(head.start, head.end).startsWith("{{- ") &&
    (text.slice(0, head.end).endsWith(" -}}") || !/^[ \t]*(?:\n|$)/.test(text.slice(head.end)));
  const tail = trailingRun(masked, placed);
  const joinsBelow =
    text.slice(tail.start, tail.end).endsWith(" -}}") &&
    (text.startsWith("{{- ", tail.start) || !/(?:\n|^)[ \t]*$/.test(text.slice(0, tail.start)));
  return joinsAbove || joinsBelow;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const BLANKS = /^[ \t]*$/;

/** The actions with which a text begins, with nothing but blanks between them. */
function leadingRun(masked: string, actions: readonly Span[]): Span {
  const start = masked.search(/\S|$/);
  let end = start;
  for (const action of actions) {
    if (action.start < end || !BLANKS.test(masked.slice(end, action.start))) break;
    end = action.end;
  }
  return { start, end };
}

/** The actions with which a text ends. */
function trailingRun(masked: string, actions: readonly Span[]): Span {
  const end = masked.trimEnd().length;
  let start = end;
  for (const action of actions.toReversed()) {
    if (action.end > start || !BLANKS.test(masked.slice(action.end, start))) break;
    start = action.start;
  }
  return { start, end };
}
