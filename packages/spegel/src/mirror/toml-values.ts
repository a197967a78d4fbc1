/**
 * Reads a hosts.toml as go-toml does: TOML 1.0, integers and floats apart, dates as written, and the
 * `[host.X]` headers in file order. The parser is toml-eslint-parser, which keeps all of that.
 */
import { type AST, ParseError, parseTOML } from "toml-eslint-parser";

export type TomlTable = Map<string, TomlValue>;

export type TomlValue =
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** Any date or time, as go-toml writes it back. */
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "array"; readonly items: TomlValue[] }
  /** `isInline`: written in braces, and not opened by a header or a dotted key. */
  | { readonly kind: "table"; readonly entries: TomlTable; readonly isInline: boolean };

export interface TomlDocument {
  readonly root: TomlTable;
  /** The X of every `[host.X]` header, in file order. Dotted keys, inline tables and `[[host.X]]` give none. */
  readonly hostHeaders: readonly string[];
}

export type TomlResult = TomlDocument | { readonly error: string };

export type TomlReader = (text: string) => TomlResult;

/** Nesting beyond this is refused rather than followed. */
const maxDepth = 200;

/** The parser is large: what seldom reads TOML is handed this function (see mirrorDirectory). */
export const readToml: TomlReader = (text) => {
  try {
    const body = parseTOML(text, { tomlVersion: "1.0" }).body[0].body;
    const root: TomlTable = new Map();
    for (const node of body) {
      if (node.type === "TOMLKeyValue") assign(root, node, 0);
      else for (const pair of node.body) assign(openTable(root, node), pair, 0);
      if (node.type === "TOMLTable") openTable(root, node);
    }
    return { root, hostHeaders: body.flatMap(hostHeader) };
  } catch (error) {
    // Beside its own errors: nesting that fills the stack, which every engine reports in its own way.
    return { error: `toml: ${error instanceof ParseError ? error.message : "value out of range"}` };
  }
};

function hostHeader(node: AST.TOMLKeyValue | AST.TOMLTable): string[] {
  if (node.type !== "TOMLTable" || node.kind !== "standard") return [];
  const [first, second, ...rest] = node.key.keys.map(keyName);
  return first === "host" && second !== undefined && rest.length === 0 ? [second] : [];
}

function keyName(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === "TOMLBare" ? key.name : key.value;
}

/** The table that a header opens; a number in the resolved key is a place in an array of tables. */
function openTable(root: TomlTable, node: AST.TOMLTable): TomlTable {
  let table = root;
  const path = node.resolvedKey;
  for (let i = 0; i < path.length; i++) {
    const name = path[i];
    if (typeof name !== "string") continue;
    const place = path[i + 1];
    table = typeof place === "number" ? openItem(table, name, place) : openChild(table, name);
  }
  return table;
}

function openChild(table: TomlTable, name: string): TomlTable {
  const found = table.get(name);
  if (found?.kind === "table") return found.entries;
  const entries: TomlTable = new Map();
  table.set(name, { kind: "table", entries, isInline: false });
  return entries;
}

function openItem(table: TomlTable, name: string, place: number): TomlTable {
  const found = table.get(name);
  const items = found?.kind === "array" ? found.items : [];
  if (found?.kind !== "array") table.set(name, { kind: "array", items });
  const item = items[place];
  if (item?.kind === "table") return item.entries;
  const entries: TomlTable = new Map();
  items[place] = { kind: "table", entries, isInline: false };
  return entries;
}

function assign(table: TomlTable, pair: AST.TOMLKeyValue, depth: number): void {
  const names = pair.key.keys.map(keyName);
  const last = names.pop() ?? "";
  const target = names.reduce(openChild, table);
  target.set(last, convert(pair.value, depth));
}

function convert(node: AST.TOMLContentNode, depth: number): TomlValue {
  if (depth > maxDepth) throw new RangeError();
  if (node.type === "TOMLArray") {
    return { kind: "array", items: node.elements.map((element) => convert(element, depth + 1)) };
  }
  if (node.type === "TOMLInlineTable") {
    const entries: TomlTable = new Map();
    for (const pair of node.body) assign(entries, pair, depth + 1);
    return { kind: "table", entries, isInline: true };
  }
  return convertScalar(node);
}

function convertScalar(node: AST.TOMLValue): TomlValue {
  switch (node.kind) {
    case "string":
      return { kind: "string", text: node.value };
    case "integer":
      if (BigInt.asIntN(64, node.bigint) !== node.bigint) throw new RangeError();
      return { kind: "integer", value: node.bigint };
    case "float":
      return { kind: "float", value: node.value };
    case "boolean":
      return { kind: "boolean", value: node.value };
    default:
      return { kind: "date", text: rewriteDate(node) };
  }
}

/** go-toml prints T between date and time, at most nine decimals, and Z for an offset of zero. */
function rewriteDate(node: AST.TOMLDateTimeValue): string {
  const [, date = "", time = "", fraction = "", offset = ""] =
    /^(\d{4}-\d\d-\d\d)?(?:[Tt ])?(\d\d:\d\d:\d\d)?(?:\.(\d+))?(.*)$/.exec(node.datetime) ?? [];
  const kept = fraction.slice(0, 9);
  if (node.kind !== "offset-date-time") {
    return `${date}${date !== "" && time !== "" ? "T" : ""}${time}${kept === "" ? "" : `.${kept}`}`;
  }
  const significant = kept.replace(/0+$/, "");
  const zone = /^[zZ]$|^[+-]00:00$/.test(offset) ? "Z" : offset;
  return `${date}T${time}${significant === "" ? "" : `.${significant}`}${zone}`;
}
